/** The extensions that make a word a path wherever it is. */
const sourceExtension =
  /\.(md|markdown|mdown|mkd|txt|text|html?|xhtml|rst|org|adoc|asciidoc|epub|docx|odt|tex|typ|ipynb|rtf|fb2|opml|pdf)$/i;

/**
 * A number, a range, several of them, a place, a line or a neighbour: what names sections of any article; `!` leaves them
 * out.
 */
const sectionPlace =
  /^!?(?:\d+(?:\.\d+)*(?:-(?:\d+(?:\.\d+)*)?)?(?:\s*,\s*[\d.-]+)*|lead|last|first|@\d+|(?:next|prev|parent):.+|#.*)$/s;

/** Tells whether an argument is the address of a page. */
export function isAddress(argument: string): boolean {
  return /^https?:\/\//i.test(argument);
}

/** Tells whether an argument can only be a source: `-`, an address, a path with a separator, or a known extension. */
export function isSpelledSource(argument: string): boolean {
  return argument === '-' || isAddress(argument) || /[/\\]/.test(argument) || sourceExtension.test(argument);
}

/** Tells whether an argument is a regular expression for titles, `/^chapter/`, unless it is a path. */
export function isExpression(argument: string): boolean {
  return /^\s*!?\s*\/.+\/\s*$/s.test(argument);
}

/** Tells whether an argument names a section by its number, range, place, id or a regular expression. */
export function isSectionPlace(argument: string): boolean {
  // In lower case: where case is ignored, V8 takes a tenth of a start to compile a class as large as `.`.
  return sectionPlace.test(argument.toLowerCase()) || isExpression(argument);
}

/** What the arguments of a command ask for. */
export interface Request {
  /** As typed, without its fragment; undefined when none is named. */
  readonly source?: string;
  /** The section that is named with the source: `install` of `notes.md#install`. */
  readonly fragment?: string;
  readonly selectors: readonly string[];
}

/** What there is to be found by a name. */
export interface Surroundings {
  /** Whether an article of that name is on the shelf. */
  readonly isName: (name: string) => Promise<boolean>;
  /** Whether there is a file or a folder of that name. */
  readonly isFile: (path: string) => boolean;
}

/**
 * Splits arguments into a source and section selectors; `article` and `section` are the options that say which is which.
 * The first argument is, in this order: a source by its spelling (`-`, an address, a path, a known extension), an article
 * on the shelf, a section by its number, range, place or id, a file of that name, else words of a section's title. A path
 * from `/` to `/` where nothing is, is a regular expression.
 */
export async function splitArguments(
  arguments_: readonly string[],
  options: { readonly article?: string; readonly section?: readonly string[] },
  surroundings: Surroundings,
): Promise<Request> {
  const [first, ...rest] = arguments_;
  const sections = options.section ?? [];
  if (options.article !== undefined) {
    return { ...splitAddress(options.article), selectors: [...arguments_, ...sections] };
  }
  const source = first === undefined ? undefined : await findSource(first, surroundings);
  return { ...source, selectors: [...(source ? rest : arguments_), ...sections] };
}

type NamedSource = Required<Pick<Request, 'source'>> & Pick<Request, 'fragment'>;

async function findSource(argument: string, { isName, isFile }: Surroundings): Promise<NamedSource | undefined> {
  if (argument === '-') return { source: argument };
  if (isExpression(argument) && !isFile(argument)) return undefined;
  if (isAddress(argument)) return splitAddress(argument);
  const [, path = '', fragment = ''] = /^(.+)#([^#/\\]+)$/s.exec(argument) ?? [];
  // A file may have a `#` in its name.
  if (path !== '' && !isFile(argument)) {
    const isSource = isFile(path) || (isSpelledSource(path) && !isSpelledSource(argument)) || (await isName(path));
    if (isSource) return { source: path, fragment };
  }
  if (isSpelledSource(argument) || (await isName(argument))) return { source: argument };
  return !isSectionPlace(argument) && isFile(argument) ? { source: argument } : undefined;
}

/** Splits the fragment off an address; a text fragment (`#:~:text=…`) is none. */
function splitAddress(source: string): NamedSource {
  if (!isAddress(source)) return { source };
  const [, address = source, fragment = ''] = /^([^#]*)#(.*?)(?::~:.*)?$/s.exec(source) ?? [];
  return fragment === '' ? { source: address } : { source: address, fragment: decode(fragment) };
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

import { fileURLToPath } from 'node:url';
import { usageError } from '../errors.ts';
import { isAddress } from '../text/parse-url.ts';
import { percentDecode } from '../text/percent-decode.ts';
import { hasKnownExtension } from './extensions.ts';

/** What selects sections of any article: a number, a range, several, a place, a line or a neighbour; `!` excludes. */
const sectionPlace =
  /^!?(?:\d+(?:\.\d+)*(?:-(?:\d+(?:\.\d+)*)?)?(?:\s*,\s*[\d.-]+)*|lead|last|first|@\d+|(?:next|prev|parent):.+|#.*)$/s;

/** The ends of names of hosts that names of files hardly ever have. */
const hostEnding = /\.(?:com|org|net|edu|gov|info|io|dev|app|eu|uk|de|fr)$/i;

/** Returns the address that a word was meant for, where it looks like one without its `https://`: `example.org/tea`. */
export function addressMeant(word: string): string | undefined {
  const [, host = '', path] = /^((?:[a-z\d-]+\.)+[a-z]{2,24})(?::\d+)?(\/\S*)?$/i.exec(word) ?? [];
  const ending = path === undefined ? hostEnding : /\.[a-z]{2,4}$/i;
  return /^www\./i.test(host) || ending.test(host) ? `https://${word}` : undefined;
}

/** Reports whether an argument can only be a source: `-`, an address, a path with a separator, or a known extension. */
export function isSpelledSource(argument: string): boolean {
  return argument === '-' || isAddress(argument) || /[/\\]/.test(argument) || hasKnownExtension(argument);
}

/** Reports whether an argument is a regular expression for titles, `/^chapter/`, unless it is a path. */
export function isExpression(argument: string): boolean {
  return /^\s*!?\s*\/.+\/\s*$/s.test(argument);
}

/** Reports whether an argument selects sections by number, range, place, id or a regular expression. */
export function isSectionPlace(argument: string): boolean {
  // In lower case: where case is ignored, V8 takes a tenth of a start to compile a class as large as `.`.
  return sectionPlace.test(argument.toLowerCase()) || isExpression(argument);
}

/** What the arguments of a command request. */
export interface Request {
  /** As typed, without its fragment; undefined where none is named. */
  readonly source?: string;
  /** The section named with the source: `install` of `notes.md#install`. */
  readonly fragment?: string;
  readonly selectors: readonly string[];
}

/** What names can refer to. */
export interface Surroundings {
  /** Whether an article of that name is on the shelf. */
  readonly isName: (name: string) => Promise<boolean>;
  /** Whether there is a file or a folder of that name. */
  readonly isFile: (path: string) => boolean;
}

/**
 * Splits arguments into a source and section selectors; `article` and `section` are the options that say which is
 * which. The first argument is, in this order: a source by its spelling (`-`, an address, a path, a known extension),
 * an article on the shelf, a section by its number, range, place or id, a file of that name, else words of a section's
 * title. A path from `/` to `/` that does not exist is a regular expression.
 */
export async function splitArguments(
  arguments_: readonly string[],
  options: { readonly article?: string; readonly section?: readonly string[] },
  surroundings: Surroundings,
): Promise<Request> {
  const [first, ...rest] = arguments_;
  const sections = options.section ?? [];
  if (options.article !== undefined) {
    return { ...nameWhole(options.article), selectors: [...arguments_, ...sections] };
  }
  const source = first === undefined ? undefined : await findSource(first, surroundings);
  return { ...source, selectors: [...(source ? rest : arguments_), ...sections] };
}

type NamedSource = Required<Pick<Request, 'source'>> & Pick<Request, 'fragment'>;

async function findSource(argument: string, { isName, isFile }: Surroundings): Promise<NamedSource | undefined> {
  if (argument === '-') return { source: argument };
  if (isExpression(argument) && !isFile(argument)) return undefined;
  const whole = nameWhole(argument);
  if (whole.source !== argument || isAddress(argument)) return whole;
  const [, path = '', fragment = ''] = /^(.+)#([^#/\\]*)$/s.exec(argument) ?? [];
  // A file may have a `#` in its name.
  if (path !== '' && !isFile(argument)) {
    const isSource = isFile(path) || (isSpelledSource(path) && !isSpelledSource(argument)) || (await isName(path));
    if (isSource) return withFragment(path, fragment);
  }
  if (isSpelledSource(argument) || (await isName(argument))) return { source: argument };
  return !isSectionPlace(argument) && isFile(argument) ? { source: argument } : undefined;
}

/**
 * Takes a word for a source, whatever it looks like: an address without its fragment, the path of a file's address
 * (`file:///notes.md`), else the word.
 *
 * @throws UserError when it is empty, as a script's variable may be.
 */
function nameWhole(word: string): NamedSource {
  if (word.trim() === '') {
    throw usageError(
      'The name of the source is empty.',
      'Name a file, an address, a name on the shelf, or - for standard input.',
    );
  }
  const isFileAddress = /^file:\/\//i.test(word);
  if (!isFileAddress && !isAddress(word)) return { source: word };
  const [, address = word, fragment = ''] = /^([^#]*)#(.*?)(?::~:.*)?$/s.exec(word) ?? [];
  return withFragment(isFileAddress ? pathOf(address) : address, percentDecode(fragment));
}

function withFragment(source: string, fragment: string): NamedSource {
  return fragment === '' ? { source } : { source, fragment };
}

function pathOf(address: string): string {
  try {
    return fileURLToPath(address);
  } catch {
    // Of another computer, or none that can be a path: it is looked for as it is written.
    return address;
  }
}

/** What stands for a source is told by its spelling alone, never by what lies on the disk. */
const sourceExtension = /\.(md|markdown|mdown|mkd|txt|text|html?|xhtml)$/i;

/** Whether an argument is the address of a page. */
export function isAddress(argument: string): boolean {
  return /^https?:\/\//i.test(argument);
}

/** Whether an argument can only be a source: `-`, an address, a path with a separator, or a known extension. */
export function isSpelledSource(argument: string): boolean {
  return argument === '-' || isAddress(argument) || /[/\\]/.test(argument) || sourceExtension.test(argument);
}

export interface Asked {
  /** As typed; undefined is the bundled article. */
  readonly source?: string;
  readonly selectors: readonly string[];
}

/**
 * Parts the arguments into a source and section selectors; `article` and `section` are the options that say it
 * outright. `isName` tells whether an article of that name is on the shelf.
 */
export async function partArguments(
  arguments_: readonly string[],
  options: { readonly article?: string; readonly section?: readonly string[] },
  isName: (name: string) => Promise<boolean>,
): Promise<Asked> {
  const [first, ...rest] = arguments_;
  const spelled =
    options.article === undefined && first !== undefined && (isSpelledSource(first) || (await isName(first)));
  const source = spelled ? first : options.article;
  const selectors = [...(spelled ? rest : arguments_), ...(options.section ?? [])];
  return { ...(source !== undefined && { source }), selectors };
}

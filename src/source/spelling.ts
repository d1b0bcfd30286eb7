import { isBundledName } from './bundled.ts';

/** What stands for a source is told by its spelling alone, never by what lies on the disk. */
const sourceExtension = /\.(md|markdown|mdown|mkd|txt|text)$/i;

/** Whether an argument is a source rather than a section: `-`, a path with a separator, a known extension, a shelf name. */
export function isSource(argument: string): boolean {
  return argument === '-' || /[/\\]/.test(argument) || sourceExtension.test(argument) || isBundledName(argument);
}

export interface Asked {
  /** As typed; undefined is the bundled article. */
  readonly source?: string;
  readonly selectors: readonly string[];
}

/** Parts the arguments into a source and section selectors; `article` and `section` are the options that say it outright. */
export function partArguments(
  arguments_: readonly string[],
  options: { readonly article?: string; readonly section?: readonly string[] },
): Asked {
  const [first, ...rest] = arguments_;
  const spelled = options.article === undefined && first !== undefined && isSource(first);
  const source = spelled ? first : options.article;
  const selectors = [...(spelled ? rest : arguments_), ...(options.section ?? [])];
  return { ...(source !== undefined && { source }), selectors };
}

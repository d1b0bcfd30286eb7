import { usageError } from '../errors.ts';
import { isSpelledSource, type Request, splitArguments } from '../source/arguments.ts';
import { isThere } from '../source/input/folder-files.ts';
import { isShelfName } from '../source/load.ts';
import type { System } from '../system.ts';
import { isAddress } from '../text/parse-url.ts';
import type { SectionOptions, SourceOptions } from './options.ts';

/** Splits the arguments of a command that takes a source and sections. */
export function splitRequest(
  arguments_: readonly string[],
  options: SourceOptions & SectionOptions,
  system: System,
): Promise<Request> {
  return splitArguments(
    arguments_,
    { ...options, section: selectorsOf(options) },
    { isName: (name) => isShelfName(name, system), isFile: (path) => isThere(path, system.cwd) },
  );
}

/** Lists the selectors among the options. */
export function selectorsOf({ section = [], except = [], atLine }: SectionOptions): readonly string[] {
  return [...section, ...(atLine === undefined ? [] : [`@${atLine}`]), ...except.map((one) => `!${one}`)];
}

/**
 * Splits the arguments of a command that takes several sources: where a further argument is spelled as a source and
 * exists, all are sources, and only the option names sections.
 *
 * @throws UserError when one of several is no source.
 */
export async function splitRequests(
  arguments_: readonly string[],
  options: SourceOptions & SectionOptions,
  system: System,
): Promise<readonly [Request, ...Request[]]> {
  const request = await splitRequest(arguments_, options, system);
  const others = request.source === undefined || options.article !== undefined ? [] : arguments_.slice(1);
  if (!others.some((argument) => isSource(argument, system))) return [request];
  const selectors = selectorsOf(options);
  const requests = others.map(async (argument): Promise<Request> => {
    const other = await splitRequest([argument], {}, system);
    if (other.source !== undefined) return { ...other, selectors };
    throw usageError(`“${argument}” is no source.`, 'With several sources, sections are named with -s.');
  });
  return [{ ...request, selectors }, ...(await Promise.all(requests))];
}

function isSource(argument: string, system: System): boolean {
  if (argument === '-' || isAddress(argument)) return true;
  return isSpelledSource(argument) && isThere(argument.replace(/(?<=.)#[^#/\\]*$/, ''), system.cwd);
}

import { realpathSync } from 'node:fs';
import { basename, delimiter, resolve } from 'node:path';
import type { System } from '../system.ts';
import { shellWords } from '../text/shell-words.ts';

/** A program and its arguments. */
export type PagerCommand = readonly [program: string, ...arguments_: string[]];

/**
 * Chooses the pager: ARTICLE_PAGER, then PAGER, then less. None for `cat`, `builtin` or an empty value, nor for
 * BusyBox's less, which drops colours, shows links as raw escape sequences and lacks our options.
 */
export function pagerCommand(env: System['env']): PagerCommand | undefined {
  const [program, ...rest] = shellWords(env.ARTICLE_PAGER ?? env.PAGER ?? 'less');
  if (program === undefined || program === 'cat' || program === 'builtin') return undefined;
  if (basename(program) === 'less' && isBusyBox(program, env.PATH)) return undefined;
  return [program, ...rest];
}

/**
 * Reports whether the program pages by itself: where ARTICLE_PAGER is `builtin`, or where no pager is named and there is
 * no less, or only BusyBox's.
 */
export function hasOwnPager({ ARTICLE_PAGER, PAGER, PATH }: System['env']): boolean {
  if (ARTICLE_PAGER !== undefined || PAGER !== undefined) return ARTICLE_PAGER === 'builtin';
  const less = findProgram('less', PATH) ?? findProgram('less.exe', PATH);
  return less === undefined || basename(less) === 'busybox';
}

function isBusyBox(program: string, path: string | undefined): boolean {
  const found = findProgram(program, path);
  return found !== undefined && basename(found) === 'busybox';
}

/** Resolves a program's name or path to its file, links followed. */
function findProgram(program: string, path = ''): string | undefined {
  const places = program.includes('/') ? [program] : path.split(delimiter).map((folder) => resolve(folder, program));
  return places.map(realPath).find((place) => place !== undefined);
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

import { realpathSync } from 'node:fs';
import { basename, delimiter, resolve } from 'node:path';
import type { System } from '../system.ts';

/** A program and its arguments. */
export type PagerCommand = readonly [program: string, ...arguments_: string[]];

/**
 * Chooses the pager: ARTICLE_PAGER, then PAGER, then less. None when the choice is `cat` or empty, or when less is
 * BusyBox's, which takes colours away, shows links as raw escape sequences and knows none of our options.
 */
export function pagerCommand(env: System['env']): PagerCommand | undefined {
  const [program, ...rest] = splitWords(env.ARTICLE_PAGER ?? env.PAGER ?? 'less');
  if (program === undefined || program === 'cat') return undefined;
  if (basename(program) === 'less' && isBusyBox(program, env.PATH)) return undefined;
  return [program, ...rest];
}

function isBusyBox(program: string, path = ''): boolean {
  const places = program.includes('/') ? [program] : path.split(delimiter).map((folder) => resolve(folder, program));
  const found = places.map(realPath).find((place) => place !== undefined);
  return found !== undefined && basename(found) === 'busybox';
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

/** Splits a line into words by a shell's quotes and backslashes. Nothing is expanded, since no shell runs the line. */
export function splitWords(line: string): string[] {
  const words = line.match(/(?:[^\s"'\\]|\\.|"(?:[^"\\]|\\.)*"|'[^']*')+/g) ?? [];
  return words.map((word) =>
    word.replace(
      /\\(.)|"((?:[^"\\]|\\.)*)"|'([^']*)'/g,
      (_, escaped, double, single) => escaped ?? single ?? double.replace(/\\(["\\$`])/g, '$1'),
    ),
  );
}

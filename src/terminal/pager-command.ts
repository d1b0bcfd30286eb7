import type { System } from '../system.ts';

/** A program and its arguments. */
export type PagerCommand = readonly [program: string, ...arguments_: string[]];

/** Chooses the pager: ARTICLE_PAGER, then PAGER, then less. None when the choice is `cat` or empty. */
export function pagerCommand(env: System['env']): PagerCommand | undefined {
  const [program, ...rest] = splitWords(env.ARTICLE_PAGER ?? env.PAGER ?? 'less');
  return program === undefined || program === 'cat' ? undefined : [program, ...rest];
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

import { exitCodes, UserError } from '../../errors.ts';
import { createFolder, type Folding } from './case-folder.ts';

/** A range of a text, in UTF-16 units. */
export interface Hit {
  readonly start: number;
  readonly end: number;
}

/** The options of reading patterns. */
export interface MatchOptions {
  /** Case counts; else only where the pattern has a capital. */
  readonly case?: boolean;
  /** Case does not count, even where the pattern has a capital. */
  readonly ignoreCase?: boolean;
  /** Case and accents count; else accents only where the pattern has one. */
  readonly exact?: boolean;
  /** Patterns are regular expressions in the syntax of RE2: no look-around, no references back, time linear. */
  readonly regexp?: boolean;
  /** Only whole words. */
  readonly words?: boolean;
}

/** A function that finds all matches of a pattern in a text, in order, not overlapping. */
export type Matcher = (text: string) => readonly Hit[];

/** The longest pattern, in UTF-16 units: time grows with the pattern's length too. */
const longestPattern = 1000;

/**
 * Creates a matcher of patterns; a match of any of them counts.
 *
 * @throws UserError when a pattern is empty, over 1,000 characters, or no regular expression of RE2's.
 */
export async function createMatcher(patterns: readonly string[], options: MatchOptions = {}): Promise<Matcher> {
  const finders = await Promise.all(patterns.map((pattern) => createFinder(pattern, options)));
  return (text) => {
    const hits = finders.flatMap((find) => find(text)).filter((hit) => !options.words || isWhole(text, hit));
    return finders.length === 1 ? hits : withoutOverlaps(hits);
  };
}

type Finder = (text: string) => Hit[];

async function createFinder(pattern: string, options: MatchOptions): Promise<Finder> {
  if (pattern.trim() === '') throw refuse('The pattern to search for is empty.');
  if (pattern.length > longestPattern) {
    throw refuse(
      `The pattern to search for is ${pattern.length} characters long; at most ${longestPattern} are taken.`,
    );
  }
  const folding = foldingFor(pattern, options);
  const find = options.regexp ? await expressionFinder(pattern, folding) : literalFinder(pattern, folding);
  const fold = createFolder(folding);
  return (text) => {
    const folded = fold(text);
    return find(folded.text).map(({ start, end }) => folded.origin(start, end));
  };
}

/** Chooses what a pattern ignores: case unless it has a capital, accents unless it has one. */
export function foldingFor(pattern: string, options: MatchOptions): Folding {
  // \W and \p{Lu} are classes, not capitals.
  const letters = options.regexp ? pattern.replace(/\\[pP]\{[^}]*\}|\\[pP]?./gs, '') : pattern;
  const composed = letters.normalize('NFC');
  const bare = createFolder({ ignoreCase: false, ignoreAccents: true })(composed).text;
  const kept = createFolder({ ignoreCase: false, ignoreAccents: false })(composed).text;
  return {
    ignoreCase: options.ignoreCase || (!options.exact && !options.case && composed === composed.toLowerCase()),
    ignoreAccents: !options.exact && bare === kept,
  };
}

function literalFinder(pattern: string, folding: Folding): Finder {
  const wanted = createFolder(folding)(pattern).text.trim();
  return (text) => {
    const hits: Hit[] = [];
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
      hits.push({ start: at, end: at + wanted.length });
    }
    return hits;
  };
}

/** Compiles an expression to RE2's automata, since the language's own engine hangs on a hostile one. */
async function expressionFinder(pattern: string, folding: Folding): Promise<Finder> {
  const { RE2JS, RE2JSException } = await import('re2js');
  try {
    const expression = RE2JS.compile(pattern, folding.ignoreCase ? RE2JS.CASE_INSENSITIVE : 0);
    return (text) => {
      const hits: Hit[] = [];
      const matcher = expression.matcher(text);
      while (matcher.find())
        if (matcher.end() > matcher.start()) hits.push({ start: matcher.start(), end: matcher.end() });
      return hits;
    };
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error;
    // Where case is ignored, re2js puts a flag before the pattern.
    const reason = error.message.replace(/^error parsing regexp: /, '').replace('`(?i)', '`');
    throw refuse(`“${pattern}” is no regular expression that can be searched for: ${reason}.`, error);
  }
}

function refuse(message: string, cause?: unknown): UserError {
  return new UserError(message, { exitCode: exitCodes.usage, cause });
}

function withoutOverlaps(hits: readonly Hit[]): readonly Hit[] {
  const result: Hit[] = [];
  for (const hit of [...hits].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (hit.start >= (result.at(-1)?.end ?? 0)) result.push(hit);
  }
  return result;
}

function isWhole(text: string, { start, end }: Hit): boolean {
  return isBoundary(text, start) && isBoundary(text, end);
}

/** The UTF-16 units to each side that are examined to find a word boundary. */
const reach = 64;

function isBoundary(text: string, at: number): boolean {
  const from = Math.max(0, at - reach);
  const before = /[\p{L}\p{M}\p{N}_]$/u.exec(text.slice(from, at))?.[0];
  const after = /^[\p{L}\p{M}\p{N}_]/u.exec(text.slice(at, at + reach))?.[0];
  if (before === undefined || after === undefined) return true;
  if (
    !/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u.test(before + after)
  ) {
    return false;
  }
  segmenter ??= new Intl.Segmenter('ja', { granularity: 'word' });
  for (const { index } of segmenter.segment(text.slice(from, at + reach))) if (from + index === at) return true;
  return false;
}

let segmenter: Intl.Segmenter | undefined;

import { fastParser } from './fast/fast-parser.ts';
import { NotHandled } from './parse.ts';
import type { Parser } from './parser.ts';

/** A longer text nearly always needs marked, and is better not parsed twice. */
const longest = 50_000;

/**
 * Calls `parse` with the parsers that a text of `length` characters needs: marked, which takes longer to load than a
 * short text to read, only where the fast parser does not handle it all. `readInlines` accesses all inlines of a
 * result, so that the fast parser's limits are known by then.
 */
export async function parseOnDemand<Result>(
  length: number,
  parse: (parsers: readonly Parser[]) => Result,
  readInlines: (result: Result) => void,
): Promise<Result> {
  if (length <= longest) {
    try {
      const result = parse([fastParser]);
      readInlines(result);
      return result;
    } catch (error) {
      if (!(error instanceof NotHandled)) throw error;
    }
  }
  const { allParsers } = await import('./parsers.ts');
  return parse(allParsers);
}

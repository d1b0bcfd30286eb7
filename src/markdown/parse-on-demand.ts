import { fastParser } from './fast/fast-parser.ts';
import { NotHandled } from './markdown-document.ts';
import type { Parser } from './parser.ts';

/** What a step of parsing has done: a chunk that no parser handles is parsed by one that is added before the next step. */
export type ParseStep = 'parsed' | 'not handled';

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

/** Parses a text of any length in steps with the fast parser; adds marked as soon as something is not handled. */
export async function parseStepsOnDemand<Result>(
  parse: (parsers: readonly Parser[]) => Generator<ParseStep, Result>,
  readInlines: (result: Result) => void,
): Promise<Result> {
  const parsers: Parser[] = [fastParser];
  const addMarked = async () => parsers.push(...(await import('./parsers.ts')).allParsers.slice(parsers.length));
  const steps = parse(parsers);
  let result: Result | undefined;
  try {
    let step = steps.next();
    for (; !step.done; step = steps.next()) if (step.value === 'not handled') await addMarked();
    result = step.value;
    readInlines(result);
    return result;
  } catch (error) {
    if (!(error instanceof NotHandled) || parsers.length > 1) throw error;
    await addMarked();
    // Inlines are parsed where they are accessed; what is needed of them before that, is not.
    return result ?? runSteps(parse(parsers));
  }
}

/** Runs steps to their end, without pauses. */
export function runSteps<Result>(steps: Generator<ParseStep, Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

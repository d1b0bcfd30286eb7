import { distance } from 'fastest-levenshtein';
import { fold } from '../article/fold.ts';

/** The candidates that look most like what was typed, nearest first, at most three; often none. */
export function suggest(typed: string, candidates: Iterable<string>): string[] {
  const wanted = fold(typed);
  return [...candidates]
    .map((candidate) => ({ candidate, far: distance(wanted, fold(candidate)) / Math.max(wanted.length, 1) }))
    .filter(({ far }) => far <= 0.4)
    .sort((one, other) => one.far - other.far)
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}

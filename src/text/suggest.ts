import { fold, foldedWords } from './fold.ts';

/** Finds the candidates nearest to what was typed, as a whole or by one of their words: at most three, often none. */
export function suggest(typed: string, candidates: Iterable<string>): string[] {
  const wanted = fold(typed);
  return [...candidates]
    .map((candidate) => ({ candidate, far: nearest(wanted, candidate) / Math.max(wanted.length, 1) }))
    .filter(({ far }) => far <= 0.34)
    .sort((one, other) => one.far - other.far)
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}

function nearest(wanted: string, candidate: string): number {
  // Required on demand: it begins with a table of 256 kB.
  const { distance } = require('fastest-levenshtein') as typeof import('fastest-levenshtein');
  return Math.min(...[fold(candidate), ...foldedWords(candidate)].map((form) => distance(wanted, form)));
}

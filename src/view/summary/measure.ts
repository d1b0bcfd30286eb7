import type { Section } from '../../article/article-tree.ts';
import { gatherCandidates, isSentence, type SentenceCandidate } from './candidates.ts';
import type { Terms } from './terms.ts';

/** A candidate with its counts. */
export interface Measured extends Terms {
  readonly candidate: SentenceCandidate;
  /** The part of the text that it belongs to, by its index. */
  readonly part: number;
  /** Whether it ends as sentences do and has the length of one. */
  readonly complete: boolean;
  /** Number of its letters, and of the Latin ones. */
  readonly letters: number;
  readonly latin: number;
}

/** The sentences of some parts of a text, in order, with their counts. */
export interface Measurement {
  readonly sentences: readonly Measured[];
  /** Number of code blocks among them, and of paragraphs with code in them. */
  readonly listings: number;
}

/** Measures the sentences of parts, each given as its sections; a repeated section is measured once. */
export function measure(
  parts: readonly (readonly Section[])[],
  termsOf: (text: string) => Terms,
  language: string | undefined,
): Measurement {
  const seen = new Set<Section>();
  const sentences: Measured[] = [];
  let listings = 0;
  for (const [part, sections] of parts.entries()) {
    for (const section of sections) {
      if (seen.has(section)) continue;
      seen.add(section);
      const material = gatherCandidates(section, language);
      listings += material.listings;
      for (const candidate of material.candidates) {
        const { text } = candidate;
        sentences.push({ candidate, part, complete: isSentence(text), ...countLetters(text), ...termsOf(text) });
      }
    }
  }
  return { sentences, listings };
}

function countLetters(text: string): { readonly letters: number; readonly latin: number } {
  // These blocks are all Latin or no letters: the length will do.
  if (/^[\0-\u024f\u2000-\u206f]*$/.test(text)) return { letters: text.length, latin: text.length };
  return { letters: text.match(/\p{L}/gu)?.length ?? 0, latin: text.match(/\p{Script=Latin}/gu)?.length ?? 0 };
}

import type { Article, Section } from '../../article/types.ts';
import type { SummarySentence, SummaryView } from '../types.ts';
import { type Candidate, gatherCandidates, isSentence } from './material.ts';
import { rank } from './rank.ts';
import { loadStopWords } from './stop-words.ts';
import { eachWord } from './terms.ts';

/** How much to say, and of what. Of the three measures the first that is given counts. */
export interface SummarizeOptions {
  /** Some sections of the article, their subsections included; else the whole. */
  readonly sections?: readonly Section[];
  /** Number of sentences; by default about one per section, at least 3, at most 7. */
  readonly sentences?: number;
  /** At most so many words, but at least a sentence. */
  readonly words?: number;
  /** At most so many hundredths of the words, but at least a sentence. */
  readonly percent?: number;
  /** The best sentence of each section, in place of the best of all. */
  readonly each?: boolean;
}

/** What an article, or some of its sections, says, in its own sentences: see {@link SummaryView}. */
export async function summarize(article: Article, options: SummarizeOptions = {}): Promise<SummaryView> {
  const language = article.metadata.language;
  return summarizeWith(article, options, await loadStopWords(language), language);
}

/** {@link summarize} with the stop words already at hand. */
export function summarizeWith(
  article: Article,
  options: SummarizeOptions,
  stopWords: ReadonlySet<string>,
  language?: string,
): SummaryView {
  const sections = [...(options.sections ?? [article.lead, ...article.sections])].flatMap(withSubsections);
  const candidates = sections.flatMap((section) => gatherCandidates(section, language));
  const numbers = new Map<string, number>();
  const termsOf = (text: string) => {
    const terms: number[] = [];
    let words = 0;
    eachWord(text, (word) => {
      words++;
      if (stopWords.has(word)) return;
      const number = numbers.get(word) ?? numbers.size;
      numbers.set(word, number);
      terms.push(number);
    });
    return { terms, words };
  };
  const texts = candidates.map(({ text }, place) => ({ ...termsOf(text), place }));
  const scores = rank(texts);
  const abstract = options.sections || options.each ? undefined : article.metadata.abstract;
  const said = abstract ? [new Set(termsOf(abstract).terms)] : [];
  const count = options.sentences ?? Math.max(3, Math.min(7, sections.filter((s) => s.level > 0).length));
  const order = [...candidates.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
  const chosen: number[] = [];
  for (const index of order) {
    if (chosen.length >= count) break;
    const terms = new Set(texts[index]?.terms);
    if (!isSentence(candidates[index]?.text ?? '') || said.some((other) => repeats(terms, other))) continue;
    chosen.push(index);
    said.push(terms);
  }
  chosen.sort((a, b) => a - b);
  return {
    kind: 'summary',
    article,
    ...(abstract !== undefined && { abstract }),
    sentences: chosen.flatMap((index) => sentenceOf(candidates[index], scores[index])),
  };
}

function withSubsections(section: Section): Section[] {
  return [section, ...section.sections.flatMap(withSubsections)];
}

function repeats(terms: ReadonlySet<number>, said: ReadonlySet<number>): boolean {
  let shared = 0;
  for (const term of terms) if (said.has(term)) shared++;
  return shared > 0.6 * terms.size;
}

function sentenceOf(candidate: Candidate | undefined, score = 0): SummarySentence[] {
  return candidate ? [{ text: candidate.text, section: candidate.section, score }] : [];
}

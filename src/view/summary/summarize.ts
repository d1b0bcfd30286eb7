import { eachSection } from '../../article/each-section.ts';
import type { Article, Section } from '../../article/types.ts';
import { countWords } from '../../text/words.ts';
import type { SummarySentence, SummaryView } from '../types.ts';
import { type Budget, type Choice, choose } from './choose.ts';
import { languageOf } from './language.ts';
import { locate } from './locate.ts';
import { type Candidate, gatherCandidates, isSentence } from './material.ts';
import { rank } from './rank.ts';
import { splitSentences } from './sentences.ts';
import { isBalanced, standsAlone } from './stand-alone.ts';
import { loadStopWords } from './stop-words.ts';
import { createTerms, type Terms } from './terms.ts';

/** How much to say, and of what. Of the three measures the first that is given counts. */
export interface SummarizeOptions {
  /** Some sections of the article, their subsections included; else the whole. */
  readonly sections?: readonly Section[];
  /** Number of sentences; by default about one per section, at least 3, at most 7. */
  readonly sentences?: number;
  /** At most so many words, but at least a sentence; an abstract that fits counts in. */
  readonly words?: number;
  /** At most so many hundredths of the words, but at least a sentence; an abstract that fits counts in. */
  readonly percent?: number;
  /** The best sentence of each section, in place of the best of all. */
  readonly each?: boolean;
}

/**
 * What an article, or some of its sections, says, in its own sentences, in its order. The whole article's own abstract
 * comes first, and what it says is not said again.
 */
export async function summarize(article: Article, options: SummarizeOptions = {}): Promise<SummaryView> {
  const language = await languageOf(article);
  const termsOf = createTerms(await loadStopWords(language));
  const parts = partsOf(options.sections ?? [article.lead, ...article.sections]);
  const measured = measure(parts, termsOf, language);
  if (options.each) return view(article, undefined, pickEach(assess(measured, 1, language)));

  const total = measured.reduce((sum, { words }) => sum + words, 0);
  const words = options.sentences === undefined ? (options.words ?? percentOf(total, options.percent)) : undefined;
  const whole = options.sections === undefined ? article.metadata.abstract : undefined;
  const abstractWords = countWords(whole ?? '');
  const abstract = words !== undefined && abstractWords > words ? undefined : whole;
  const left = words === undefined ? undefined : words - (abstract === undefined ? 0 : abstractWords);
  const budget: Budget = {
    sentences: options.sentences ?? (left === undefined ? usualLength(measured) : Number.POSITIVE_INFINITY),
    words: left ?? Number.POSITIVE_INFINITY,
  };
  const said = abstract === undefined ? [] : splitSentences(abstract, language).map(({ text }) => termsOf(text).terms);
  const asked = Math.min(budget.sentences, (budget.words * measured.length) / Math.max(1, total));
  return view(article, abstract, pick(assess(measured, asked, language), budget, said));
}

function percentOf(total: number, percent: number | undefined): number | undefined {
  return percent === undefined ? undefined : Math.ceil((total * percent) / 100);
}

function usualLength(measured: readonly Measured[]): number {
  return Math.max(3, Math.min(7, new Set(measured.map(({ part }) => part)).size));
}

/** The sections that share the room of a summary, each with its subsections: those of the first level that has some. */
function partsOf(roots: readonly Section[]): readonly (readonly Section[])[] {
  const [root, ...others] = roots.filter((section) => section.sections.length > 0 || section.level > 0);
  if (root && others.length === 0 && root.sections.length > 0) {
    const before = roots.filter((section) => section !== root);
    return [
      ...before.map((section) => [section]),
      [root],
      ...root.sections.map((section) => [...eachSection([section])]),
    ];
  }
  return roots.map((section) => [...eachSection([section])]);
}

interface Measured extends Terms {
  readonly candidate: Candidate;
  /** The part that it belongs to, by its place among them. */
  readonly part: number;
}

function measure(
  parts: readonly (readonly Section[])[],
  termsOf: (text: string) => Terms,
  language: string | undefined,
): readonly Measured[] {
  const seen = new Set<Section>();
  return parts.flatMap((sections, part) =>
    sections.flatMap((section) => {
      if (seen.has(section)) return [];
      seen.add(section);
      return gatherCandidates(section, language).map((candidate) => ({ candidate, part, ...termsOf(candidate.text) }));
    }),
  );
}

/** A candidate with all that choosing asks for. */
interface Assessed extends Measured, Choice {}

function assess(measured: readonly Measured[], asked: number, language: string | undefined): readonly Assessed[] {
  const scores = rank(
    measured.map(({ terms, words, candidate: { text } }) => ({ terms, words, whole: isBalanced(text) })),
    asked,
  );
  return measured.map((one, index) => ({
    ...one,
    score: scores[index] ?? 0,
    alone: standsAlone(one.candidate.text, language),
    follows: !one.candidate.opening,
  }));
}

function pick(
  assessed: readonly Assessed[],
  budget: Budget,
  said: readonly (readonly number[])[],
): readonly Assessed[] {
  return choose(assessed, budget, said).flatMap((index) => assessed[index] ?? []);
}

function pickEach(assessed: readonly Assessed[]): readonly Assessed[] {
  const bySection = new Map<Section, Assessed[]>();
  for (const one of assessed) {
    const others = bySection.get(one.candidate.section);
    if (others) others.push(one);
    else bySection.set(one.candidate.section, [one]);
  }
  const budget = { sentences: 1, words: Number.POSITIVE_INFINITY };
  const best = [...bySection.values()].flatMap((sentences) => pick(sentences, budget, []));
  // Where sentences end in full stops, a section may have none: a caption, a label, the words before a formula.
  const stopped = assessed.some(({ alone }) => alone);
  return best.filter(({ candidate }) => !stopped || isSentence(candidate.text));
}

function view(article: Article, abstract: string | undefined, picked: readonly Assessed[]): SummaryView {
  const spans = locate(
    article,
    picked.map(({ candidate }) => candidate),
  );
  const sentences = picked.map(({ candidate: { text, section }, score }, index): SummarySentence => {
    return { text, section, score, ...spans[index] };
  });
  return { kind: 'summary', article, ...(abstract !== undefined && { abstract }), sentences };
}

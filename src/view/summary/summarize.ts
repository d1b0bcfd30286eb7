import type { Article, Section } from '../../article/types.ts';
import { countWords } from '../../article/words.ts';
import type { SummarySentence, SummaryView } from '../types.ts';
import { type Budget, type Choice, choose } from './choose.ts';
import { languageOf } from './language.ts';
import { locate } from './locate.ts';
import { type Candidate, gatherCandidates } from './material.ts';
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
  const terms = createTerms(await loadStopWords(language));
  const roots = options.sections ?? [article.lead, ...article.sections];
  const parts = partsOf(roots).map((sections) => sections.flatMap((section) => gatherCandidates(section, language)));
  if (options.each) return view(article, undefined, pickEach(assess(parts, 1, terms, language)));

  const total = parts.flat().reduce((sum, { text }) => sum + countWords(text), 0);
  const words = options.sentences === undefined ? (options.words ?? percentOf(total, options.percent)) : undefined;
  const whole = options.sections === undefined ? article.metadata.abstract : undefined;
  const abstractWords = countWords(whole ?? '');
  const abstract = words !== undefined && abstractWords > words ? undefined : whole;
  const left = words === undefined ? undefined : words - (abstract === undefined ? 0 : abstractWords);
  const budget: Budget = {
    sentences: options.sentences ?? (left === undefined ? usualLength(parts) : Number.POSITIVE_INFINITY),
    words: left ?? Number.POSITIVE_INFINITY,
  };
  const said = abstract === undefined ? [] : splitSentences(abstract, language).map(({ text }) => terms(text));
  const mean = total / Math.max(1, parts.flat().length);
  const asked = Math.min(budget.sentences, budget.words / Math.max(1, mean));
  return view(article, abstract, pick(assess(parts, asked, terms, language), budget, said));
}

function percentOf(total: number, percent: number | undefined): number | undefined {
  return percent === undefined ? undefined : Math.ceil((total * percent) / 100);
}

function usualLength(parts: readonly (readonly unknown[])[]): number {
  return Math.max(3, Math.min(7, parts.filter((candidates) => candidates.length > 0).length));
}

/** The sections that share the room of a summary, each with its subsections: those of the first level that has some. */
function partsOf(roots: readonly Section[]): readonly (readonly Section[])[] {
  const [root, ...others] = roots.filter((section) => section.sections.length > 0 || section.level > 0);
  if (root && others.length === 0 && root.sections.length > 0) {
    const before = roots.filter((section) => section !== root);
    return [...before.map((section) => [section]), [root], ...root.sections.map(withSubsections)];
  }
  return roots.map(withSubsections);
}

function withSubsections(section: Section): readonly Section[] {
  return [section, ...section.sections.flatMap(withSubsections)];
}

/** A candidate with all that choosing asks for. */
interface Assessed extends Choice {
  readonly candidate: Candidate;
}

function assess(
  parts: readonly (readonly Candidate[])[],
  asked: number,
  terms: Terms,
  language: string | undefined,
): readonly Assessed[] {
  const candidates = parts.flatMap((part, index) => part.map((candidate) => ({ candidate, part: index })));
  const sentences = candidates.map(({ candidate: { text } }) => {
    return { terms: terms(text), words: countWords(text), whole: isBalanced(text) };
  });
  const scores = rank(sentences, asked);
  return candidates.map(({ candidate, part }, index) => ({
    candidate,
    terms: sentences[index]?.terms ?? [],
    words: sentences[index]?.words ?? 0,
    score: scores[index] ?? 0,
    part,
    alone: standsAlone(candidate.text, language),
    follows: !candidate.opening,
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
  return [...bySection.values()].flatMap((sentences) => pick(sentences, budget, []));
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

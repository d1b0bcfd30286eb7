import type { Article, Section } from '../../article/article-tree.ts';
import { eachSection } from '../../article/each-section.ts';
import { blockText } from '../../markdown/block-text.ts';
import { loadStopWords } from '../../text/language/stop-words.ts';
import { countWords } from '../../text/words.ts';
import type { SectionSummary, SummarySentence, SummaryView } from '../view.ts';
import { type Assessed, type AssessedText, assess } from './assess.ts';
import { isSentence } from './candidates.ts';
import { type Budget, choose } from './choose.ts';
import { isManualTitle } from './cues.ts';
import { languageOf } from './language.ts';
import { locate } from './locate.ts';
import { type Measured, measure } from './measure.ts';
import { splitSentences } from './sentences.ts';
import { createTerms } from './terms.ts';

/** The length of a summary, and what it is of. The first of the three measures that is given counts. */
export interface SummarizeOptions {
  /** Some sections of the article, their subsections included; else the whole. */
  readonly sections?: readonly Section[] | undefined;
  /** Number of sentences; by default about one per section, at least 3, at most 7, and no more than fit a screen. */
  readonly sentences?: number | undefined;
  /** At most this many words, but at least a sentence; an abstract that fits is included. */
  readonly words?: number | undefined;
  /** At most this many per cent of the words, but at least a sentence; an abstract that fits is included. */
  readonly percent?: number | undefined;
  /** The best sentence of each section, in place of the best of all. */
  readonly each?: boolean | undefined;
}

/**
 * Summarizes an article, or some of its sections, in its own sentences, in its order. The whole article's own abstract
 * comes first, and is not repeated.
 */
export async function summarize(article: Article, options: SummarizeOptions = {}): Promise<SummaryView> {
  const language = await languageOf(article);
  const termsOf = createTerms(await loadStopWords(language));
  const roots = options.sections ?? [article.lead, ...article.sections];
  const { sentences: measured, listings } = measure(partsOf(roots), termsOf, language);
  const documentation =
    listings > measured.length / 20 || [...eachSection(roots)].some(({ title }) => isManualTitle(title));
  const text: AssessedText = { title: article.title, language, documentation };
  if (options.each) return eachView(article, roots, assess(measured, 1, text));

  const total = measured.reduce((sum, { words }) => sum + words, 0);
  const words = options.sentences === undefined ? (options.words ?? percentOf(total, options.percent)) : undefined;
  const own = options.sections === undefined ? wholeAbstract(article.metadata.abstract, language) : undefined;
  const ownWords = countWords(own ?? '');
  const abstract = words !== undefined && ownWords > words ? undefined : own;
  const left = words === undefined ? undefined : words - (abstract === undefined ? 0 : ownWords);
  const budget: Budget = {
    sentences: options.sentences ?? (left === undefined ? usualLength(measured) : Number.POSITIVE_INFINITY),
    words: left ?? Number.POSITIVE_INFINITY,
  };
  const said =
    abstract === undefined ? [] : splitSentences(abstract, language).map((sentence) => termsOf(sentence.text).terms);
  const wanted = Math.min(budget.sentences, (budget.words * measured.length) / Math.max(1, total));
  const assessed = assess(measured, wanted, text);
  let picked = pick(assessed, budget, said);
  if (options.sentences === undefined && left === undefined) {
    while (picked.length > fewestUsual && linesOf(picked, abstract) > usualLines) {
      picked = pick(assessed, { ...budget, sentences: picked.length - 1 }, said);
    }
  }
  return {
    kind: 'summary',
    article,
    ...(abstract !== undefined && { abstract }),
    sentences: toSentences(article, picked),
  };
}

function percentOf(total: number, percent: number | undefined): number | undefined {
  return percent === undefined ? undefined : Math.ceil((total * percent) / 100);
}

const fewestUsual = 3;
const mostUsual = 7;

function usualLength(measured: readonly Measured[]): number {
  return Math.max(fewestUsual, Math.min(mostUsual, new Set(measured.map(({ part }) => part)).size));
}

/** Lines of a screen of 24 that are left for sentences beside the title and the prompt, and the columns of one. */
const usualLines = 20;
const usualColumns = 74;

/** Estimates the lines of sentences and an abstract, each with a blank line after it. */
function linesOf(picked: readonly Assessed[], abstract: string | undefined): number {
  const texts = picked.map(({ candidate }) => candidate.text);
  if (abstract !== undefined) texts.push(abstract);
  const columns = (text: string) => text.length + (text.match(/[\u2e80-\uffef]/g)?.length ?? 0);
  return texts.reduce((sum, text) => sum + Math.ceil(columns(text) / usualColumns) + 1, 0);
}

/** A longer truncated abstract is left out, in words: it is the beginning of the text. */
const longestCut = 80;

/**
 * Returns an abstract that ends as sentences do: of one that was cut in mid-sentence its whole sentences, or, where it
 * has none, the words with an ellipsis.
 */
function wholeAbstract(abstract: string | undefined, language: string | undefined): string | undefined {
  const text = abstract?.trim();
  if (!text) return undefined;
  const sentences = splitSentences(text, language);
  const last = sentences.at(-1)?.text ?? '';
  const isCut =
    /(?:…|\.\.\.)$/.test(last) || (/[\p{L}\p{N},;–—-]$/u.test(last) && (sentences.length > 1 || text.length >= 60));
  if (!isCut) return text;
  if (countWords(text) > longestCut) return undefined;
  const end = sentences.at(-2)?.end ?? 0;
  if (countWords(text.slice(0, end)) >= 8) return text.slice(0, end);
  return `${text.replace(/[\s,;–—.…-]+$/u, '')} …`;
}

/** Groups the sections that share the room of a summary, with their subsections: the first level with several. */
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

function pick(
  assessed: readonly Assessed[],
  budget: Budget,
  said: readonly (readonly number[])[],
): readonly Assessed[] {
  return choose(assessed, budget, said).flatMap((index) => assessed[index] ?? []);
}

/** Summarizes each section by its best sentence; one that has none is listed without. */
function eachView(article: Article, roots: readonly Section[], assessed: readonly Assessed[]): SummaryView {
  const bySection = new Map<Section, Assessed[]>();
  for (const one of assessed) {
    const others = bySection.get(one.candidate.section);
    if (others) others.push(one);
    else bySection.set(one.candidate.section, [one]);
  }
  const budget = { sentences: 1, words: Number.POSITIVE_INFINITY };
  // Where sentences end in full stops, a section may have none: a caption, a label, the words before a formula.
  const stopped = assessed.some(({ alone }) => alone);
  const best = [...bySection.values()]
    .flatMap((sentences) => pick(sentences, budget, []))
    .filter(({ candidate, states }) => !stopped || states || isSentence(candidate.text));
  const sentences = toSentences(article, best);
  const sentenceOf = new Map(sentences.map((sentence) => [sentence.section, sentence]));
  const each = [...new Set(eachSection(roots))].flatMap((section): SectionSummary[] => {
    const sentence = sentenceOf.get(section);
    if (section.level === 0 && section.words === 0) return [];
    return [{ section, ...(sentence ? { sentence } : { beginning: beginningOf(section) }) }];
  });
  return { kind: 'summary', article, sentences, each };
}

const beginningCharacters = 60;

/** Returns the first words of a section that has no sentence: of its first block with a text. */
function beginningOf(section: Section): string {
  for (const block of section.blocks) {
    const text = blockText(block)
      .slice(0, 4 * beginningCharacters)
      .replace(/\s+/g, ' ')
      .trim();
    if (text === '') continue;
    if (text.length <= beginningCharacters) return text;
    const words = text.slice(0, beginningCharacters + 1);
    const end = words.lastIndexOf(' ');
    return `${words.slice(0, end > beginningCharacters / 2 ? end : beginningCharacters).trimEnd()} …`;
  }
  return '';
}

function toSentences(article: Article, picked: readonly Assessed[]): readonly SummarySentence[] {
  const spans = locate(
    article,
    picked.map(({ candidate }) => candidate),
  );
  return picked.map(({ candidate: { text, section }, score, position, centrality, states, heldBack }, index) => ({
    text,
    section,
    score,
    reasons: { position, centrality, states, ...(heldBack.length > 0 && { heldBack }) },
    ...spans[index],
  }));
}

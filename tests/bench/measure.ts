import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Article, Section } from '../../src/article/article-tree.ts';
import { eachWord } from '../../src/text/language/each-word.ts';
import { loadStopWords } from '../../src/text/language/stop-words.ts';
import { gatherCandidates } from '../../src/view/summary/candidates.ts';
import { type SummarizeOptions, summarize } from '../../src/view/summary/summarize.ts';
import { parseBody } from '../support/parse-body.ts';
import { lead, lexRank, lexRankByPosition, type Order, oracle, textRank } from './baselines.ts';
import { interval } from './interval.ts';
import { judge } from './judge.ts';
import { readmePairs } from './readmes.ts';
import { type Rouge, rouge, rougeOne, rougeTwo, rougeWords } from './rouge.ts';

/** One line of a set: a text in Markdown and what a person wrote to sum it up. */
export interface Pair {
  readonly language: string;
  readonly text: string;
  readonly summary: string;
}

interface Case {
  readonly article: Article;
  readonly language: string;
  readonly sentences: readonly (readonly string[])[];
  readonly contents: readonly (readonly string[])[];
  readonly reference: readonly string[];
}

type Words = readonly string[];
type Method = (measured: Case, length: Length) => Promise<Words> | Words;

/** So many whole sentences, or the first so many words of what was chosen. */
type Length = { readonly sentences: number } | { readonly words: number };

/** Prints ROUGE F1 of each method on each `.jsonl` file of a folder and on the READMEs at hand, and the judge's hits. */
export async function measure(folder: string, print: (line: string) => void): Promise<void> {
  const shares: Share[] = [];
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.jsonl'))) {
    const pairs = readFileSync(join(folder, name), 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line) as Pair);
    await measureSet(name, pairs, print, shares);
  }
  await measureSet('READMEs and the descriptions in their package.json', readmePairs(), print, shares);
  printShares(shares, print);
  await judge(print);
}

async function measureSet(
  name: string,
  pairs: readonly Pair[],
  print: (line: string) => void,
  shares: Share[],
): Promise<void> {
  const cases = (await Promise.all(pairs.map(prepare))).filter(({ sentences }) => sentences.length > 0);
  print(`\n### ${name}, ${cases.length} texts`);
  const wordsOfReferences = cases.reduce((sum, { reference }) => sum + reference.length, 0) / cases.length;
  const lengths: Length[] = [{ sentences: 1 }, { sentences: 3 }, { words: 32 }];
  // Sentences differ in length, and ROUGE rewards the shorter ones: the same words of each.
  const three = cases.reduce((sum, { sentences }) => sum + sentences.slice(0, 3).flat().length, 0) / cases.length;
  lengths.push({ words: Math.round(three) });
  if (wordsOfReferences > 64) lengths.push({ words: Math.round(wordsOfReferences) });
  for (const length of lengths) {
    const title = 'words' in length ? `${length.words} words` : `${length.sentences} sentence(s)`;
    print(`\n${title}:\n`);
    print('| method | ROUGE-1 | ROUGE-2 | ROUGE-L |');
    print('|---|---|---|---|');
    const goal = goals[name]?.(length);
    if (goal) print(`| goal | ${goal.join(' | ')} |`);
    const means = new Map<string, number>();
    for (const [method, choose] of methods) {
      const scores: Rouge[] = [];
      for (const measured of cases) scores.push(rouge(await choose(measured, length), measured.reference));
      const cells = (['one', 'two', 'longest'] as const).map((kind) =>
        interval(
          scores.map((score) => 100 * score[kind]),
          1,
        ),
      );
      print(`| ${method} | ${cells.join(' | ')} |`);
      means.set(
        method,
        scores.reduce((sum, { one, two, longest }) => sum + one + two + longest, 0),
      );
    }
    shares.push({ set: name, length: title, means });
  }
}

/** The sums of the three ROUGE scores of each method on one set at one length. */
interface Share {
  readonly set: string;
  readonly length: string;
  readonly means: ReadonlyMap<string, number>;
}

/** Prints what each method reaches of the best one, the oracle apart, over all sets and lengths. */
function printShares(shares: readonly Share[], print: (line: string) => void): void {
  print('\n### Share of the best method\n');
  print('| method | mean | worst | where |');
  print('|---|---|---|---|');
  const rivals = methods.map(([method]) => method).filter((method) => method !== 'greedy oracle');
  for (const method of rivals) {
    const reached = shares.map(({ set, length, means }) => ({
      where: `${set}, ${length}`,
      share: (means.get(method) ?? 0) / Math.max(...rivals.map((rival) => means.get(rival) ?? 0)),
    }));
    const worst = reached.reduce((a, b) => (b.share < a.share ? b : a));
    const mean = reached.reduce((sum, { share }) => sum + share, 0) / reached.length;
    print(`| ${method} | ${mean.toFixed(3)} | ${worst.share.toFixed(3)} | ${worst.where} |`);
  }
}

async function prepare({ language, text, summary }: Pair): Promise<Case> {
  const article = parseBody(text, { metadata: { language } });
  const stopWords = await loadStopWords(language);
  const texts = [article.lead, ...article.sections]
    .flatMap(withSubsections)
    .flatMap((section) => gatherCandidates(section, language).candidates);
  return {
    article,
    language,
    sentences: texts.map((sentence) => rougeWords(sentence.text, language)),
    contents: texts.map((sentence) => {
      const words: string[] = [];
      eachWord(sentence.text, (word) => {
        if (!stopWords.has(word)) words.push(word);
      });
      return words;
    }),
    reference: rougeWords(summary, language),
  };
}

function withSubsections(section: Section): readonly Section[] {
  return [section, ...section.sections.flatMap(withSubsections)];
}

/** What ours is held to, by set. */
const goals: Readonly<Record<string, (length: Length) => readonly string[] | undefined>> = {
  'orangesum-500.jsonl': (length) => {
    if ('words' in length) return ['≥ Lead', '≥ Lead', '≥ Lead'];
    return length.sentences === 1 ? ['≥ 25.4', '≥ 8.4', '≥ 17.8'] : undefined;
  },
};

const methods: readonly (readonly [string, Method])[] = [
  ['ours', ours],
  ['Lead', (measured, length) => cut(measured, lead(measured.contents), length)],
  ['TextRank', (measured, length) => cut(measured, textRank(measured.contents), length)],
  ['LexRank', (measured, length) => cut(measured, lexRank(measured.contents), length)],
  ['LexRank × position', (measured, length) => cut(measured, lexRankByPosition(measured.contents), length)],
  ['greedy oracle', best],
];

async function ours(measured: Case, length: Length): Promise<Words> {
  const say = async (options: SummarizeOptions) =>
    (await summarize(measured.article, options)).sentences.flatMap(({ text }) => rougeWords(text, measured.language));
  if ('sentences' in length) return say({ sentences: length.sentences });
  let words: Words = [];
  for (let sentences = 1; sentences <= measured.sentences.length && words.length < length.words; sentences++) {
    words = await say({ sentences });
  }
  return words.slice(0, length.words);
}

function cut({ sentences }: Case, order: Order, length: Length): Words {
  if ('sentences' in length) return inOrder(sentences, order.slice(0, length.sentences));
  const words: string[] = [];
  for (const index of order) {
    if (words.length >= length.words) break;
    words.push(...(sentences[index] ?? []));
  }
  return words.slice(0, length.words);
}

function best(measured: Case, length: Length): Words {
  const fits = (order: Order) => ('sentences' in length ? order.length <= length.sentences : true);
  const wordsOf = (order: Order) => {
    const words = inOrder(measured.sentences, order);
    return 'words' in length ? words.slice(0, length.words) : words;
  };
  const order = oracle(measured.sentences.length, (chosen) => {
    if (!fits(chosen)) return 0;
    const words = wordsOf(chosen);
    return rougeOne(words, measured.reference) + rougeTwo(words, measured.reference);
  });
  return wordsOf(order);
}

function inOrder(sentences: readonly Words[], order: Order): Words {
  return [...order].sort((a, b) => a - b).flatMap((index) => sentences[index] ?? []);
}

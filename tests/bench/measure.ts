import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseBody } from '../../src/article/sections.ts';
import type { Article, Section } from '../../src/article/types.ts';
import { gatherCandidates } from '../../src/view/summary/candidates.ts';
import { loadStopWords } from '../../src/view/summary/stop-words.ts';
import { type SummarizeOptions, summarize } from '../../src/view/summary/summarize.ts';
import { eachWord } from '../../src/view/summary/terms.ts';
import { lead, lexRank, type Order, oracle, textRank } from './baselines.ts';
import { type Rouge, rouge, rougeOne, rougeTwo, rougeWords } from './rouge.ts';

/** One line of a set: a text in Markdown and what a person wrote to sum it up. */
interface Pair {
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

/** Prints ROUGE F1 of each method on each `.jsonl` file of a folder, with 95 % bootstrap intervals of its means. */
export async function measure(folder: string, print: (line: string) => void): Promise<void> {
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.jsonl'))) {
    const pairs = readFileSync(join(folder, name), 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line) as Pair);
    const cases = (await Promise.all(pairs.map(prepare))).filter(({ sentences }) => sentences.length > 0);
    print(`\n### ${name}, ${cases.length} texts`);
    const wordsOfReferences = cases.reduce((sum, { reference }) => sum + reference.length, 0) / cases.length;
    const lengths: Length[] = [{ sentences: 1 }, { sentences: 3 }, { words: 32 }];
    if (wordsOfReferences > 64) lengths.push({ words: Math.round(wordsOfReferences) });
    for (const length of lengths) {
      print(`\n${'words' in length ? `${length.words} words` : `${length.sentences} sentence(s)`}:\n`);
      print('| method | ROUGE-1 | ROUGE-2 | ROUGE-L |');
      print('|---|---|---|---|');
      const goal = goals[name]?.(length);
      if (goal) print(`| goal | ${goal.join(' | ')} |`);
      for (const [title, method] of methods) {
        const scores: Rouge[] = [];
        for (const measured of cases) scores.push(rouge(await method(measured, length), measured.reference));
        const cells = (['one', 'two', 'longest'] as const).map((kind) => interval(scores.map((score) => score[kind])));
        print(`| ${title} | ${cells.join(' | ')} |`);
      }
    }
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

/** A mean in hundredths with the interval that 95 % of 1,000 resamplings fall into. */
function interval(values: readonly number[]): string {
  const random = createRandom(1);
  const means = Array.from({ length: 1000 }, () => {
    let sum = 0;
    for (let draw = 0; draw < values.length; draw++) sum += values[Math.floor(random() * values.length)] ?? 0;
    return (100 * sum) / values.length;
  }).sort((a, b) => a - b);
  const mean = (100 * values.reduce((a, b) => a + b, 0)) / values.length;
  return `${mean.toFixed(1)} (${(means[25] ?? 0).toFixed(1)}–${(means[974] ?? 0).toFixed(1)})`;
}

/** Numbers from 0 to 1, the same at each run: the mulberry32 generator. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

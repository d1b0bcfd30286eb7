import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Article } from '../../src/article/article-tree.ts';
import { eachSection } from '../../src/article/each-section.ts';
import { eachWord } from '../../src/text/language/each-word.ts';
import { loadStopWords } from '../../src/text/language/stop-words.ts';
import { gatherCandidates } from '../../src/view/summary/candidates.ts';
import { summarize } from '../../src/view/summary/summarize.ts';
import { parseBody } from '../support/parse-body.ts';
import { lead, lexRank, textRank, type Words } from './baselines.ts';
import { interval } from './interval.ts';

/** A text whose sentences have ids, and what readers want of it in three of them. */
interface Judged {
  readonly article: Article;
  /** Ids of sentences by their text. */
  readonly ids: ReadonlyMap<string, string>;
  readonly choices: readonly ReadonlySet<string>[];
}

const folder = 'tests/fixtures/judge';
const methods = ['ours', 'Lead', 'TextRank', 'LexRank'] as const;

/** What the ranking had before position restarted in each section, measured with this judge. */
const before = 'The ranking before this one: 0.61 (0.55–0.66).';

/**
 * Prints, for each kind of text in `tests/fixtures/judge`, how many of a method's first three sentences a reader wanted:
 * hits at 3, of the nearer of two choices. The choices were written down before any output was looked at.
 */
export async function judge(print: (line: string) => void): Promise<void> {
  print('\n### What a reader would want: hits at 3\n');
  print(`| kind | texts | ${methods.join(' | ')} |`);
  print(`|---|---|${methods.map(() => '---').join('|')}|`);
  const all = methods.map((): number[] => []);
  for (const file of readdirSync(folder).sort()) {
    const texts = readFileSync(join(folder, file), 'utf8')
      .split(/^(?==== )/m)
      .map(readText);
    const hits = methods.map((): number[] => []);
    for (const text of texts) {
      for (const [at, sentences] of (await chosenBy(text)).entries()) {
        hits[at]?.push(hitsOf(text, sentences));
        all[at]?.push(hitsOf(text, sentences));
      }
    }
    const means = hits.map((values) => (values.reduce((a, b) => a + b, 0) / values.length).toFixed(2));
    print(`| ${basename(file, '.txt')} | ${texts.length} | ${means.join(' | ')} |`);
  }
  print(`| all | ${all[0]?.length} | ${all.map((values) => interval(values, 2)).join(' | ')} |`);
  print(`\nGoal: ≥ .6. ${before}`);
}

/** Reads `=== title | language | choice | choice`, then Markdown in which a number opens the line of each sentence. */
function readText(source: string): Judged {
  const [head = '', ...lines] = source.split('\n');
  const [, language = '', ...choices] = head.split('|').map((field) => field.trim());
  const ids = new Map<string, string>();
  const markdown = lines.map((line) => {
    const [, marker = '', id, sentence = ''] = /^((?:- |> )?)(\d+) (.*)$/.exec(line) ?? [];
    if (id === undefined) return line;
    ids.set(squeezed(sentence), id);
    return marker + sentence;
  });
  return {
    article: parseBody(markdown.join('\n'), { metadata: { language } }),
    ids,
    choices: choices.map((choice) => new Set(choice.split(' '))),
  };
}

function squeezed(text: string): string {
  return text.replace(/[\s`*_]/g, '');
}

/** Returns the first three sentences of each of {@link methods}. */
async function chosenBy({ article }: Judged): Promise<readonly (readonly string[])[]> {
  const { language } = article.metadata;
  const stopWords = await loadStopWords(language);
  const texts = [...eachSection([article.lead, ...article.sections])]
    .flatMap((section) => gatherCandidates(section, language).candidates)
    .map(({ text }) => text);
  const contents = texts.map((text): Words => {
    const words: string[] = [];
    eachWord(text, (word) => {
      if (!stopWords.has(word)) words.push(word);
    });
    return words;
  });
  const ours = (await summarize(article, { sentences: 3 })).sentences.map(({ text }) => text);
  const others = [lead, textRank, lexRank].map((order) =>
    order(contents)
      .slice(0, 3)
      .flatMap((index) => texts[index] ?? []),
  );
  return [ours, ...others];
}

/** Returns the share of three that the nearer choice has in common with some sentences. */
function hitsOf({ ids, choices }: Judged, sentences: readonly string[]): number {
  const chosen = sentences.flatMap((text) => ids.get(squeezed(text)) ?? []);
  return Math.max(...choices.map((choice) => chosen.filter((id) => choice.has(id)).length)) / 3;
}

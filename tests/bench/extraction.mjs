// Scores the reading of HTML on a folder of pages: npm run bench:extraction -- <folder>
// The folder holds html/<id>.html.gz and ground-truth.json (id → articleBody, url), as in the public article-extraction
// benchmark, and the measure is that benchmark's: multisets of 4-grams of `\w+` tokens.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { importBundled } from '../../scripts/import-bundled.mjs';
import { median } from './processes.mjs';
import { table, writeResults } from './results.mjs';
import { compare, words } from './shingles.mjs';

const [folder, ...flags] = process.argv.slice(2);
if (!folder) {
  process.stderr.write('Usage: npm run bench:extraction -- <folder> [--pages] [--half=even|odd] [--write]\n');
  process.exit(2);
}
const { readHtml, parseArticle, renderPlain, plainPage } = await importBundled(
  'src/source/html/html.ts',
  'src/article/parse-article.ts',
  'src/render/plain/render-plain.ts',
  'src/render/page.ts',
);
const truth = JSON.parse(await readFile(join(folder, 'ground-truth.json'), 'utf8'));

const half = flags.find((flag) => flag.startsWith('--half='))?.slice(7);
const ids = Object.keys(truth)
  .sort()
  .filter((_, index) => !half || (index % 2 === 0) === (half === 'even'));

const ours = newScore();
const titled = newScore();
const baseline = newScore();
for (const id of ids) {
  const html = gunzipSync(await readFile(join(folder, 'html', `${id}.html.gz`))).toString();
  const { articleBody, url } = truth[id];
  const alone = () => ({ markdown: readabilityAlone(html) });
  const read = () => readHtml(html, { address: url });
  // In turn, so that whatever else the machine does slows both.
  const times = Array.from({ length: 3 }, () => [cpuOf(alone), cpuOf(read)]);
  const [cpuAlone, cpu] = [0, 1].map((at) => median(times.map((run) => run[at])));
  const page = { id, url, html, reference: articleBody };
  measure(baseline, page, cpuAlone, alone, ({ markdown }) => markdown);
  measure(ours, page, cpu, read, ({ markdown }) => plainText(markdown));
  measure(titled, page, cpu, read, ({ markdown, title }) => `${title ?? ''}\n${plainText(markdown)}`);
}

const header = [
  '',
  'precision',
  'recall',
  'F1',
  'headings kept',
  'without links to other pages',
  'CPU median',
  'of the last',
  'CPU most',
  'crashes',
];
const rows = [
  ['goal', '≥ .94', '', '≥ .963', '≥ .95', '', '≤ 60 ms', '≤ 0.35', '', '0'],
  row('article', ours),
  row('article, with the title that it prints', titled),
  row('Readability + linkedom alone', baseline),
];
const markdown = `${ids.length} pages. A heading counts when its words are a line of the reference text. CPU is the median of three runs in turn.\n\n${table(header, rows)}`;
console.log(markdown);
if (flags.includes('--write')) writeResults('Extraction', 'npm run bench:extraction -- <folder>', markdown);
if (flags.includes('--pages')) {
  for (const page of ours.pages.sort((a, b) => a.precision * a.recall - b.precision * b.recall)) {
    process.stdout.write(
      `${page.precision.toFixed(3)} ${page.recall.toFixed(3)} ${page.headings.join('/')} ${page.cpu.toFixed(0).padStart(4)} ms ${page.id.slice(0, 6)} ${page.url}\n`,
    );
  }
}

function newScore() {
  return { pages: [], crashes: 0 };
}

/** Returns the milliseconds of CPU that one run takes; what it throws is counted where it is measured. */
function cpuOf(extract) {
  const before = process.cpuUsage();
  try {
    extract();
  } catch {}
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function measure(score, { id, url, html, reference }, cpu, extract, asText) {
  let found = { markdown: '' };
  try {
    found = extract();
  } catch (error) {
    score.crashes++;
    process.stderr.write(`${id}: ${error.stack}\n`);
  }
  const { all, own } = headingsOf(html, reference);
  const written = new Set(
    found.markdown.split('\n').flatMap((line) => (/^(?:\s|>|-)*#{1,6} /.test(line) ? [words(line).join(' ')] : [])),
  );
  score.pages.push({
    id,
    url,
    ...compare(reference, asText(found)),
    cpu,
    headings: [all.filter((heading) => written.has(heading)).length, all.length],
    ownHeadings: [own.filter((heading) => written.has(heading)).length, own.length],
  });
}

function readabilityAlone(html) {
  const { document } = parseHTML(html);
  return new Readability(document).parse()?.textContent ?? '';
}

/**
 * Returns the headings of a page that are a line of its reference text, as words: all of them, and those that are more
 * than a link to another page, which belong to the page itself.
 */
function headingsOf(html, reference) {
  const lines = new Set(reference.split('\n').map((line) => words(line).join(' ')));
  const { document } = parseHTML(html);
  const headings = Array.from(document.querySelectorAll('h2, h3, h4, h5, h6'));
  const isOwn = (heading) => {
    const link = heading.querySelector('a[href]');
    return (
      !link ||
      link.getAttribute('href').startsWith('#') ||
      words(link.textContent).length < words(heading.textContent).length
    );
  };
  const named = (some) =>
    [...new Set(some.map((heading) => words(heading.textContent).join(' ')))].filter(
      (heading) => /\p{L}/u.test(heading) && lines.has(heading),
    );
  return { all: named(headings), own: named(headings.filter(isOwn)) };
}

/** Returns what `--plain` prints of the text, its title left out. */
function plainText(markdown) {
  const article = parseArticle(markdown, { title: '' });
  const view = { kind: 'sections', article, sections: [article.lead, ...article.sections] };
  return [...renderPlain(view, plainPage)].join('');
}

function row(name, { pages, crashes }) {
  const mean = (key) => pages.reduce((total, page) => total + page[key], 0) / pages.length;
  const [precision, recall] = [mean('precision'), mean('recall')];
  const kept = (key) => {
    const [some, all] = [0, 1].map((at) => pages.reduce((total, page) => total + page[key][at], 0));
    return `${some}/${all} = ${(some / Math.max(1, all)).toFixed(3)}`;
  };
  const cpuMedian = (scored) => median(scored.map(({ cpu }) => cpu));
  const f1 = (2 * precision * recall) / (precision + recall);
  return [
    name,
    ...[precision, recall, f1].map((figure) => figure.toFixed(4)),
    kept('headings'),
    kept('ownHeadings'),
    `${cpuMedian(pages).toFixed(1)} ms`,
    (cpuMedian(pages) / cpuMedian(baseline.pages)).toFixed(2),
    `${Math.max(...pages.map(({ cpu }) => cpu)).toFixed(0)} ms`,
    crashes,
  ];
}

// Scores the reading of HTML on a folder of pages: npm run bench:extraction -- <folder>
// The folder holds html/<id>.html.gz and ground-truth.json (id → articleBody, url), as in the public article-extraction
// benchmark, and the measure is that benchmark's: multisets of 4-grams of `\w+` tokens.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { Readability } from '@mozilla/readability';
import { build } from 'esbuild';
import { parseHTML } from 'linkedom';

const [folder, ...flags] = process.argv.slice(2);
if (!folder) {
  process.stderr.write('Usage: npm run bench:extraction -- <folder> [--pages] [--half=even|odd]\n');
  process.exit(2);
}
const { readHtml, parseBody, renderPlain, plainPage } = await bundled(
  "export { readHtml } from './src/source/html/html.ts'; export { parseBody } from './src/article/parse.ts';" +
    "export { renderPlain } from './src/render/plain/plain.ts'; export { plainPage } from './src/render/page.ts';",
);
const truth = JSON.parse(await readFile(join(folder, 'ground-truth.json'), 'utf8'));

const half = flags.find((flag) => flag.startsWith('--half='))?.slice(7);
const ids = Object.keys(truth)
  .sort()
  .filter((_, index) => !half || (index % 2 === 0) === (half === 'even'));

const ours = newScore();
const baseline = newScore();
for (const id of ids) {
  const html = gunzipSync(await readFile(join(folder, 'html', `${id}.html.gz`))).toString();
  const { articleBody, url } = truth[id];
  measure(baseline, id, url, html, articleBody, () => readabilityAlone(html), String);
  measure(ours, id, url, html, articleBody, () => readHtml(html, { address: url }).markdown, plainText);
}

print('article', ours);
print('Readability + linkedom alone', baseline);
if (flags.includes('--pages')) {
  for (const page of ours.pages.sort((a, b) => a.precision * a.recall - b.precision * b.recall)) {
    process.stdout.write(
      `${page.precision.toFixed(3)} ${page.recall.toFixed(3)} ${page.headings}/${page.ofHeadings} ${page.cpu.toFixed(0).padStart(4)} ms ${page.id.slice(0, 6)} ${page.url}\n`,
    );
  }
}

async function bundled(contents) {
  const target = await mkdtemp(join(tmpdir(), 'extraction-'));
  const outfile = join(target, 'bundle.mjs');
  await build({
    stdin: { contents, resolveDir: '.', loader: 'ts' },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    alias: { turndown: './node_modules/turndown/lib/turndown.browser.es.js' },
    logLevel: 'warning',
  });
  const loaded = await import(pathToFileURL(outfile).href);
  await rm(target, { recursive: true });
  return loaded;
}

function newScore() {
  return { pages: [], crashes: 0 };
}

function measure(score, id, url, html, reference, extract, asText) {
  const before = process.cpuUsage();
  let text = '';
  try {
    text = extract();
  } catch (error) {
    score.crashes++;
    process.stderr.write(`${id}: ${error.stack}\n`);
  }
  const used = process.cpuUsage(before);
  const wanted = headingsOf(html, reference);
  const written = new Set(
    text.split('\n').flatMap((line) => (/^(?:\s|>|-)*#{1,6} /.test(line) ? [words(line).join(' ')] : [])),
  );
  score.pages.push({
    id,
    url,
    ...compare(reference, asText(text)),
    cpu: (used.user + used.system) / 1000,
    headings: wanted.filter((heading) => written.has(heading)).length,
    ofHeadings: wanted.length,
  });
}

function readabilityAlone(html) {
  const { document } = parseHTML(html);
  return new Readability(document).parse()?.textContent ?? '';
}

/**
 * The headings of a page that are a line of its reference text, as words. One that is nothing but a link to another page
 * belongs to that other page, though references hold a few of them.
 */
function headingsOf(html, reference) {
  const lines = new Set(reference.split('\n').map((line) => words(line).join(' ')));
  const { document } = parseHTML(html);
  const own = Array.from(document.querySelectorAll('h2, h3, h4, h5, h6')).filter((heading) => {
    const link = heading.querySelector('a[href]');
    return (
      !link ||
      link.getAttribute('href').startsWith('#') ||
      words(link.textContent).length < words(heading.textContent).length
    );
  });
  const headings = own.map((heading) => words(heading.textContent).join(' '));
  return [...new Set(headings)].filter((heading) => /\p{L}/u.test(heading) && lines.has(heading));
}

/** What `--plain` prints of the text, its title left out. */
function plainText(markdown) {
  const article = parseBody(markdown, { title: '' });
  const view = { kind: 'sections', article, sections: [article.lead, ...article.sections] };
  return [...renderPlain(view, plainPage)].join('');
}

function words(text) {
  return text.match(/[\p{L}\p{N}_]+/gu) ?? [];
}

function shingles(text) {
  const tokens = words(text);
  const counts = new Map();
  for (let index = 0; index < Math.max(1, tokens.length - 3); index++) {
    const shingle = tokens.slice(index, index + 4).join(' ');
    if (shingle) counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

function compare(reference, text) {
  const wanted = shingles(reference);
  const found = shingles(text);
  let shared = 0;
  for (const [shingle, count] of wanted) shared += Math.min(count, found.get(shingle) ?? 0);
  const sum = (counts) => [...counts.values()].reduce((total, count) => total + count, 0);
  const [all, given] = [sum(wanted), sum(found)];
  return { precision: given ? shared / given : Number(all === 0), recall: all ? shared / all : 1 };
}

function print(name, { pages, crashes }) {
  const mean = (key) => pages.reduce((total, page) => total + page[key], 0) / pages.length;
  const [precision, recall] = [mean('precision'), mean('recall')];
  const headings = pages.reduce((total, page) => total + page.headings, 0);
  const ofHeadings = pages.reduce((total, page) => total + page.ofHeadings, 0);
  const cpu = pages.map((page) => page.cpu).sort((a, b) => a - b);
  process.stdout.write(
    `${name}: ${pages.length} pages, precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}, F1 ${((2 * precision * recall) / (precision + recall)).toFixed(4)}, ` +
      `headings ${headings}/${ofHeadings} (${(headings / Math.max(1, ofHeadings)).toFixed(3)}), CPU median ${cpu[cpu.length >> 1]?.toFixed(1)} ms, most ${cpu.at(-1)?.toFixed(0)} ms, crashes ${crashes}\n`,
  );
}

// Scores the reading of text browsers' dumps on a folder of pages: npm run bench:text -- <folder>
// The folder and the measure are those of extraction.mjs; each page is written out by `lynx -dump -nolist` and by
// `w3m -dump`, which have to be installed, and read as plain text. `--dumps <folder>` keeps the dumps for the next run.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { importBundled } from '../../scripts/import-bundled.mjs';
import { table, writeResults } from './results.mjs';
import { compare } from './shingles.mjs';

const [folder, ...flags] = process.argv.slice(2);
if (!folder) {
  process.stderr.write('Usage: npm run bench:text -- <folder> [--dumps <folder>] [--pages] [--write]\n');
  process.exit(2);
}
const work = mkdtempSync(join(tmpdir(), 'bench-text-'));
const kept = flags.includes('--dumps') ? flags[flags.indexOf('--dumps') + 1] : work;
const browsers = {
  lynx: ['-dump', '-nolist', '-force_html'],
  w3m: ['-dump', '-T', 'text/html'],
};
try {
  const { readText, parseArticle, renderPlain, plainPage } = await importBundled(
    'src/source/plain-text/plain-text.ts',
    'src/article/parse-article.ts',
    'src/render/plain/render-plain.ts',
    'src/render/page.ts',
  );
  const rows = [];
  const printed = (view) => [...renderPlain(view, plainPage)].join('');
  const truth = JSON.parse(readFileSync(join(folder, 'ground-truth.json'), 'utf8'));
  for (const browser of Object.keys(browsers)) {
    const pages = [];
    for (const id of Object.keys(truth).sort()) {
      const text = dump(browser, id);
      const before = process.cpuUsage();
      const { markdown, title = '' } = readText(text);
      const used = process.cpuUsage(before);
      const article = parseArticle(markdown, { title });
      const sections = { kind: 'sections', article, sections: [article.lead, ...article.sections] };
      pages.push({
        id,
        cpu: (used.user + used.system) / 1000,
        body: compare(truth[id].articleBody, printed(sections)),
        whole: compare(truth[id].articleBody, printed({ kind: 'article', article })),
      });
    }
    const halves = [0, 1].map((half) => pages.filter((_, index) => index % 2 === half));
    rows.push(
      report(`${browser}, body`, pages, 'body'),
      report(`${browser}, body, even pages`, halves[0], 'body'),
      report(`${browser}, body, odd pages`, halves[1], 'body'),
      report(`${browser}, with the title`, pages, 'whole'),
    );
    if (flags.includes('--pages')) {
      for (const { id, body } of pages) {
        process.stdout.write(`${browser}\t${id}\t${body.precision.toFixed(3)}\t${body.recall.toFixed(3)}\n`);
      }
    }
  }
  if (flags.includes('--write')) {
    const header = ['dump', 'pages', 'precision', 'recall', 'F1', 'CPU a page'];
    writeResults('Text: pages written out by text browsers', 'npm run bench:text -- <folder>', table(header, rows));
  }
} finally {
  rmSync(work, { recursive: true });
}

function dump(browser, id) {
  const file = join(kept, browser, `${id}.txt`);
  if (!existsSync(file)) {
    const page = join(work, 'page.html');
    writeFileSync(page, gunzipSync(readFileSync(join(folder, 'html', `${id}.html.gz`))));
    mkdirSync(join(kept, browser), { recursive: true });
    const options = { maxBuffer: 1 << 28, timeout: 60_000, stdio: ['ignore', 'pipe', 'ignore'] };
    const env = { PATH: process.env.PATH, HOME: work, LANG: 'C.UTF-8' };
    writeFileSync(file, execFileSync(browser, [...browsers[browser], page], { ...options, env }));
  }
  return readFileSync(file, 'utf8');
}

function report(name, pages, part) {
  const mean = (value) => pages.reduce((total, page) => total + value(page), 0) / pages.length;
  const precision = mean((page) => page[part].precision);
  const recall = mean((page) => page[part].recall);
  const f1 = (2 * precision * recall) / (precision + recall);
  const row = [name, pages.length, precision.toFixed(4), recall.toFixed(4), f1.toFixed(4)];
  const cpu = `${mean((page) => page.cpu).toFixed(1)} ms`;
  process.stdout.write(
    `${row[0]}: ${row[1]} pages, precision ${row[2]}, recall ${row[3]}, F1 ${row[4]}, CPU ${cpu} a page\n`,
  );
  return [...row, cpu];
}

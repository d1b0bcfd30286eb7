// Scores the reading of dumped pages: `npm run bench:text -- <folder>`, with a folder in the layout of the public
// article-extraction benchmark (`html/<id>.html.gz`, `ground-truth.json`). Needs lynx and w3m on the PATH.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { Marked } from 'marked';

const [folder, ...flags] = process.argv.slice(2);
if (!folder) throw new Error('Usage: npm run bench:text -- <folder> [--dumps <folder>] [--each]');
const dumps = flags.includes('--dumps') ? flags[flags.indexOf('--dumps') + 1] : undefined;

const dumpers = {
  lynx: (page) => run('lynx', ['-dump', '-nolist', '-force_html', page]),
  w3m: (page) => run('w3m', ['-dump', '-T', 'text/html', page]),
};

function run(command, args) {
  return execFileSync(command, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    timeout: 60_000,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

/** Multiset of token 4-grams; a text of fewer tokens is one gram. The benchmark's own measure. */
function grams(text) {
  const tokens = text.match(/[\p{L}\p{M}\p{N}_]+/gu) ?? [];
  const counts = new Map();
  const add = (gram) => counts.set(gram, (counts.get(gram) ?? 0) + 1);
  if (tokens.length > 0 && tokens.length < 4) add(tokens.join(' '));
  for (let at = 0; at + 4 <= tokens.length; at++) add(tokens.slice(at, at + 4).join(' '));
  return counts;
}

function compare(output, reference) {
  const a = grams(output);
  const b = grams(reference);
  let shared = 0;
  for (const [gram, count] of a) shared += Math.min(count, b.get(gram) ?? 0);
  const size = (counts) => [...counts.values()].reduce((sum, count) => sum + count, 0);
  return { precision: size(a) ? shared / size(a) : 0, recall: size(b) ? shared / size(b) : 0 };
}

const marked = new Marked();
function plain(markdown) {
  const html = marked.parse(markdown);
  return html
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<\/?(?:em|strong|del|a|code|br)\b[^>]*>/g, '')
    .replace(/<[^>]+>/g, '\n')
    .replace(/&(lt|gt|quot|amp|#39);/g, (_, name) => ({ lt: '<', gt: '>', quot: '"', amp: '&', '#39': "'" })[name]);
}

const work = mkdtempSync(join(tmpdir(), 'bench-text-'));
try {
  const bundle = join(work, 'text.mjs');
  await build({
    entryPoints: ['src/source/text/text.ts'],
    bundle: true,
    format: 'esm',
    platform: 'node',
    outfile: bundle,
    logLevel: 'error',
  });
  const { readText } = await import(pathToFileURL(bundle).href);
  const truth = JSON.parse(readFileSync(join(folder, 'ground-truth.json'), 'utf8'));
  const ids = Object.keys(truth).sort();
  for (const [name, dump] of Object.entries(dumpers)) {
    const rows = [];
    let cpu = 0;
    for (const id of ids) {
      const kept = dumps && join(dumps, name, `${id}.txt`);
      let text;
      if (kept && existsSync(kept)) text = readFileSync(kept, 'utf8');
      else {
        const page = join(work, 'page.html');
        writeFileSync(page, gunzipSync(readFileSync(join(folder, 'html', `${id}.html.gz`))));
        text = dump(page);
        if (kept) {
          mkdirSync(join(dumps, name), { recursive: true });
          writeFileSync(kept, text);
        }
      }
      const start = process.cpuUsage();
      const { markdown } = readText(text);
      const used = process.cpuUsage(start);
      cpu += (used.user + used.system) / 1000;
      rows.push({ id, ...compare(plain(markdown), truth[id].articleBody) });
    }
    if (flags.includes('--each')) {
      for (const { id, precision, recall } of rows)
        console.log(`${name}\t${id}\t${precision.toFixed(3)}\t${recall.toFixed(3)}`);
    }
    const print = (label, part) => {
      const mean = (key) => part.reduce((sum, row) => sum + row[key], 0) / part.length;
      const precision = mean('precision');
      const recall = mean('recall');
      const f1 = (2 * precision * recall) / (precision + recall);
      console.log(
        `${name} ${label}: ${part.length} pages, precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}, F1 ${f1.toFixed(4)}`,
      );
    };
    print('all', rows);
    print(
      'even',
      rows.filter((_, at) => at % 2 === 0),
    );
    print(
      'odd',
      rows.filter((_, at) => at % 2 === 1),
    );
    console.log(`${name}: ${(cpu / rows.length).toFixed(1)} ms of CPU a page`);
  }
} finally {
  rmSync(work, { recursive: true });
}

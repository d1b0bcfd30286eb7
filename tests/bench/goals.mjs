import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { measure, pairRatio } from './processes.mjs';
import { table } from './results.mjs';
import { longTexts, webPage } from './texts.mjs';

/** Rounds at 1 MB and at 10 MB. */
const [few = 5, fewer = 3] = (process.env.RUNS ?? '').split(',').filter(Boolean).map(Number);

/**
 * Measures what long texts have as goals: each as a ratio of whole processes' CPU in the same rounds, the median of the
 * pairs. A peer that is not installed leaves its row without a figure.
 *
 * @param {string} folder where texts may be written
 * @param {string} program this program's executable
 * @param {(...names: string[]) => string | undefined} onPath finds a peer's executable
 */
export function measureGoals(folder, program, onPath) {
  const texts = writeTexts(folder);
  const parts = [process.execPath, ...(process.env.NODES ?? '').split(':').filter(Boolean)].map((node) => {
    const version = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim();
    const rows = goals({ ...texts, node, article: `${node} ${program}`, onPath }).map(row);
    rows.push(peakRow(node, program, texts.fifty));
    return `Node ${version}\n\n${table(['work', 'measured', 'goal', 'met'], rows)}`;
  });
  return {
    title: 'Goals for long texts',
    markdown: `Ratios of whole processes' CPU, medians of ${few} pairs at 1 MB and ${fewer} at 10 MB; READMEs of npm packages, joined.\n\n${parts.join('\n\n')}`,
  };
}

function writeTexts(folder) {
  const sizes = { hundredth: 100_000, one: 1_000_000, ten: 10_000_000, fifty: 50_000_000 };
  const paths = {};
  for (const [name, size] of Object.entries(sizes)) {
    paths[name] = join(folder, `${name}.md`);
    writeFileSync(paths[name], longTexts(size).readmes);
  }
  const marked = join(folder, 'marked.mjs');
  const module = (name) => new URL(`../../node_modules/${name}`, import.meta.url).href;
  writeFileSync(
    marked,
    `import { readFileSync } from 'node:fs';\nimport { marked } from '${module('marked/lib/marked.esm.js')}';\nprocess.stdout.write(marked.parse(readFileSync(process.argv[2], 'utf8')));\n`,
  );
  const page = join(folder, 'page.html');
  writeFileSync(page, webPage(135_000));
  const readability = join(folder, 'readability.mjs');
  writeFileSync(
    readability,
    `import { readFileSync } from 'node:fs';
import Readability from '${module('@mozilla/readability/index.js')}';
import { parseHTML } from '${module('linkedom/esm/index.js')}';
const { document } = parseHTML(readFileSync(process.argv[2], 'utf8'));
process.stdout.write(new Readability.Readability(document).parse().textContent);
`,
  );
  return { ...paths, marked, page, readability };
}

/** Lists each goal: the work of ours, what it is measured by, and how much of its CPU ours may take. */
function goals({ node, article, hundredth, one, ten, marked, page, readability, onPath }) {
  const treemd = onPath('treemd');
  const lowdown = onPath('lowdown');
  const mdcat = onPath('mdcat');
  const ripgrep = onPath('rg');
  const bat = onPath('batcat', 'bat');
  const pandoc = onPath('pandoc');
  const title = middleTitle(article, one);
  const plain = (file) => `${article} read ${file} --plain`;
  const colour = (file) => `${article} read ${file} --color always`;
  const lowdownPlain = (file) => lowdown && `${lowdown} -tterm --term-no-ansi --term-columns=80 ${file}`;
  return [
    ['`sections`, 1 MB / treemd', `${article} sections ${one} --plain`, treemd && `${treemd} -l ${one}`, 4],
    [
      '`read <section>`, 1 MB / treemd',
      `${article} read ${one} '${title}' --plain`,
      treemd && `${treemd} -s '${title}' ${one}`,
      4,
    ],
    ['`read --plain`, 1 MB / `marked.parse`', plain(one), `${node} ${marked} ${one}`, 0.8],
    ['`read --plain`, 1 MB / lowdown', plain(one), lowdownPlain(one), 5],
    ['`read --plain`, 10 MB / lowdown', plain(ten), lowdownPlain(ten), 5, fewer],
    ['coloured, 1 MB / mdcat', colour(one), mdcat && `${mdcat} --ansi --local --columns 80 ${one}`, 1.5],
    [
      'coloured, 1 MB / bat',
      colour(one),
      bat && `${bat} --color=always --style=plain --paging=never --language=md ${one}`,
      0.33,
    ],
    ['`read --plain`, 1 MB / pandoc', plain(one), pandoc && `${pandoc} -f gfm -t plain --columns=80 ${one}`, 0.33],
    ['`read --plain`, 10 MB / 1 MB', plain(ten), plain(one), 9, fewer],
    [
      '`search`, 1 MB / ripgrep and bare Node',
      `${article} search installation ${one} --plain`,
      ripgrep && `${ripgrep} -i installation ${one}; ${node} -e 0`,
      3,
    ],
    ['`summary`, 1 MB / 100 kB', `${article} summary ${one} --plain`, `${article} summary ${hundredth} --plain`, 11],
    ['a web page, 135 kB / Readability and linkedom', plain(page), `${node} ${readability} ${page}`, 0.8],
  ];
}

function row([work, ours, theirs, goal, runs = few]) {
  if (!theirs) return [work, 'not installed', `≤ ${goal} ×`, ''];
  const measured = measure({ ours, theirs }, { runs, mayFail: true });
  if (measured.ours.status || measured.theirs.status) return [work, 'fails', `≤ ${goal} ×`, ''];
  const ratio = pairRatio(measured.ours, measured.theirs, 'cpu');
  return [work, `${ratio.toFixed(2)} ×`, `≤ ${goal} ×`, ratio <= goal ? 'yes' : 'no'];
}

function peakRow(node, program, file) {
  const peak = peakMemory([node, program, 'read', file, '--plain']);
  const measured = peak === undefined ? 'not measured' : `${Math.round(peak / 1e6)} MB`;
  return ['50 MB, peak memory', measured, '≤ 400 MB', peak === undefined ? '' : peak <= 4e8 ? 'yes' : 'no'];
}

/** Measures the most memory of a command in bytes; undefined without GNU time. */
export function peakMemory(command) {
  if (!existsSync('/usr/bin/time')) return undefined;
  const { stderr } = spawnSync('/usr/bin/time', ['-f', 'peak %M', ...command], {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const found = /peak (\d+)/.exec(stderr)?.[1];
  return found && Number(found) * 1024;
}

/** Finds a title near the middle that no other has: plain words, which all peers take. */
function middleTitle(article, file) {
  const titles = [...readFileSync(file, 'utf8').matchAll(/^#+ ([a-z]+(?: [a-z]+)+)$/gim)].map(([, title]) => title);
  const lower = titles.map((title) => title.toLowerCase());
  const sole = titles.filter((_, at) => lower.filter((other) => other.includes(lower[at])).length === 1);
  for (const title of sole.slice(sole.length >> 1)) {
    const { status } = spawnSync('bash', ['-c', `${article} read ${file} '${title}' --plain`], { stdio: 'ignore' });
    if (status === 0) return title;
  }
  throw new Error('No section has a title of its own.');
}

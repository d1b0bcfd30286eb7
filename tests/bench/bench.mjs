// npm run bench [-- --short | --goals | --growth | --hostile | --peers | --write]: how fast the program is, as ratios within one run.
// What the figures mean is in RESULTS.md.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { marked } from 'marked';
import { importBundled } from '../../scripts/import-bundled.mjs';
import { measureGoals, peakMemory } from './goals.mjs';
import { measureGrowth } from './growth.mjs';
import { measureHostile } from './hostile.mjs';
import { measurePeers, onPath } from './peers.mjs';
import { measure, median, pairRatio } from './processes.mjs';
import { table, writeResults } from './results.mjs';
import { longTexts, simpleNotes, sourcesOfLongTexts } from './texts.mjs';

const options = new Set(process.argv.slice(2));
const short = options.has('--short');
const program = resolve('dist/bin/article.js');
const folder = mkdtempSync(join(tmpdir(), 'article-bench-'));

const sections = short
  ? [facts]
  : options.has('--peers')
    ? [() => measureGoals(folder, program, onPath), () => measurePeers(folder, program), measureGrowth]
    : options.has('--goals')
      ? [() => measureGoals(folder, program, onPath)]
      : options.has('--growth')
        ? [measureGrowth]
        : options.has('--hostile')
          ? [() => measureHostile(folder, program)]
          : [startUp, fastPath, size, packageSize];
for (const section of sections) {
  const { title, markdown } = await section();
  console.log(`\n## ${title}\n\n${markdown}`);
  if (options.has('--write')) {
    const named = ['--peers', '--goals', '--growth', '--hostile'].find((option) => options.has(option));
    writeResults(title, `npm run bench${named ? ` -- ${named}` : ''}`, markdown);
  }
}

/** Measures start-up on this Node and on those that NODES names (paths, separated by colons). */
async function startUp() {
  const notes = join(folder, 'notes.md');
  const code = join(folder, 'code.md');
  writeFileSync(notes, simpleNotes());
  writeFileSync(code, `${simpleNotes()}\n\`\`\`js\nconst answer = [1, 2, 3].map((n) => n * 2); // a line\n\`\`\`\n`);
  const parts = [];
  for (const node of [process.execPath, ...(process.env.NODES ?? '').split(':').filter(Boolean)]) {
    const article = `${node} ${program}`;
    const bare = `${node} -e 0`;
    const goals = {
      [`${article} --version`]: ['article --version', 1.3],
      [`${article} --help`]: ['article --help', 1.5],
      [`${article} sections`]: ['article sections', 1.3],
      [`${article} read 3 --plain`]: ['article read 3 --plain', 1.3],
      [`${article} complete bash -- "article se"`]: ['article complete bash -- "article se"', 1.6],
      [`${article} complete bash -- "article read --for"`]: ['article complete bash -- "article read --for"', 1.6],
      [`${article} complete bash -- "article read guide "`]: ['article complete bash -- "article read guide "', 1.6],
      [`${article} complete bash -- "article read ${notes} "`]: [
        'article complete bash -- "article read notes.md " (8 kB)',
        1.6,
      ],
      [`${article} read --color always`]: ['article read --color always', 1.4],
      [`${article} read ${notes} --color always`]: ['article read notes.md --color always (8 kB)', 1.9],
      [`${article} read ${code} --color always`]: ['the same with a highlighted code block', 2.4],
    };
    const lines = Object.fromEntries([bare, ...Object.keys(goals)].map((line) => [line, line]));
    const measured = measure(lines, {
      runs: Number(process.env.RUNS ?? 25),
      // So often compiled code is kept anew: see bin/code-cache.ts.
      warmUp: 8,
      env: { XDG_CACHE_HOME: mkdtempSync(join(folder, 'cache-')) },
    });
    const version = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim();
    const rows = Object.entries(goals).map(([line, [name, goal]]) => [
      `\`${name}\``,
      pairRatio(measured[line], measured[bare], 'cpu').toFixed(2),
      `≤ ${goal}`,
      pairRatio(measured[line], measured[bare], 'wall').toFixed(2),
    ]);
    const header = ['command', 'CPU / `node -e 0`', 'goal', 'wall / `node -e 0`'];
    parts.push(
      `Node ${version}; \`node -e 0\` takes ${(measured[bare].cpu * 1000).toFixed(0)} ms of CPU.\n\n${table(header, rows)}`,
    );
  }
  return { title: 'Start-up', markdown: parts.join('\n\n') };
}

/** Measures how much of real texts the fast parser handles, in characters. */
async function fastPath() {
  const { fastShare } = await importBundled('tests/bench/inside.ts');
  const rows = Object.entries(longTexts(1_000_000)).map(([name, text]) => {
    const { blocks, inlines } = fastShare(text);
    return [name, `${(100 * blocks).toFixed(1)} %`, `${(100 * inlines).toFixed(1)} %`];
  });
  return { title: 'Fast path', markdown: table(['text', 'blocks', 'inline content'], rows) };
}

/** Measures long texts in this process, warm: ratios to marked's own `marked.parse` of the same text. */
async function size() {
  const inside = await importBundled('tests/bench/inside.ts');
  const parts = [];
  for (const [name, text] of Object.entries(longTexts(1_000_000))) {
    const work = {
      'marked.parse to HTML': [() => marked.parse(text), undefined],
      'read --plain': [() => inside.read(text, 'plain'), 1.3],
      'read --color always': [() => inside.read(text, 'rich'), name === 'prose' ? 2 : 4],
      'read <section>': [() => inside.readSection(text), 0.6],
      sections: [() => inside.listSections(text), 0.6],
      'read | head -1': [() => inside.read(text, 'plain', 16_384), 0.6],
    };
    const samples = Object.fromEntries(Object.keys(work).map((key) => [key, []]));
    for (let run = 0; run < 8; run += 1) {
      for (const [key, [run_]] of Object.entries(work)) {
        const before = process.cpuUsage();
        await run_();
        const { user, system } = process.cpuUsage(before);
        if (run > 1) samples[key].push((user + system) / 1e6);
      }
    }
    const base = median(samples['marked.parse to HTML']);
    const rows = Object.entries(work).map(([key, [, goal]]) => {
      const seconds = median(samples[key]);
      return [key, `${(seconds * 1000).toFixed(0)} ms`, (seconds / base).toFixed(2), goal ? `≤ ${goal}` : '–'];
    });
    parts.push(`**${name}**, 1 MB\n\n${table(['work', 'CPU', 'ratio', 'goal'], rows)}`);
  }
  parts.push(await growth(inside));
  const { readmes, changelogs } = sourcesOfLongTexts();
  parts.push(
    `The texts are joined from what these packages bring, READMEs (readmes; without code: prose) of ${readmes}; changelogs of ${changelogs}.`,
  );
  return { title: 'Size', markdown: parts.join('\n\n') };
}

async function growth(inside) {
  const one = join(folder, 'one.md');
  const ten = join(folder, 'ten.md');
  const text = longTexts(10_000_000).readmes;
  writeFileSync(one, longTexts(1_000_000).readmes);
  writeFileSync(ten, text);
  const lines = {
    one: `${process.execPath} ${program} read ${one} --plain`,
    ten: `${process.execPath} ${program} read ${ten} --plain`,
  };
  const { one: small, ten: large } = measure(lines, { runs: 3 });
  const bare = peakMemory([process.execPath, '-e', '0']);
  const peak = peakMemory([process.execPath, program, 'read', ten, '--plain']);
  const all = await inside.read(text, 'plain');
  const first = await inside.read(text, 'plain', 16_384);
  const rows = [
    ['CPU at 10 MB / at 1 MB', (large.cpu / small.cpu).toFixed(1), '≤ 11'],
    [
      'peak memory over bare Node / input',
      peak && bare ? ((peak - bare) / text.length).toFixed(1) : 'not measured',
      '≤ 25',
    ],
    ['chunks rendered before the first byte is out', `${first.chunks} of ${all.chunks}`, '< a tenth'],
  ];
  return `**10 MB** of READMEs, whole processes\n\n${table(['', 'measured', 'goal'], rows)}`;
}

/** Measures what is installed: the package packed, unpacked, and how many packages it adds. */
async function packageSize() {
  const packed = JSON.parse(
    execFileSync('npm', ['pack', '--json', '--dry-run', '--ignore-scripts'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  )[0];
  const rows = [
    ['packed', `${Math.round(packed.size / 1000)} kB`, '≤ 680 kB'],
    ['unpacked', `${(packed.unpackedSize / 1e6).toFixed(2)} MB`, '≤ 2.1 MB'],
    ['packages that a global install adds', installedPackages(), '1'],
  ];
  return { title: 'Package', markdown: table(['', 'measured', 'goal'], rows) };
}

function installedPackages() {
  const prefix = mkdtempSync(join(folder, 'global-'));
  execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', prefix], { stdio: 'ignore' });
  const tarball = readdirSync(prefix).find((name) => name.endsWith('.tgz'));
  execFileSync('npm', [
    'install',
    '--global',
    '--silent',
    '--no-audit',
    '--no-fund',
    '--prefix',
    prefix,
    join(prefix, tarball),
  ]);
  const list = (path) => (existsSync(path) ? readdirSync(path).filter((name) => !name.startsWith('.')) : []);
  const top = join(prefix, 'lib', 'node_modules');
  return list(top).reduce((sum, name) => sum + 1 + list(join(top, name, 'node_modules')).length, 0);
}

/** Checks what must hold on any machine, under any load: no figure here is a time. */
async function facts() {
  const broken = [];
  const check = (holds, fact) => (holds ? undefined : broken.push(fact));
  const notes = join(folder, 'plain.md');
  const code = join(folder, 'fenced.md');
  writeFileSync(notes, 'A paragraph.\n');
  writeFileSync(code, 'A paragraph.\n\n```js\nconst answer = 42;\n```\n');
  const loads = {
    '--version': 'main',
    '--help': 'main',
    sections: 'main',
    'read 3 --plain': 'main',
    'read --color always': 'main rich',
    [`read ${notes} --plain`]: 'main parse',
    [`read ${notes} --color always`]: 'main parse rich',
    [`read ${code} --color always`]: 'main parse rich highlight',
  };
  for (const [line, chunks] of Object.entries(loads)) {
    const found = loadedChunks(line);
    check(found === chunks, `\`article ${line}\` loads “${found}”, not “${chunks}”`);
  }
  const packed = JSON.parse(
    execFileSync('npm', ['pack', '--json', '--dry-run', '--ignore-scripts'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  )[0];
  check(packed.size <= 680_000, `the package has ${packed.size} bytes packed, more than 680 kB`);
  check(packed.unpackedSize <= 2_100_000, `the package has ${packed.unpackedSize} bytes unpacked, more than 2.1 MB`);
  const inside = await importBundled('tests/bench/inside.ts');
  const text = longTexts(1_000_000).readmes;
  const [first, all] = [await inside.read(text, 'plain', 16_384), await inside.read(text, 'plain')];
  check(first.chunks * 10 < all.chunks, `${first.chunks} of ${all.chunks} chunks are rendered for the first line`);
  const start = statSync('dist/bin/main.js').size;
  // V8 puts a string of more than 128 KiB beside its young heap, which is full later in a start then.
  check(start > 131_072 && start < 170_000, `the chunk that every start reads has ${start} bytes`);
  if (broken.length > 0) {
    console.error(broken.join('\n'));
    process.exitCode = 1;
  }
  return {
    title: 'Facts',
    markdown: broken.length === 0 ? 'All structural facts hold.' : broken.map((fact) => `- ${fact}`).join('\n'),
  };
}

/** Returns the chunks that a command line loads, in order, but for the entry and rolldown's own. */
function loadedChunks(line) {
  const hook = join(folder, 'loaded.cjs');
  writeFileSync(
    hook,
    `const fs = require('node:fs'), { basename } = require('node:path'), read = fs.readFileSync, names = [];
    fs.readFileSync = (path, ...rest) => {
      if (/\\.js$/.test(path)) names.push(basename(path, '.js'));
      return read(path, ...rest);
    };
    process.on('exit', () => fs.writeSync(2, '\\nloaded ' + names.join(' ') + '\\n'));`,
  );
  const { stderr } = spawnSync(process.execPath, ['--require', hook, program, ...line.split(' ')], {
    encoding: 'utf8',
  });
  const names = (/^loaded (.*)/m.exec(stderr)?.[1] ?? '?').split(' ');
  return names.filter((name) => !['article', 'rolldown-runtime'].includes(name)).join(' ');
}

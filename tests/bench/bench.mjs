// npm run bench [-- --short | --peers | --write]: how quick the program is, as ratios within one run.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { marked } from 'marked';
import { quickHighlight } from '../../scripts/quick-highlight.mjs';
import { measurePeers } from './peers.mjs';
import { measure, median } from './processes.mjs';
import { table, writeResults } from './results.mjs';
import { longTexts, ordinaryNotes, sourcesOfLongTexts } from './texts.mjs';

const options = new Set(process.argv.slice(2));
const short = options.has('--short');
const program = resolve('dist/bin/article.js');
const folder = mkdtempSync(join(tmpdir(), 'article-bench-'));

/** Why goals are missed, by profile; to be looked at again whenever a figure moves. */
const whatMisses = {
  startUp: `What misses, where anything does: on a machine that others use too, a ratio moves by a tenth from one run to the next, and
\`sections\`, \`read 3\` and the whole article stand near their goals. Of the 6 ms that \`sections\` takes over bare Node 20, 2 ms
go to reading a pack and its compiled code and to loading it into V8, 1 ms each to the pack's own beginning and to Commander, the
rest to functions of Node's that its snapshot has not compiled. A file of one's own (\`--cpu-prof\`, the sum of 30 runs): 6 of 52 ms
read and load the packs, 5 parse, 4 collect garbage, 15 lay out and paint, 1.5 of these counting words; no function of ours takes
more than 2 %, all of them running once, uncompiled. It began at 3.5. What helped: no rule of marked's is compiled where a text is ordinary
(40 ms), the file read at once (7 ms), output written straight (2 ms), no loop hot enough to be compiled by V8 in the background
(9 ms for the count of words alone), code kept by kind of command line. Tried in vain: one ES module, Node's loader for each piece,
all packs and code in one file, V8's flags (\`--no-opt\` would save 5 ms, but setting it loads Node's v8 module, which takes 6).`,
  size: `What misses, where anything does: \`sections\` spends half of its time on counting words; those of paragraphs with HTML, or with
markup within words, still need their inlines, and HTML blocks a reader of HTML (\`--cpu-prof\`: a fifth of the whole each).`,
};

const sections = short
  ? [facts]
  : options.has('--peers')
    ? [() => measurePeers(folder, program)]
    : [startUp, size, packageSize];
for (const section of sections) {
  const { title, markdown } = await section();
  console.log(`\n## ${title}\n\n${markdown}`);
  if (options.has('--write')) {
    writeResults(title, `npm run bench${options.has('--peers') ? ' -- --peers' : ''}`, markdown);
  }
}

/** Start-up, on this Node and on those that NODES names (paths, parted by colons). */
async function startUp() {
  const notes = join(folder, 'notes.md');
  const code = join(folder, 'code.md');
  writeFileSync(notes, ordinaryNotes());
  writeFileSync(code, `${ordinaryNotes()}\n\`\`\`js\nconst answer = [1, 2, 3].map((n) => n * 2); // a line\n\`\`\`\n`);
  const parts = [];
  for (const node of [process.execPath, ...(process.env.NODES ?? '').split(':').filter(Boolean)]) {
    const article = `${node} ${program}`;
    const goals = {
      [`${article} --version`]: ['article --version', 1.15],
      [`${article} --help`]: ['article --help', 1.15],
      [`${article} sections`]: ['article sections', 1.25],
      [`${article} read 3 --plain`]: ['article read 3 --plain', 1.25],
      [`${article} read --color always`]: ['article read --color always', 1.35],
      [`${article} read ${notes} --color always`]: ['article read notes.md --color always (8 kB)', 1.7],
      [`${article} read ${code} --color always`]: ['the same with a highlighted code block', 2.2],
    };
    const bare = `${node} -e 0`;
    const lines = Object.fromEntries([bare, ...Object.keys(goals)].map((line) => [line, line]));
    const measured = measure(lines, {
      runs: Number(process.env.RUNS ?? 25),
      env: { XDG_CACHE_HOME: join(folder, 'cache') },
    });
    const version = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim();
    const rows = Object.entries(goals).map(([line, [name, goal]]) => {
      const { cpu, wall } = measured[line];
      return [
        `\`${name}\``,
        (cpu / measured[bare].cpu).toFixed(2),
        `≤ ${goal}`,
        (wall / measured[bare].wall).toFixed(2),
      ];
    });
    const header = ['command', 'CPU / `node -e 0`', 'goal', 'wall / `node -e 0`'];
    parts.push(
      `Node ${version}; \`node -e 0\` takes ${(measured[bare].cpu * 1000).toFixed(0)} ms of CPU.\n\n${table(header, rows)}`,
    );
  }
  return { title: 'Start-up', markdown: [...parts, whatMisses.startUp].join('\n\n') };
}

/** Long texts, in this process, warm: ratios to marked's own `marked.parse` of the same text. */
async function size() {
  const inside = await loadInside();
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
  return { title: 'Size', markdown: [...parts, whatMisses.size].join('\n\n') };
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
  const bare = peakMemory(['-e', '0']);
  const peak = peakMemory([program, 'read', ten, '--plain']);
  const all = await inside.read(text, 'plain');
  const first = await inside.read(text, 'plain', 16_384);
  const rows = [
    ['CPU at 10 MB / at 1 MB', (large.cpu / small.cpu).toFixed(1), '≤ 11'],
    ['peak memory over bare Node / input', ((peak - bare) / text.length).toFixed(1), '≤ 25'],
    ['pieces rendered before the first byte is out', `${first.pieces} of ${all.pieces}`, '< a tenth'],
  ];
  return `**10 MB** of READMEs, whole processes\n\n${table(['', 'measured', 'goal'], rows)}`;
}

/** Bytes, as the child says of itself at its end. */
function peakMemory(arguments_) {
  const hook = join(folder, 'peak.cjs');
  writeFileSync(
    hook,
    'process.on("exit",()=>require("fs").writeSync(2,"\\npeak "+process.resourceUsage().maxRSS+"\\n"))',
  );
  const { stderr } = spawnSync(process.execPath, ['--require', hook, ...arguments_], {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  return Number(/peak (\d+)/.exec(stderr)?.[1]) * 1024;
}

async function loadInside() {
  const outfile = join(folder, 'inside.mjs');
  await build({
    entryPoints: ['tests/bench/inside.ts'],
    outdir: folder,
    entryNames: 'inside',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    // As in the build of the program.
    plugins: [quickHighlight],
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
    logLevel: 'error',
  });
  return import(pathToFileURL(outfile).href);
}

/** What is installed: the package packed, unpacked, and how many packages it brings. */
async function packageSize() {
  const packed = JSON.parse(
    execFileSync('npm', ['pack', '--json', '--dry-run', '--ignore-scripts'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  )[0];
  const rows = [
    ['packed', `${Math.round(packed.size / 1000)} kB`, '≤ 400 kB'],
    ['unpacked', `${(packed.unpackedSize / 1e6).toFixed(2)} MB`, '≤ 1.5 MB'],
    ['packages that a global install adds', installedPackages(), '≤ 3'],
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

/** What must hold on any machine, whatever its mood: no figure here is a time. */
async function facts() {
  const broken = [];
  const check = (holds, fact) => (holds ? undefined : broken.push(fact));
  const opened = (line) => {
    const hook = join(folder, 'opened.cjs');
    writeFileSync(
      hook,
      `const fs=require('fs');const read=fs.readFileSync;const seen=[];fs.readFileSync=function(p,...r){if(/pack\\.js(\\.br)?$/.test(String(p)))seen.push(String(p).split('/').pop());return read.call(this,p,...r)};
       process.on('exit',()=>fs.writeSync(2,'\\nopened '+seen.map(n=>n.replace(/\\.pack\\.js(\\.br)?$/,'')).join(' ')+'\\n'))`,
    );
    const { stderr } = spawnSync(process.execPath, ['--require', hook, program, ...line.split(' ')], {
      encoding: 'utf8',
    });
    return (/opened (.*)/.exec(stderr)?.[1] ?? '?').trim();
  };
  const loads = {
    '--version': '',
    '--help': '',
    sections: 'start',
    'read 3 --plain': 'start',
    'read --color always': 'start rich',
    'read CHANGELOG.md --color always': 'start parse rich',
  };
  for (const [line, packs] of Object.entries(loads)) {
    const found = opened(line);
    check(found === packs, `\`article ${line}\` loads “${found}”, not “${packs}”`);
  }
  const notes = join(folder, 'plain.md');
  const code = join(folder, 'fenced.md');
  writeFileSync(notes, 'A paragraph.\n');
  writeFileSync(code, 'A paragraph.\n\n```js\nconst answer = 42;\n```\n');
  const [without, within] = [notes, code].map((file) => opened(`read ${file} --color always`));
  check(within === `${without} highlight`, `a fenced block loads “${within}”, where its text alone loads “${without}”`);
  const packed = JSON.parse(
    execFileSync('npm', ['pack', '--json', '--dry-run', '--ignore-scripts'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  )[0];
  check(packed.size <= 400_000, `the package has ${packed.size} bytes packed, more than 400 kB`);
  check(packed.unpackedSize <= 1_500_000, `the package has ${packed.unpackedSize} bytes unpacked, more than 1.5 MB`);
  const inside = await loadInside();
  const text = longTexts(1_000_000).readmes;
  const [first, all] = [await inside.read(text, 'plain', 16_384), await inside.read(text, 'plain')];
  check(first.pieces * 10 < all.pieces, `${first.pieces} of ${all.pieces} pieces are rendered for the first line`);
  const start = statSync('dist/bin/start.pack.js').size;
  check(start < 200_000, `the pack that every start reads has ${start} bytes`);
  if (broken.length > 0) {
    console.error(broken.join('\n'));
    process.exitCode = 1;
  }
  return {
    title: 'Facts',
    markdown: broken.length === 0 ? 'All structural facts hold.' : broken.map((fact) => `- ${fact}`).join('\n'),
  };
}

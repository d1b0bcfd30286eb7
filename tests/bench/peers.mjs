import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { delimiter, join } from 'node:path';
import { marked } from 'marked';
import { measure, median } from './processes.mjs';
import { table } from './results.mjs';
import { longTexts, simpleNotes, webPage } from './texts.mjs';

/** The folder in which peers.sh installs what no system folder takes. */
const installed =
  process.env.ARTICLE_PEERS ??
  join(process.env.XDG_CACHE_HOME ?? join(process.env.HOME ?? '', '.cache'), 'article-peers');
const searched = [join(installed, 'bin'), ...(process.env.PATH ?? '').split(delimiter)];

/** Runs at 8 kB, 1 MB and 10 MB. */
const [few = 10, fewer = 5, fewest = 3] = (process.env.RUNS ?? '').split(',').filter(Boolean).map(Number);

/** Seconds that a peer may take on one run. */
const limit = Number(process.env.LIMIT ?? 60);

/**
 * Lists what each peer can do of the work, as a shell command: `paint` reads Markdown into a coloured page, `plain`
 * into plain text, `page` reads HTML, `extract` finds the article in a web page, `list` lists the sections, `one`
 * prints one of them and `find` searches. `goal` says how often our time its time should be at least, by the size of
 * the text.
 */
function peers() {
  const ahead = () => 1;
  const aheadOfLong = (size) => (size > 5e5 ? 1 : undefined);
  const npm = (file) => firstFile([join(installed, 'npm', file)]);
  const marks = npm('marked-terminal.mjs');
  const cliMarkdown = npm('node_modules/.bin/md');
  const rich = firstFile([join(installed, 'python', 'bin', 'python')]);
  const trafilatura = firstFile([join(installed, 'python', 'bin', 'trafilatura')]);
  return [
    peer('lowdown', 'C', onPath('lowdown'), debianVersion('lowdown'), {
      goal: (size) => (size > 5e5 ? 1 / 3 : undefined),
      paint: (run, file) => `${run} -tterm --term-columns=80 ${file}`,
      plain: (run, file) => `${run} -tterm --term-no-ansi --term-columns=80 ${file}`,
    }),
    peer('bat', 'Rust', onPath('batcat', 'bat'), versionOf, {
      paint: (run, file) => `${run} --color=always --style=plain --paging=never --language=md ${file}`,
    }),
    peer('glow', 'Go', onPath('glow'), versionOf, {
      goal: aheadOfLong,
      paint: (run, file) => `CLICOLOR_FORCE=1 ${run} -s dark -w 80 ${file}`,
    }),
    peer('mdcat', 'Rust', onPath('mdcat'), versionOf, {
      paint: (run, file) => `${run} --ansi --local --columns 80 ${file}`,
    }),
    peer('treemd', 'Rust', onPath('treemd'), versionOf, {
      list: (run, file) => `${run} -l ${file}`,
      one: (run, file, { title }) => `${run} -s '${title}' ${file}`,
    }),
    peer('mdq', 'Rust', onPath('mdq'), versionOf, {
      plain: (run, file) => `${run} '' ${file}`,
      // It has no list: '#' prints every section whole.
      one: (run, file, { title }) => `${run} '# ^${title}$' ${file}`,
    }),
    peer('pandoc', 'Haskell', onPath('pandoc'), versionOf, {
      goal: aheadOfLong,
      plain: (run, file) => `${run} -f gfm -t plain --columns=80 ${file}`,
    }),
    peer('rich', 'Python', rich, () => python(rich, 'rich'), {
      goal: ahead,
      paint: (run, file) => `${run} -m rich.markdown --force-color --width 80 ${file}`,
    }),
    peer('marked-terminal', 'Node', marks && process.execPath, () => packageVersion('marked-terminal'), {
      goal: ahead,
      paint: (run, file) => `FORCE_COLOR=1 ${run} ${marks} ${file}`,
    }),
    peer('cli-markdown', 'Node', cliMarkdown && process.execPath, () => packageVersion('cli-markdown'), {
      goal: ahead,
      paint: (run, file) => `FORCE_COLOR=1 ${run} ${cliMarkdown} ${file}`,
    }),
    peer('trafilatura', 'Python', trafilatura, () => python(rich, 'trafilatura'), {
      extract: (run, file) => `bash -c '${run} < ${file}'`,
    }),
    peer('ripgrep', 'Rust', onPath('rg'), versionOf, {
      find: (run, file) => `${run} -i installation ${file}`,
    }),
    peer('w3m', 'C', onPath('w3m'), debianVersion('w3m'), {
      page: (run, file) => `${run} -dump -cols 80 -T text/html ${file}`,
    }),
    peer('lynx', 'C', onPath('lynx'), debianVersion('lynx'), {
      page: (run, file) => `${run} -dump -nolist -width=80 -force_html ${file}`,
    }),
  ];
}

function peer(name, language, run, version, work) {
  return { name, language, run, version: run && version(run), goal: () => undefined, ...work };
}

/**
 * Measures the same work by this program and by the peers found, interleaved, as ratios to this program's CPU in the same run; and
 * what installing each costs.
 *
 * @param {string} folder where texts may be written
 * @param {string} program this program's executable
 * @returns {{ title: string, markdown: string }}
 */
export function measurePeers(folder, program) {
  const loadBefore = loadavg()[0];
  const all = peers();
  const found = all.filter(({ run }) => run);
  const missing = all.filter(({ run }) => !run).map(({ name }) => name);
  const texts = writeTexts(folder);
  const article = `${process.execPath} ${program}`;
  const chosen = middleSection(program, texts.large.markdown);
  const state = { found, chosen, slow: new Set() };
  const ours = {
    paint: (file) => `${article} read ${file} --color always`,
    plain: (file) => `${article} read ${file} --plain`,
    page: (file) => `${article} read ${file} --whole --plain`,
    extract: (file) => `${article} read ${file} --plain`,
    list: (file) => `${article} sections ${file} --plain`,
    one: (file) => `${article} read ${file} ${chosen.number} --plain`,
    find: (file) => `${article} search installation ${file} --plain`,
  };
  const parts = [
    ['8 kB of Markdown', 'small', ['paint', 'plain'], few],
    ['1 MB of Markdown', 'large', ['paint', 'plain'], fewer],
    ['10 MB of Markdown', 'huge', ['paint', 'plain'], fewest],
    ['The same 8 kB as HTML', 'small', ['page'], few],
    ['The same 1 MB as HTML', 'large', ['page'], fewer],
    ['The article in a web page of 135 kB', 'page', ['extract'], fewer],
    ['The list of sections of 1 MB', 'large', ['list'], fewer],
    ['One section of 1 MB', 'large', ['one'], fewer],
    ['A search in 1 MB', 'large', ['find'], fewer],
  ].map(([title, size, works, runs]) => {
    const part = `**${title}**\n\n${compare(ours, works, texts[size], runs, state)}`;
    console.error(`${part}\n`);
    return part;
  });
  const versions = found.map(({ name, version, language }) => `${name} ${version} (${language})`).join(', ');
  const load = Math.max(loadBefore, loadavg()[0]).toFixed(1);
  const opening = `CPU is user and system time of the whole process, the median of the runs (${few} at 8 kB, ${fewer} at 1 MB, ${fewest} at 10 MB), interleaved; a ratio is a peer's CPU to ours at the like work in the same run: above 1, we are ahead. A program that takes longer than ${limit} s is stopped, its CPU up to then is marked with >, and it is not run on more. The 8 kB are simple notes without code, the MBs are READMEs of npm packages (code in them is highlighted by us, and by those that can); w3m and lynx read them as HTML that marked made, and so do we then. The machine was shared (load ${load}).

Found: ${versions}. Not found: ${missing.join(', ') || 'none missing'}.`;
  return {
    title: 'Against others',
    markdown: [opening, ...parts, `**Installing**\n\n${installing(folder)}`].join('\n\n'),
  };
}

const workNames = {
  paint: 'coloured page',
  plain: 'plain text',
  page: 'plain text of HTML',
  extract: 'plain text of the article',
  list: 'list',
  one: 'section',
  find: 'sections or lines that match',
};

function compare(ours, works, text, runs, { found, chosen, slow }) {
  const jobs = works.flatMap((work) => {
    const file = work === 'page' || work === 'extract' ? text.html : text.markdown;
    const able = found.filter((peer) => peer[work] && !(text.size > 5e6 && slow.has(peer.name)));
    return [
      { work, name: 'article', command: ours[work](file) },
      ...able.map((peer) => ({ work, name: peer.name, peer, command: peer[work](peer.run, file, chosen) })),
    ];
  });
  const bounded = jobs.map(({ command, peer }) =>
    // `env` takes the settings before a command.
    peer ? `timeout --kill-after=2 ${limit} env ${command}` : command,
  );
  const measured = measure(Object.fromEntries(bounded.map((command, at) => [at, command])), {
    runs,
    mayFail: true,
    warmUp: text.size < 1e5 ? 1 : 0,
  });
  const words = new Map();
  const rows = jobs.map(({ work, name, peer, command }, at) => {
    const { cpu, wall, status } = measured[at];
    if (!peer) return [`**${name}**`, workNames[work], seconds(cpu), seconds(wall), '1', '–', ''];
    const base = measured[jobs.findIndex((job) => job.work === work)].cpu;
    const stopped = status === 124 || status === 137;
    const goal = peer.goal(text.size);
    const goalCell = goal === undefined ? '–' : goal === 1 ? '> 1' : `≥ ${goal.toFixed(2)}`;
    if (status !== undefined && !stopped) {
      words.set(name, complaint(command));
      return [name, workNames[work], `fails (${status})`, '–', '–', goalCell, '–'];
    }
    const ratio = cpu / base;
    if (stopped) slow.add(name);
    const more = stopped ? '> ' : '';
    const met = goal === undefined ? '' : ratio > goal ? 'yes' : stopped ? '?' : 'no';
    return [name, workNames[work], more + seconds(cpu), more + seconds(wall), more + figure(ratio), goalCell, met];
  });
  for (const work of works) {
    for (const { name, ...peer } of found) {
      if (peer[work] && !rows.some((row) => row[0] === name && row[1] === workNames[work])) {
        rows.push([name, workNames[work], `not tried: over ${limit} s at less`, '–', '–', '–', '']);
      }
    }
  }
  const said = [...words].map(([name, text]) => `\n\n${name} says: \`${text}\``).join('');
  return table(['program', 'prints', 'CPU', 'wall', 'CPU / ours', 'goal', 'met'], rows) + said;
}

/** Returns the message of a peer that fails. */
function complaint(command) {
  const { stderr } = spawnSync('bash', ['-c', command], { encoding: 'utf8', timeout: limit * 1000, maxBuffer: 1e9 });
  const lines = (stderr ?? '').split('\n').filter((line) => line.trim() && !line.includes('/'));
  return (lines.find((line) => /error: ./i.test(line)) ?? lines.at(-1) ?? '').trim().slice(0, 200);
}

function seconds(value) {
  return value < 1 ? `${(value * 1000).toFixed(0)} ms` : `${value.toFixed(1)} s`;
}

function figure(ratio) {
  return ratio < 10 ? ratio.toFixed(2) : ratio.toFixed(0);
}

function writeTexts(folder) {
  const texts = { small: simpleNotes(), large: longTexts(1e6).readmes, huge: longTexts(1e7).readmes };
  const page = { html: join(folder, 'page.html'), size: 135_000 };
  writeFileSync(page.html, webPage(page.size));
  const written = Object.fromEntries(
    Object.entries(texts).map(([name, text]) => {
      const [markdown, html] = [join(folder, `${name}.md`), join(folder, `${name}.html`)];
      writeFileSync(markdown, text);
      if (name !== 'huge') {
        writeFileSync(html, `<!DOCTYPE html>\n<meta charset="utf-8">\n<title>${name}</title>\n${marked.parse(text)}`);
      }
      return [name, { markdown, html, size: text.length }];
    }),
  );
  return { ...written, page };
}

/** Returns the section nearest the middle whose title can be requested from all peers: plain words that no other title has. */
function middleSection(program, file) {
  const list = execFileSync(process.execPath, [program, 'sections', file, '--plain'], {
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  const sections = list
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'));
  const titles = sections.map((cells) => cells.at(-1)?.toLowerCase() ?? '');
  const middle = sections.length / 2;
  const at = titles
    .map((_, index) => index)
    .filter((index) => /^[a-z]+( [a-z]+)+$/.test(titles[index]))
    .filter((index) => titles.filter((title) => title.includes(titles[index])).length === 1)
    .sort((one, other) => Math.abs(one - middle) - Math.abs(other - middle))[0];
  return { number: sections[at][0], title: sections[at].at(-1) };
}

/** Measures what a global install of our tarball, and of the peers that npm has, takes: size, packages, time; medians of three. */
function installing(folder) {
  const packing = mkdtempSync(join(folder, 'packed-'));
  execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', packing], { stdio: 'ignore' });
  const tarball = join(packing, readdirSync(packing)[0]);
  const wanted = {
    'article-reader': [tarball],
    'marked + marked-terminal': ['marked', 'marked-terminal'],
    'cli-markdown': ['cli-markdown'],
  };
  const taken = Object.fromEntries(Object.keys(wanted).map((name) => [name, []]));
  // The first round fills npm's cache and is thrown away.
  for (let run = 0; run < 4; run += 1) {
    for (const [name, packages] of Object.entries(wanted)) {
      const prefix = mkdtempSync(join(folder, 'global-'));
      const before = performance.now();
      const options = ['--global', '--prefer-offline', '--silent', '--no-audit', '--no-fund', '--prefix', prefix];
      const { status } = spawnSync('npm', ['install', ...options, ...packages], { stdio: 'ignore' });
      const wall = (performance.now() - before) / 1000;
      if (run > 0 && status === 0) taken[name].push({ wall, ...weigh(join(prefix, 'lib', 'node_modules')) });
    }
  }
  const base = median(taken['article-reader'].map(({ wall }) => wall));
  const rows = Object.entries(taken).map(([name, runs]) => {
    if (runs.length === 0) return [name, 'not installed', '–', '–', '–', '–'];
    const wall = median(runs.map((run) => run.wall));
    const { packages, files, bytes } = runs[0];
    return [name, packages, files, `${(bytes / 1e6).toFixed(2)} MB`, seconds(wall), figure(wall / base)];
  });
  return table(['`npm install -g`', 'packages', 'files', 'on disk', 'wall', 'wall / ours'], rows);
}

/** Counts packages, files and bytes below a node_modules folder. */
function weigh(folder) {
  const sum = { packages: 0, files: 0, bytes: 0 };
  if (!existsSync(folder)) return sum;
  for (const name of readdirSync(folder, { recursive: true })) {
    const stat = statSync(join(folder, name), { throwIfNoEntry: false });
    if (!stat?.isFile()) continue;
    sum.files += 1;
    sum.bytes += stat.size;
    if (/^(.*\/node_modules\/)?(@[^/]+\/)?[^/@]+\/package\.json$/.test(name)) sum.packages += 1;
  }
  return sum;
}

/** Finds the first program of these names, in the folder of the peers or on the path. */
export function onPath(...names) {
  return firstFile(names.flatMap((name) => searched.map((place) => join(place, name))));
}

function firstFile(paths) {
  return paths.find((path) => existsSync(path));
}

function versionOf(run) {
  const { stdout } = spawnSync(run, ['--version'], { encoding: 'utf8' });
  return /\d+(\.\d+)+/.exec(stdout ?? '')?.[0] ?? '?';
}

/** Finds the version of a program that does not print it, or prints it among other things. */
function debianVersion(name) {
  return () => {
    const { stdout } = spawnSync('dpkg-query', ['-W', `-f=$\{Version}`, name], { encoding: 'utf8' });
    return /\d+(\.\d+)+/.exec(stdout ?? '')?.[0] ?? '?';
  };
}

function python(run, name) {
  const code = `import importlib.metadata as m; print(m.version("${name}"))`;
  return spawnSync(run, ['-c', code], { encoding: 'utf8' }).stdout.trim();
}

function packageVersion(name) {
  return JSON.parse(readFileSync(join(installed, 'npm', 'node_modules', name, 'package.json'), 'utf8')).version;
}

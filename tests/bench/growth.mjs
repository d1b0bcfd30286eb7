// npm run bench -- --growth: how time and memory grow with the size of a text, drawn in growth.svg: this program's, and those
// of the peers that are installed. `--peers` draws it too.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { peakMemory } from './goals.mjs';
import { onPath } from './peers.mjs';
import { measure } from './processes.mjs';
import { table } from './results.mjs';
import { longTexts } from './texts.mjs';

const target = 'tests/bench/growth.svg';
const folder = mkdtempSync(join(tmpdir(), 'article-growth-'));
const sizes = [10_000, 100_000, 1_000_000, 10_000_000, 50_000_000];
/** Seconds after which a program is not run on more. */
const patience = Number(process.env.LIMIT ?? 20);

const programs = {
  article: (file) => [process.execPath, resolve('dist/bin/article.js'), 'read', file, '--plain'],
  'marked to HTML': (file) => [process.execPath, markedScript(), file],
  lowdown: of(onPath('lowdown'), ['-tterm', '--term-no-ansi', '--term-columns=80']),
  pandoc: of(onPath('pandoc'), ['-f', 'gfm', '-t', 'plain', '--columns=80']),
  mdq: of(onPath('mdq'), ["''"]),
};

function of(run, options) {
  return run && ((file) => [run, ...options, file]);
}

function markedScript() {
  const path = join(folder, 'marked.mjs');
  const module = new URL('../../node_modules/marked/lib/marked.esm.js', import.meta.url).href;
  writeFileSync(
    path,
    `import { readFileSync } from 'node:fs';\nimport { marked } from '${module}';\nprocess.stdout.write(marked.parse(readFileSync(process.argv[2], 'utf8')));\n`,
  );
  return path;
}

function pointsOf(command) {
  const points = [];
  for (const size of sizes) {
    const file = join(folder, `${size}.md`);
    writeFileSync(file, longTexts(size).readmes);
    const line = command(file).join(' ');
    const { cpu, status } = measure(
      { line },
      { runs: size > 5e6 ? 1 : 3, warmUp: size > 5e5 ? 0 : 1, mayFail: true },
    ).line;
    if (status) break;
    points.push({ size, cpu, peak: peakMemory(command(file)) ?? 0 });
    if (cpu > patience) break;
  }
  return points;
}

/** Draws two charts side by side, both axes logarithmic. */
function draw(lines) {
  const charts = [
    { title: 'CPU seconds', value: ({ cpu }) => cpu, from: 0.001, to: 100, label: (value) => `${value} s` },
    { title: 'peak memory', value: ({ peak }) => peak / 1e6, from: 1, to: 10_000, label: (value) => `${value} MB` },
  ];
  const body = charts.map((chart, at) => `<g transform="translate(${at * 410} 0)">${drawChart(chart, lines)}</g>`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 830 330" font-family="sans-serif" font-size="11" fill="#57606a">
<title>Time and memory by the size of a text, from 10 kB to 50 MB</title>
${body.join('\n')}
</svg>
`;
}

/** Colours that are distinct to eyes that do not distinguish red from green, on white and on black. */
const colours = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00'];
const box = { left: 60, right: 310, top: 30, bottom: 290 };

function drawChart({ title, value, from, to, label }, lines) {
  const x = (size) => scale(size, sizes[0], sizes.at(-1), box.left, box.right);
  const y = (amount) => scale(Math.max(amount, from), from, to, box.bottom, box.top);
  const parts = [`<text x="${box.left}" y="18" font-weight="bold">${title}</text>`];
  for (let tick = from; tick <= to; tick *= 10) {
    const rounded = Number(tick.toPrecision(1));
    parts.push(
      `<path d="M${box.left} ${y(tick)}H${box.right}" stroke="#8c959f" stroke-opacity=".4"/>`,
      `<text x="${box.left - 6}" y="${y(tick) + 4}" text-anchor="end">${label(rounded)}</text>`,
    );
  }
  for (const size of sizes) {
    const name = size < 1e6 ? `${size / 1e3} kB` : `${size / 1e6} MB`;
    parts.push(`<text x="${x(size)}" y="${box.bottom + 16}" text-anchor="middle">${name}</text>`);
  }
  const ends = [];
  for (const [index, { name, points }] of lines.entries()) {
    const colour = colours[index % colours.length];
    const path = points.map((point) => `${x(point.size).toFixed(1)} ${y(value(point)).toFixed(1)}`).join('L');
    const last = points.at(-1);
    if (!last) continue;
    // A name goes above those that are there already.
    let at = y(value(last)) + 4;
    while (ends.some((end) => Math.abs(end - at) < 12)) at -= 12;
    ends.push(at);
    parts.push(
      `<path d="M${path}" fill="none" stroke="${colour}" stroke-width="2"/>`,
      `<text x="${x(last.size) + 6}" y="${at.toFixed(1)}" fill="${colour}">${name}</text>`,
    );
  }
  return parts.join('\n');
}

function scale(value, from, to, start, end) {
  return start + ((end - start) * Math.log(value / from)) / Math.log(to / from);
}

/** Measures how time and memory grow, and draws it. */
export function measureGrowth() {
  const lines = Object.entries(programs)
    .filter(([, command]) => command)
    .map(([name, command]) => ({ name, points: pointsOf(command) }));
  writeFileSync(target, draw(lines));
  const rows = lines.map(({ name, points }) => [
    name,
    ...sizes.map((size) => {
      const point = points.find((one) => one.size === size);
      return point ? `${point.cpu.toFixed(2)} s, ${Math.round(point.peak / 1e6)} MB` : '–';
    }),
  ]);
  const header = ['program', ...sizes.map((size) => (size < 1e6 ? `${size / 1e3} kB` : `${size / 1e6} MB`))];
  return {
    title: 'Growth',
    markdown: `CPU and the most memory of whole processes, READMEs of npm packages; drawn in [growth.svg](growth.svg). Whoever takes more than ${patience} s is given no more.\n\n${table(header, rows)}`,
  };
}

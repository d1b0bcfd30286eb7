import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { importBundled } from '../../scripts/import-bundled.mjs';
import { measure } from './processes.mjs';
import { table } from './results.mjs';

const size = 200_000;
/** Seconds of CPU that a text of this size may take, by what is wrong with it. */
const goals = { nesting: 1.5, frontMatter: 0.3, run: 2 };
const runs = Number(process.env.RUNS ?? 3);

/**
 * Measures texts of 200 kB that nobody writes: nested elements, front matter, and the ten slowest of the long runs that
 * have taken too long once. Seconds are the whole program's CPU, which the tests do not assert.
 *
 * @param {string} folder where texts may be written
 * @param {string} program this program's executable
 */
export async function measureHostile(folder, program) {
  const { commands, frontMatterShapes, kinds, nestings, offenders, textOf } = await importBundled(
    'tests/hostile/nestings.ts',
    'tests/hostile/front-matter-shapes.ts',
    'tests/hostile/long-runs.ts',
  );
  const started = `${process.execPath} ${program}`;
  const write = (name, text) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  const read = (path) => `${started} read ${path} --plain`;

  const nested = nestings.map((opening, at) => [
    opening,
    read(write(`nested-${at}.html`, `${opening}x `.repeat(size / (opening.length + 2)))),
  ]);
  // Longer front matter than 64 kB is text: the largest that is read, and more than that.
  const matter = Object.entries(frontMatterShapes).flatMap(([name, textOf], at) =>
    [60_000, size].map((length) => [
      `${name}, ${length / 1000} kB`,
      read(write(`matter-${at}-${length}.md`, textOf(length))),
    ]),
  );
  const long = offenders.flatMap((run, at) =>
    kinds.flatMap((kind) => {
      const path = write(`run-${at}.${kind}`, textOf(run, size));
      const name = JSON.stringify([run.before.slice(-30), run.unit, run.after ?? '']);
      return Object.entries(commands).map(([command, argv]) => [
        `${command} ${name} as ${kind}`,
        `${started} ${argv.join(' ')} ${path}`,
      ]);
    }),
  );
  // Once each to find the slowest.
  const slowest = new Set(
    ranked(long, 1)
      .map(([name]) => name)
      .slice(0, 10),
  );
  const parts = [
    part('200 kB of nested elements', nested, goals.nesting),
    part('The slowest shapes of front matter', matter, goals.frontMatter),
    part(
      'The ten slowest long runs',
      long.filter(([name]) => slowest.has(name)),
      goals.run,
    ),
  ];
  return {
    title: 'Hostile texts',
    markdown: `Seconds of CPU of the whole program, medians of ${runs} runs, slowest first.\n\n${parts.join('\n\n')}`,
  };
}

/** Returns a table of the slowest commands, and whether each keeps to the goal. */
function part(title, lines, goal) {
  const rows = ranked(lines, runs).map(([name, seconds]) => [
    `\`${name}\``,
    `${seconds.toFixed(2)} s`,
    `≤ ${goal} s`,
    seconds <= goal ? 'yes' : '**no**',
  ]);
  return `**${title}**\n\n${table(['text', 'CPU', 'goal', 'met'], rows.slice(0, 12))}`;
}

/** Returns names with seconds of CPU, slowest first. */
function ranked(lines, times) {
  const measured = measure(Object.fromEntries(lines), { runs: times, warmUp: 0, mayFail: true });
  return Object.entries(measured)
    .map(([name, { cpu }]) => [name, cpu])
    .sort(([, one], [, other]) => other - one);
}

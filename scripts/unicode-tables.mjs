// re2js's tables of Unicode's categories and scripts, folded when the program is built: a character has one of each, so that
// one list of runs says in half the room what a table for each of them, and for their unions, says.
import { runInNewContext } from 'node:vm';
import { categoryParts, rangesOf } from './unicode-runs.mjs';

/** The source of re2js with these tables made of runs, each when it is asked for. */
export function foldTables(source) {
  const [code] = /\/\/ src\/UnicodeRangeTable\.js\n[\s\S]*(?=\/\/ src\/Unicode\.js\n)/.exec(source) ?? [''];
  const { CATEGORIES, SCRIPTS } = runInNewContext(`${code}; UnicodeTables`);
  const categories = runsOf(CATEGORIES, 'Cn', /^[A-Z][a-z]$/);
  const scripts = runsOf(SCRIPTS, 'Unknown', /./);
  const names = { CATEGORIES: [...categories.names, 'L', 'LC', 'M', 'N', 'P', 'S', 'Z', 'C'], SCRIPTS: scripts.names };
  for (const name of names.CATEGORIES) compare(name, CATEGORIES, rangesOf(categories, categoryParts(name, categories)));
  for (const name of names.SCRIPTS) compare(name, SCRIPTS, rangesOf(scripts, [name]));
  const folded = source.replace(
    /(static (CATEGORIES|SCRIPTS) = new LazyMap\(\{)([\s\S]*?)(?=\n\t\}\);)/g,
    (_, start, map, tables) => {
      const left = tables.replace(/\n\t\t(\w+): .*/g, (line, name) => (names[map].includes(name) ? '' : line));
      const [runs, parts] =
        map === 'SCRIPTS' ? ['scripts', '[name]'] : ['categories', 'categoryParts(name, categories)'];
      const table = `() => new UnicodeRangeTable(rangesOf(${runs}, ${parts}))`;
      const all =
        map === 'SCRIPTS' ? 'scripts.names' : '[...categories.names, "L", "LC", "M", "N", "P", "S", "Z", "C"]';
      return `${start}...Object.fromEntries(${all}.map((name) => [name, ${table}])),${left}`;
    },
  );
  return `import { categoryParts, rangesOf } from './scripts/unicode-runs.mjs';
const categories = ${written(categories)}, scripts = ${written(scripts)};
${folded}`;
}

function written({ names, kinds, lengths }) {
  return `{ names: ${JSON.stringify(names.join(' '))}.split(' '), kinds: ${JSON.stringify(kinds)}, lengths: ${JSON.stringify(lengths)} }`;
}

function compare(name, tables, ranges) {
  const [ours, theirs] = [ranges, tables.get(name).data].map((each) => [...eachCharacter(each)]);
  if (ours.length !== theirs.length || ours.some((code, index) => code !== theirs[index])) {
    throw new Error(`re2js has ${name} in another way now: look at it again.`);
  }
}

function runsOf(tables, none, wanted) {
  const names = [none, ...Object.keys(tables.initializer).filter((name) => name !== none && wanted.test(name))];
  const kindOf = new Uint8Array(0x110000);
  names.slice(1).forEach((name, index) => {
    for (const code of eachCharacter(tables.get(name).data)) kindOf[code] = index + 1;
  });
  let [kinds, lengths] = ['', ''];
  for (let start = 0, at = 1; at <= kindOf.length; at++) {
    if (kindOf[at] === kindOf[start]) continue;
    kinds += String.fromCharCode(0x100 + kindOf[start]);
    lengths += digits(at - start);
    start = at;
  }
  return { names, kinds, lengths };
}

/** Base 26, the last digit a capital. */
function digits(count) {
  let text = '';
  for (let rest = count; text === '' || rest > 0; rest = Math.floor(rest / 26)) {
    text = String.fromCharCode((text === '' ? 0x41 : 0x61) + (rest % 26)) + text;
  }
  return text;
}

function* eachCharacter(ranges) {
  for (let at = 0; at < ranges.length; at += 3) {
    for (let code = ranges[at]; code <= ranges[at + 1]; code += ranges[at + 2]) yield code;
  }
}

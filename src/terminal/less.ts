import type { System } from '../system.ts';
import { cleanText } from '../text/sanitize.ts';

/** The options of less where the user has set none, as Git has them: git-config(1), core.pager. */
export const lessDefaults = 'FRX';

/**
 * The prompt, in less's own language: the line and the percentage, as far as less knows them of a pipe. It is constant,
 * since `$` in a prompt begins further options of less, some of which run commands and write files.
 */
const prompt = '?ltline %lt?L of %L..?e (END):?pB, %pB\\%.. - h help, q quit';

/** Returns the arguments of less. The only variable among them is the pattern for `search`, escaped. */
export function lessArguments(search: string | undefined, { LESS }: System['env']): string[] {
  // Twice: where LESS ends with an option that lacks its value, less takes the first argument for that value.
  const options = ['-R', '-R'];
  if (!setsPrompt(LESS)) options.push(`-Ps${prompt}`);
  if (LESS === undefined || search !== undefined) options.push('-i');
  const pattern = lessPattern(search ?? '');
  // In an argument of its own: in `-p…` and `+/…` a `$` would end the pattern and begin further options.
  if (pattern !== '') options.push('-p', pattern);
  return options;
}

function setsPrompt(options = ''): boolean {
  return /(^|[\s-])[A-Za-z]*P|--prompt/.test(options);
}

/**
 * Escapes a text as a pattern for less. Like `article search` it matches accented letters where the text has no
 * accents, and every shape of an apostrophe, a quotation mark, a dash and a space.
 *
 * Less is built with one of many libraries for regular expressions (POSIX, GNU, PCRE, V8), and takes `!`, `*` and `@`
 * at the start of a pattern for commands. A bracket expression of one character is a literal to all of them; only `\`
 * and `^` need a backslash.
 */
export function lessPattern(text: string): string {
  const line = cleanText(text)
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim();
  const composed = line.normalize('NFC');
  const hasAccents = /\p{M}/u.test(line.normalize('NFD'));
  let pattern = '';
  for (const character of composed) {
    const literal = literalFor(character, hasAccents);
    if (Buffer.byteLength(pattern) + Buffer.byteLength(literal) > longestPattern) break;
    pattern += literal;
  }
  return pattern;
}

/** In bytes: less keeps 2,048 of what is typed, and drops the rest. */
const longestPattern = 1500;

function literalFor(character: string, hasAccents: boolean): string {
  const shapes = shapesOf.find((one) => one.includes(character));
  if (shapes) return `[${shapes}]`;
  const variants = hasAccents ? undefined : accented[character.toLowerCase()];
  if (variants) return `[${character}${character === character.toLowerCase() ? variants : variants.toUpperCase()}]`;
  if (/[\\^]/.test(character)) return `\\${character}`;
  return /[!-/:-@[-`{-~]/.test(character) ? `[${character}]` : character;
}

/** Characters that differ in shape alone. A hyphen comes first, where it forms no range. */
const shapesOf = [' \u00a0\u202f', "'‘’ʼ‛`´", '"“”„«»', '-‐‑‒–—'];

/** The accented forms of letters in European languages. */
const accented: Readonly<Record<string, string>> = {
  a: 'àáâãäåāăą',
  c: 'çćč',
  d: 'ďđ',
  e: 'èéêëēęěė',
  g: 'ğģ',
  i: 'ìíîïīį',
  l: 'łľļ',
  n: 'ñńňņ',
  o: 'òóôõöøōő',
  r: 'řŕ',
  s: 'śšşș',
  t: 'ťţț',
  u: 'ùúûüūůűų',
  y: 'ýÿ',
  z: 'źżž',
};

// Writes the lists that come from packages as JSON, most of them front-coded, into `generated/` where they are used.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { gemoji } from 'gemoji';
import { frontCode } from './front-code.mjs';
import { hyphenationPatterns } from './hyphenation-patterns.mjs';
import { stopWords } from './stop-words.mjs';

/** Writes the lists and returns their files. */
export function generate() {
  const lists = {
    ...Object.fromEntries(
      hyphenationPatterns().map(([language, patterns]) => [
        `src/render/hyphenation/generated/patterns-${language}.json`,
        { patterns: frontCode(patterns) },
      ]),
    ),
    'src/text/language/generated/stop-word-lists.json': {
      stopWordLists: Object.fromEntries(stopWords().map(([language, words]) => [language, frontCode(words)])),
    },
    'src/render/generated/emoji-names.json': emojiNames(),
  };
  for (const [file, list] of Object.entries(lists)) write(file, `${JSON.stringify(list)}\n`);
  return Object.keys(lists);
}

/**
 * Returns GitHub's emoji by code points, and the names of each, `+1 thumbsup` for `:+1:`. Of an emoji its first code point
 * is written as the distance from the one before, the others after full stops, in base 36.
 */
function emojiNames() {
  const sorted = [...gemoji].sort((one, other) => one.emoji.codePointAt(0) - other.emoji.codePointAt(0));
  let before = 0;
  const codes = sorted.map(({ emoji }) => {
    const [first, ...others] = Array.from(emoji, (character) => character.codePointAt(0));
    const distance = first - before;
    before = first;
    return [distance, ...others].map((code) => code.toString(36)).join('.');
  });
  return { codes: codes.join(' '), names: sorted.map(({ names }) => names.join(' ')).join(',') };
}

/** Writes a file, unless it is there: it may be in use. */
function write(file, text) {
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

// Writes src/render/hyphenation/<language>.ts: TeX's patterns, from the package hyphen.
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import de from 'hyphen/patterns/de-1996.js';
import en from 'hyphen/patterns/en-us.js';
import es from 'hyphen/patterns/es.js';
import fr from 'hyphen/patterns/fr.js';
import it from 'hyphen/patterns/it.js';

const languages = { de, en, es, fr, it };

/**
 * Returns the patterns of a language as text, a line for each row of levels: the levels, a space, and all letters that
 * have them, in order. Of what a word shares with the word before it only the length is written, as a capital: `A` for
 * nothing, `C` for two letters. So German takes 140 kB rather than 400, and 77 rather than 110 in a packed file.
 */
export function patternsText(language) {
  const [levels, tree, exceptions] = languages[language];
  const lettersOf = new Map();
  const add = (letters, row) => lettersOf.set(row.join(''), [...(lettersOf.get(row.join('')) ?? []), letters]);
  const walk = (node, letters) => {
    const [children, index] = Array.isArray(node) ? node : typeof node === 'number' ? [{}, node] : [node];
    // The package counts from the first letter even where the pattern has a full stop before it, for a word's start.
    if (index !== undefined) add(letters, letters.startsWith('.') ? [0, ...levels[index]] : levels[index]);
    for (const [letter, child] of Object.entries(children)) walk(child, letters + letter);
  };
  walk(tree, '');
  for (const [word, breaks] of Object.entries(exceptions)) add(`.${word}.`, exceptionLevels(word, breaks));
  return Array.from(lettersOf, ([row, all]) => `${row} ${shortened(all.sort())}`)
    .sort()
    .join('\n');
}

/** Returns the levels of a pattern for a word that is an exception: they outweigh all others, which go up to 7. */
function exceptionLevels(word, breaks) {
  return [0, ...Array.from(word, (_, at) => (breaks.includes(at) ? 9 : 8))];
}

function shortened(words) {
  let before = '';
  return words
    .map((word) => {
      let shared = 0;
      while (shared < before.length && before[shared] === word[shared]) shared++;
      before = word;
      return String.fromCharCode(65 + shared) + word.slice(shared);
    })
    .join('');
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const language of Object.keys(languages)) {
    writeFileSync(
      `src/render/hyphenation/${language}.ts`,
      `// Written by scripts/hyphenation-patterns.mjs from TeX's patterns, as the package hyphen has them.\n\n/** Patterns by their levels. */\nexport const patterns = \`${patternsText(language)}\`;\n`,
    );
  }
}

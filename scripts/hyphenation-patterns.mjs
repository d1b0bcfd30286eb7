// Writes src/render/hyphenation/<language>.ts: TeX's patterns, from the package hyphen.
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import de from 'hyphen/patterns/de-1996.js';
import en from 'hyphen/patterns/en-us.js';
import es from 'hyphen/patterns/es.js';
import fr from 'hyphen/patterns/fr.js';
import it from 'hyphen/patterns/it.js';
import { frontCode } from './front-code.mjs';

const languages = { de, en, es, fr, it };

/** Returns the patterns of a language: the levels between letters by the letters. */
function packagePatterns(language) {
  const [levels, tree, exceptions] = languages[language];
  const patterns = new Map();
  const walk = (node, letters) => {
    const [children, index] = Array.isArray(node) ? node : typeof node === 'number' ? [{}, node] : [node];
    // The package counts from the first letter even where the pattern has a full stop before it, for a word's start.
    if (index !== undefined)
      patterns.set(letters, (letters.startsWith('.') ? [0, ...levels[index]] : levels[index]).join(''));
    for (const [letter, child] of Object.entries(children)) walk(child, letters + letter);
  };
  walk(tree, '');
  for (const [word, breaks] of Object.entries(exceptions)) patterns.set(`.${word}.`, exceptionLevels(word, breaks));
  return patterns;
}

/** Returns the levels of a pattern for a word that is an exception: they outweigh all others, which go up to 7. */
function exceptionLevels(word, breaks) {
  return `0${Array.from(word, (_, at) => (breaks.includes(at) ? 9 : 8)).join('')}`;
}

/** Returns a language's patterns as text, a line for each row of levels: the levels, a space, and all letters that have them, front-coded. */
export function patternsText(language) {
  const lettersOf = new Map();
  for (const [letters, row] of packagePatterns(language)) lettersOf.set(row, [...(lettersOf.get(row) ?? []), letters]);
  return Array.from(lettersOf, ([row, all]) => `${row} ${frontCode(all)}`)
    .sort()
    .join('\n');
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const language of Object.keys(languages)) {
    const patterns = patternsText(language);
    writeFileSync(
      `src/render/hyphenation/${language}.ts`,
      `// Written by scripts/hyphenation-patterns.mjs from TeX's patterns, as the package hyphen has them.\n\n/** Patterns by their levels. */\nexport const patterns = \`${patterns}\`;\n`,
    );
  }
}

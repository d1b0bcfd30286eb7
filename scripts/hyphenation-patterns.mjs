// TeX's patterns, from the package hyphen.
import de from 'hyphen/patterns/de-1996.js';
import en from 'hyphen/patterns/en-us.js';
import es from 'hyphen/patterns/es.js';
import fr from 'hyphen/patterns/fr.js';
import it from 'hyphen/patterns/it.js';

const languages = { de, en, es, fr, it };

/** Returns the patterns of each language in TeX's notation: `.ab4le`, a digit for a level between two letters. */
export function hyphenationPatterns() {
  return Object.entries(languages).map(([language, [levels, tree, exceptions]]) => {
    const patterns = new Map();
    const walk = (node, letters) => {
      const [children, index] = Array.isArray(node) ? node : typeof node === 'number' ? [{}, node] : [node];
      // The package counts from the first letter even where the pattern has a full stop before it, for a word's start.
      if (index !== undefined) patterns.set(letters, letters.startsWith('.') ? [0, ...levels[index]] : levels[index]);
      for (const [letter, child] of Object.entries(children)) walk(child, letters + letter);
    };
    walk(tree, '');
    for (const [word, breaks] of Object.entries(exceptions)) patterns.set(`.${word}.`, exceptionLevels(word, breaks));
    return [language, Array.from(patterns, notation)];
  });
}

/** Returns the levels of a pattern for a word that is an exception: they outweigh all others, which go up to 7. */
function exceptionLevels(word, breaks) {
  return [0, ...Array.from(word, (_, at) => (breaks.includes(at) ? 9 : 8))];
}

function notation([letters, levels]) {
  return [...letters, ''].map((letter, at) => `${levels[at] || ''}${letter}`).join('');
}

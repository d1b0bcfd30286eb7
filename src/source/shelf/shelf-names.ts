import { slug } from '../../article/slug.ts';
import { isBundledName } from '../input/bundled.ts';

/** The most characters of a name, so that it is still a file's name with a suffix. */
const longestName = 60;

/** Makes a shelf name of a text, such as a title: its id, cut between words; empty when nothing is left. */
export function shelfName(text: string): string {
  const id = slug(text);
  const letters = [...id];
  if (letters.length <= longestName) return id;
  const cut = letters.slice(0, longestName + 1).join('');
  const end = cut.lastIndexOf('-');
  return (end > longestName / 2 ? cut.slice(0, end) : letters.slice(0, longestName).join('')).replace(/-+$/, '');
}

/**
 * Reports whether `read` can take a word for a name on the shelf: not for a number or a place, which name sections, nor
 * for a word with a character that no name has.
 */
export function canBeName(word: string): boolean {
  if (word === '' || /^[\d.#-]+$|^(?:lead|last|first)$|[\s/\\A-Z]/.test(word)) return false;
  // The letters of all scripts take a while to load.
  return !/[^\0-\x7f]/.test(word) || !/\p{Lu}/u.test(word);
}

/** Finds the name closest to `id` that `read` accepts, that is not a bundled article's, and that is not `taken`. */
export function freeName(id: string, taken: (name: string) => boolean): string {
  const plain = slug(id.normalize('NFKC'));
  const base = [id, plain, `article-${plain}`].find(canBeName) ?? 'article';
  let free = base;
  for (let twin = 1; taken(free) || isBundledName(free); twin++) free = `${base}-${twin}`;
  return free;
}

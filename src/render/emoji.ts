import { readFrontCoded } from '../text/front-coded.ts';

/** A look-up of emoji by GitHub's names, `tada` of `:tada:`. */
export type EmojiFinder = (name: string) => string | undefined;

const shortcode = /(?<![\w:/]):([a-z0-9_+-]{1,50}):(?![\w:])/g;

/** Tells whether a text may contain an emoji by its name. */
export function mayHaveEmojiNames(text: string): boolean {
  return /:[a-z0-9_+-]{1,50}:/.test(text);
}

/** Loads GitHub's names of emoji, which few texts use. */
export async function loadEmojiFinder(): Promise<EmojiFinder> {
  const { emoji, emojiNames } = await import('./generated/emoji-names.ts');
  const emojis = emoji.split(' ');
  const byName = new Map(Array.from(readFrontCoded(emojiNames), (name, at) => [name, emojis[at]]));
  return (name) => byName.get(name);
}

/** Replaces names of emoji by the emoji; an unknown name, and one within a word, stays. */
export function withEmoji(text: string, find: EmojiFinder): string {
  return text.includes(':') ? text.replace(shortcode, (whole, name: string) => find(name) ?? whole) : text;
}

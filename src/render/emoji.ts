/** A look-up of emoji by GitHub's names, `tada` of `:tada:`. */
export type EmojiFinder = (name: string) => string | undefined;

const shortcode = /(?<![\w:/]):([a-z0-9_+-]{1,50}):(?![\w:])/g;

/** Reports whether a text may contain an emoji by its name. */
export function mayHaveEmojiNames(text: string): boolean {
  return /:[a-z0-9_+-]{1,50}:/.test(text);
}

/** Loads GitHub's names of emoji, which few texts use. */
export async function loadEmojiFinder(): Promise<EmojiFinder> {
  const { codes, names } = await import('./generated/emoji-names.json');
  const namesOf = names.split(',');
  const byName = new Map<string, string>();
  let first = 0;
  for (const [at, code] of codes.split(' ').entries()) {
    const [distance = 0, ...others] = code.split('.').map((digits) => Number.parseInt(digits, 36));
    first += distance;
    const emoji = String.fromCodePoint(first, ...others);
    for (const name of (namesOf[at] ?? '').split(' ')) byName.set(name, emoji);
  }
  return (name) => byName.get(name);
}

/** Replaces names of emoji by the emoji; an unknown name, and one within a word, stays. */
export function withEmoji(text: string, find: EmojiFinder): string {
  return text.includes(':') ? text.replace(shortcode, (whole, name: string) => find(name) ?? whole) : text;
}

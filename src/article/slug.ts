/**
 * Makes a title's anchor by GitHub's rule: lower case; letters (accents kept), digits, `-` and `_` stay, each space
 * becomes a `-`, everything else is dropped, and dashes at either end. May be empty.
 */
export function slug(text: string): string {
  // Of ASCII the same without Unicode's classes, which take a millisecond to compile.
  const dropped = /[^\t\n -~]/.test(text) ? /[^\p{L}\p{M}\p{N}\p{Pc}\s-]/gu : /[^\w\s-]/g;
  const words = text.normalize('NFC').toLowerCase().trim().replace(dropped, '');
  return words.replace(/\s/g, '-').replace(/^-+|(?<!-)-+$/g, '');
}

/** Creates a function that returns unique anchors, the `given` one or the title's; a twin gets `-1`, as on GitHub. */
export function createSlugs(taken: Iterable<string>): (title: string, given?: string) => string {
  const counts = new Map<string, number>();
  for (const id of taken) counts.set(id, 0);
  return (title, given) => {
    const base = given || slug(title) || 'section';
    let id = base;
    let count = counts.get(base) ?? 0;
    while (counts.has(id)) {
      count += 1;
      id = `${base}-${count}`;
    }
    counts.set(base, count);
    counts.set(id, counts.get(id) ?? 0);
    return id;
  };
}

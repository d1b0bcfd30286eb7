/** The name of an element or an attribute. Those of one table are compared by identity. */
export interface Name {
  readonly text: string;
  readonly upperCase: string;
  /** Its place in the table; 0 for all that came when the table was full. */
  readonly index: number;
  /**
   * The bit of an element of this name, and of an attribute. A search passes over what does not hold its name, so that
   * it costs what it may find and not the whole page. Names that are not looked for, or are everywhere, have none.
   */
  readonly tag: number;
  readonly attribute: number;
}

const tagNames =
  'h1 h2 h3 h4 h5 h6 p ul ol li dl table pre blockquote img a article main figure aside details math input form nav script style template noscript meta button br';
const attributeNames =
  'hidden style aria-hidden role href id itemprop alt title src content name rel datetime type data-level data-kept data-own-class data-own-id data-task data-tex data-tex-display data-alert data-note';

const bitsOf = (names: string) => new Map(names.split(' ').map((name, at) => [name, 1 << at]));
const tags = bitsOf(tagNames);
const attributes = bitsOf(attributeNames);

/** The most names with an index of their own: a page may have any number. */
export const tableSize = 1024;

const table = new Map<string, Name>();

/** Returns a name, whatever the case of its letters; the same for as long as the program runs. */
export function nameOf(spelling: string): Name {
  const known = table.get(spelling);
  if (known) return known;
  const text = spelling.toLowerCase();
  const index = table.size + 1 < tableSize ? table.size + 1 : 0;
  const name =
    text === spelling
      ? { text, upperCase: text.toUpperCase(), index, tag: tags.get(text) ?? 0, attribute: attributes.get(text) ?? 0 }
      : nameOf(text);
  if (index > 0) table.set(spelling, name);
  return name;
}

/** The name of an element or of an attribute. Those of one table are the same strings, which are compared at a glance. */
export interface Name {
  readonly text: string;
  readonly upperCase: string;
  /** Its place in the table; 0 for all that came when the table was full. */
  readonly index: number;
  /**
   * One bit out of 31, which several names may share. A search passes over what surely does not hold its name, so that it
   * costs what it may find and not the whole page.
   */
  readonly bit: number;
}

/** A page may bring any number of names. */
export const TABLE_SIZE = 1024;

const table = new Map<string, Name>();

/** Returns a name, which is given in lower case; the same for as long as the program runs. */
export function nameOf(text: string): Name {
  const known = table.get(text);
  if (known) return known;
  const index = table.size + 1 < TABLE_SIZE ? table.size + 1 : 0;
  const name = { text, upperCase: text.toUpperCase(), index, bit: 1 << (index % 31) };
  if (index > 0) table.set(text, name);
  return name;
}

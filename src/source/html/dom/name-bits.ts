/**
 * A set of names as one bit each, out of 31: several names may share a bit. A search skips what surely does not contain
 * its name, so that it costs what it may find and not the whole page.
 */
export const noBits = 0;

const bits = new Map<string, number>();

/** Returns the bit of a name, the same for as long as the program runs. */
export function bitOf(name: string): number {
  const known = bits.get(name);
  if (known !== undefined) return known;
  let hash = 0;
  for (let at = 0; at < name.length; at++) hash = (hash * 31 + name.charCodeAt(at)) | 0;
  const bit = 1 << (Math.abs(hash) % 31);
  // A page may have any number of names.
  if (bits.size < 1000) bits.set(name, bit);
  return bit;
}

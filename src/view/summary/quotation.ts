/**
 * Reports whether a sentence opens as a quotation, or is cut out of one: not every quotation mark and bracket in it has
 * its counterpart.
 */
export function isQuotation(text: string): boolean {
  return /^["“‘«„「『]/.test(text) || !isBalanced(text);
}

/** Reports whether each quotation mark and bracket has its counterpart. */
export function isBalanced(text: string): boolean {
  const count = (character: string) => text.split(character).length - 1;
  return (
    count('"') % 2 === 0 &&
    count('«') === count('»') &&
    count('(') === count(')') &&
    (count('“') === count('”') || text.includes('„')) &&
    count('「') === count('」')
  );
}

/**
 * Reports whether a quotation is open at a sentence's end, given whether one was at its beginning: by its last quotation
 * mark, which opens before a word and closes after one. One with a space on both sides or on none goes by its shape.
 */
export function leavesQuotationOpen(text: string, wasOpen: boolean): boolean {
  const at = /["“”„«»「」][^"“”„«»「」]*$/.exec(text)?.index;
  if (at === undefined) return wasOpen;
  const character = text.charAt(at);
  const spaceBefore = at === 0 || /[\s([—–]/.test(text.charAt(at - 1));
  const spaceBehind = at === text.length - 1 || /[\s\p{P}]/u.test(text.charAt(at + 1));
  return spaceBefore === spaceBehind || /[「」]/.test(character) ? /[“„«「]/.test(character) : spaceBefore;
}

/** Raises digits and signs, as for a power or a footnote; other text is returned unchanged. */
export function raised(text: string): string {
  return mapped(text, raisedTwins) ?? text;
}

/**
 * Writes the text of `<sup>` or `<sub>` so that `10<sup>2</sup>` does not read 102: it is raised where there are raised
 * characters for it, other digits are marked as raised; letters (`1<sup>er</sup>`) and subscripts stay plain.
 */
export function scriptText(kind: 'sup' | 'sub', text: string, unicode: boolean): string {
  const twin = unicode ? mapped(text, kind === 'sup' ? raisedTwins : loweredTwins) : undefined;
  if (twin) return twin;
  if (kind === 'sub' || /^[\p{L}\s.,;’']*$/u.test(text)) return text;
  return /^\d+$/.test(text) ? `^${text}` : `^(${text})`;
}

const raisedTwins = twins('0123456789+-\u2212=()ni', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ');
const loweredTwins = twins('0123456789+-\u2212=()', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎');

/** Maps each character of a text to the one at its place in another. */
export function twins(text: string, others: string): ReadonlyMap<string, string> {
  const all = Array.from(others);
  return new Map(Array.from(text, (character, at) => [character, all[at] ?? character]));
}

function mapped(text: string, table: ReadonlyMap<string, string>): string | undefined {
  let out = '';
  for (const character of text) {
    const twin = table.get(character);
    if (!twin) return undefined;
    out += twin;
  }
  return out;
}

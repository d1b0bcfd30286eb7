/** Raises digits and signs, as for a power or a footnote; other text is returned unchanged. */
export function raised(text: string): string {
  return mapped(text, RAISED) ?? text;
}

/**
 * Writes the text of `<sup>` or `<sub>` so that `10<sup>2</sup>` does not read 102: it is raised where there are raised
 * characters for it, other digits are marked as raised; letters (`1<sup>er</sup>`) and subscripts stay plain.
 */
export function scriptText(kind: 'sup' | 'sub', text: string, unicode: boolean): string {
  const twin = unicode ? mapped(text, kind === 'sup' ? RAISED : LOWERED) : undefined;
  if (twin) return twin;
  if (kind === 'sub' || /^[\p{L}\s.,;’']*$/u.test(text)) return text;
  return /^\d+$/.test(text) ? `^${text}` : `^(${text})`;
}

const RAISED: Readonly<Record<string, string>> = {
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
  '+': '⁺',
  '-': '⁻',
  '\u2212': '⁻',
  '=': '⁼',
  '(': '⁽',
  ')': '⁾',
  n: 'ⁿ',
  i: 'ⁱ',
};
const LOWERED: Readonly<Record<string, string>> = {
  '0': '₀',
  '1': '₁',
  '2': '₂',
  '3': '₃',
  '4': '₄',
  '5': '₅',
  '6': '₆',
  '7': '₇',
  '8': '₈',
  '9': '₉',
  '+': '₊',
  '-': '₋',
  '\u2212': '₋',
  '=': '₌',
  '(': '₍',
  ')': '₎',
};

function mapped(text: string, table: Readonly<Record<string, string>>): string | undefined {
  let out = '';
  for (const character of text) {
    const twin = table[character];
    if (!twin) return undefined;
    out += twin;
  }
  return out;
}

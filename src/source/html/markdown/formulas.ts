import { escapeInline } from '../../../markdown/escape.ts';
import { twins } from '../../../text/superscript.ts';
import type { DomElement } from '../dom/dom-element.ts';
import { lineOf } from '../dom/tree.ts';

/** Writes MathML as its TeX, where the page has it; else as a line of text. */
export function formula(element: DomElement): string {
  const annotation = element.querySelector('annotation[encoding="application/x-tex"]')?.textContent;
  const tex = annotation ?? element.getAttribute('alttext') ?? '';
  return (
    texFormula(tex, element.getAttribute('display') === 'block') ??
    escapeInline(formulaText(element).replace(/\s+/g, ' ').trim())
  );
}

/** Returns a formula in dollars; undefined when it is empty or contains dollars itself. */
export function texFormula(tex: string, isDisplay: boolean): string | undefined {
  const line = tex.replace(/[\s\x1c-\x1f]+/g, ' ').trim();
  if (!line || line.includes('$')) return undefined;
  return isDisplay ? `\n\n$$\n${line}\n$$\n\n` : `$${line}$`;
}

const superscripts = twins('0123456789+-=()nix', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱˣ');
const subscripts = twins('0123456789+-=()aehijklmnoprstuvx', '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ');

/** Writes MathML on one line: `1/2 + √x + aᵢ`. */
function formulaText(node: DomElement): string {
  const parts = node.children.map(formulaText);
  const [first = '', second = '', third = ''] = parts;
  switch (node.localName) {
    case 'mfrac':
      return `${grouped(first)}/${grouped(second)}`;
    case 'msqrt':
      return `√${grouped(parts.join(''))}`;
    case 'mroot':
      return `${raised(second, superscripts, '^')}√${grouped(first)}`;
    case 'mover':
      return accented(first, second) ?? first + raised(second, superscripts, '^');
    case 'msup':
      return first + raised(second, superscripts, '^');
    case 'msub':
    case 'munder':
      return first + raised(second, subscripts, '_');
    case 'msubsup':
    case 'munderover':
      return first + raised(second, subscripts, '_') + raised(third, superscripts, '^');
    case 'mtr':
    case 'mlabeledtr':
      return `${parts.join(' ')}; `;
    case 'mfenced':
      return `${node.getAttribute('open') ?? '('}${parts.join(', ')}${node.getAttribute('close') ?? ')'}`;
    case 'mspace':
      return ' ';
    case 'mo':
      return operator(lineOf(node));
    case 'semantics':
      return first;
    default:
      if (/^annotation/.test(node.localName)) return '';
      return parts.length > 0 ? parts.join('') : lineOf(node);
  }
}

/** Accents as MathML has them, and as combining characters. */
const accents = twins(
  '˙¨^ˆ~˜¯‾―→\u20d7ˇ´˘',
  '\u0307\u0308\u0302\u0302\u0303\u0303\u0304\u0305\u0305\u20d7\u20d7\u030c\u0301\u0306',
);

/** Returns a letter, or a few, with an accent above each; undefined where it is none. */
function accented(text: string, symbol: string): string | undefined {
  const accent = accents.get(symbol.trim());
  if (accent === undefined || !/^\p{L}{1,3}$/u.test(text)) return undefined;
  return text.replace(/\p{L}/gu, `$&${accent}`).normalize('NFC');
}

/** Returns an operator with the space around it that relations and sums have; invisible ones are none. */
function operator(symbol: string): string {
  if (/^[\u2061-\u2064]*$/.test(symbol)) return '';
  if (symbol === ',') return ', ';
  return /^[=<>+−±∓×⋅∗·≠≈≡≤≥∈∉⊂⊆∪∩→⇒⇔↔∼∝-]$/.test(symbol) ? ` ${symbol === '-' ? '−' : symbol} ` : symbol;
}

function grouped(text: string): string {
  const inner = text.trim();
  return /^[\p{L}\p{N}.,]*[\p{M}₀-₉⁰-⁹]*$/u.test(inner) || /^[([].*[)\]]$/.test(inner) ? inner : `(${inner})`;
}

function raised(text: string, table: ReadonlyMap<string, string>, prefix: string): string {
  const inner = text.replace(/\s+/g, '').replaceAll('−', '-');
  const characters = Array.from(inner, (character) => table.get(character));
  if (characters.every((character) => character !== undefined)) return characters.join('');
  return `${prefix}${grouped(text)}`;
}

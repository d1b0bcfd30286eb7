import { inlines, parsedInlines } from './inlines.ts';
import type { Block, Blockquote, Inline } from './types.ts';

/** The five kinds of GitHub's alerts. */
type AlertKind = 'note' | 'tip' | 'important' | 'warning' | 'caution';

export interface Alert {
  readonly kind: AlertKind;
  /** What stands in the alert's first paragraph after its `[!NOTE]`; empty if nothing does. */
  readonly first: readonly Inline[];
  /** The blocks after its first paragraph. */
  readonly rest: readonly Block[];
}

/** A quote as the alert that it is: its first line is `[!NOTE]`, `[!TIP]`… alone. `undefined` for other quotes. */
export function alertOf(quote: Blockquote): Alert | undefined {
  const index = quote.tokens.findIndex((token) => token.type !== 'space');
  const paragraph = quote.tokens[index];
  if (paragraph?.type !== 'paragraph' || !paragraph.text.startsWith('[!')) return undefined;
  const match = /^\[!(note|tip|important|warning|caution)\][ \t]*(?:\n|$)/i.exec(paragraph.text);
  if (!match?.[1]) return undefined;
  return {
    kind: match[1].toLowerCase() as AlertKind,
    first: withoutMarker(inlines(paragraph.tokens)),
    rest: quote.tokens.slice(index + 1),
  };
}

/** The blocks of a quote, without the `[!NOTE]` that makes an alert of it. */
export function quoteBlocks(quote: Blockquote): readonly Block[] {
  const alert = alertOf(quote);
  if (!alert) return quote.tokens;
  const first: Block = { type: 'paragraph', raw: '', text: '', tokens: parsedInlines(alert.first) };
  return alert.first.length > 0 ? [first, ...alert.rest] : alert.rest;
}

/** Inlines without the text up to the first `]`, which may have been split over several texts. */
function withoutMarker(content: readonly Inline[]): readonly Inline[] {
  for (let index = 0; index < content.length; index++) {
    const inline = content[index];
    if (inline?.type === 'br') return content.slice(index + 1);
    if (inline?.type !== 'text') continue;
    const end = inline.text.indexOf(']');
    if (end < 0) continue;
    const text = inline.text.slice(end + 1).replace(/^\s+/, '');
    const rest = content.slice(index + 1);
    const next = rest[0]?.type === 'br' ? rest.slice(1) : rest;
    return text === '' ? next : [{ type: 'text', text }, ...rest];
  }
  return content;
}

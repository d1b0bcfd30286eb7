import { type AlertKind, alertKinds } from './alert-kind.ts';
import { closeInlines } from './close-inlines.ts';
import { plainText } from './inline-text.ts';
import { inlines } from './lazy-inlines.ts';
import type { Block, Blockquote, Inline } from './syntax-tree.ts';

export interface Alert {
  readonly kind: AlertKind;
  /** The alert's label where it is not its kind: a title, or the name of a callout; plain text. */
  readonly label?: string;
  /** The rest of the first paragraph after its first line; may be empty. */
  readonly first: readonly Inline[];
  /** The blocks after its first paragraph. */
  readonly rest: readonly Block[];
}

const marker = /^\[!([a-z][\w-]*)(?:\|[^\]\n]*)?\][+-]?(?:[ \t]+([^\n]*))?[ \t]*(?:\n|$)/i;

/**
 * Reads a quote as an alert: its first line is `[!NOTE]`, as on GitHub, or `[!todo]- Title`, as in Obsidian. Undefined
 * for other quotes.
 */
export function alertOf(quote: Blockquote): Alert | undefined {
  const index = quote.tokens.findIndex((token) => token.type !== 'space');
  const paragraph = quote.tokens[index];
  if (paragraph?.type !== 'paragraph' || !paragraph.text.startsWith('[!')) return undefined;
  const name = marker.exec(paragraph.text)?.[1]?.toLowerCase();
  if (name === undefined) return undefined;
  const { title, first } = splitMarker(inlines(paragraph.tokens));
  const isGitHubs = alertKinds.get(name) === name;
  const label = plainText(title).trim() || (isGitHubs ? '' : name.charAt(0).toUpperCase() + name.slice(1));
  return { kind: alertKinds.get(name) ?? 'note', ...(label && { label }), first, rest: quote.tokens.slice(index + 1) };
}

/** Returns the blocks of a quote, without an alert's marker; an alert's label is a paragraph. */
export function quoteBlocks(quote: Blockquote): readonly Block[] {
  const alert = alertOf(quote);
  if (!alert) return quote.tokens;
  const paragraph = (tokens: readonly Inline[]): Block[] =>
    tokens.length > 0 ? [{ type: 'paragraph', raw: '', text: plainText(tokens), tokens: closeInlines(tokens) }] : [];
  const title: Inline[] = alert.label ? [{ type: 'text', text: alert.label }] : [];
  return [...paragraph(title), ...paragraph(alert.first), ...alert.rest];
}

/** Splits the inlines of an alert's first paragraph, without the marker, at the end of the first line. */
function splitMarker(content: readonly Inline[]): { title: readonly Inline[]; first: readonly Inline[] } {
  const rest = withoutMarker(content);
  for (const [index, inline] of rest.entries()) {
    if (inline.type === 'br') return { title: rest.slice(0, index), first: rest.slice(index + 1) };
    const end = inline.type === 'text' ? inline.text.indexOf('\n') : -1;
    if (inline.type !== 'text' || end < 0) continue;
    const [before, after] = [inline.text.slice(0, end), inline.text.slice(end + 1)];
    return {
      title: [...rest.slice(0, index), { type: 'text', text: before }],
      first: after === '' ? rest.slice(index + 1) : [{ type: 'text', text: after }, ...rest.slice(index + 1)],
    };
  }
  return { title: rest, first: [] };
}

/** Strips the text up to the first `]`, which may be split over several inlines. */
function withoutMarker(content: readonly Inline[]): readonly Inline[] {
  for (const [index, inline] of content.entries()) {
    const end = inline.type === 'text' ? inline.text.indexOf(']') : -1;
    if (inline.type !== 'text' || end < 0) continue;
    const text = inline.text
      .slice(end + 1)
      .replace(/^[+-]/, '')
      .replace(/^[ \t]+/, '');
    const rest = content.slice(index + 1);
    return text === '' ? rest : [{ type: 'text', text }, ...rest];
  }
  return content;
}

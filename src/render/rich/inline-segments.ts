import type { Image, Inline, Link } from '../../markdown/syntax-tree.ts';
import { isDeceptive, linkTarget } from '../../text/link-target.ts';
import { raised, scriptText } from '../../text/superscript.ts';
import { withEmoji } from '../emoji.ts';
import type { LinkTarget, Segment } from '../segment.ts';
import { overlay, plain, type Style } from '../style.ts';
import type { Role } from '../theme.ts';
import type { Context } from './context.ts';

/** Turns phrasing content into segments, ready to be wrapped. */
export function inlineSegments(content: readonly Inline[], context: Context, style: Style = plain): Segment[] {
  const out: Segment[] = [];
  write(content, { context, style, link: undefined, out });
  return out;
}

/** Turns the content of a paragraph into segments, its words with soft hyphens where the page requests it. */
export function proseSegments(content: readonly Inline[], context: Context): Segment[] {
  const segments = inlineSegments(content, context);
  const { hyphenator } = context;
  if (!hyphenator) return segments;
  return segments.map((segment) => (segment.code ? segment : { ...segment, text: hyphenator(segment.text) }));
}

/** What an inline inherits: its style and its link. */
interface Surroundings {
  readonly context: Context;
  readonly style: Style;
  readonly link: LinkTarget | undefined;
  readonly out: Segment[];
}

function write(content: readonly Inline[], around: Surroundings): void {
  for (const inline of content) writeOne(inline, around);
}

function writeOne(inline: Inline, around: Surroundings): void {
  const { context } = around;
  switch (inline.type) {
    case 'text':
      put(around, context.emoji ? withEmoji(inline.text, context.emoji) : inline.text);
      break;
    case 'strong':
    case 'em':
    case 'ins':
      write(inline.tokens, under(around, inline.type));
      break;
    case 'del':
    case 'mark':
    case 'kbd':
      writeMarked(inline.type, inline.tokens, around);
      break;
    case 'sup':
    case 'sub':
      writeScript(inline.type, inline.tokens, around);
      break;
    case 'codespan':
      putCode(around, inline.text, 'code');
      break;
    case 'inline_math':
      putCode(around, context.typesetMath?.(inline.text)?.line() ?? inline.text, 'math');
      break;
    case 'br':
      around.out.push({ text: '\n', style: plain });
      break;
    case 'link':
      writeLink(inline, around);
      break;
    case 'image':
      writeImage(inline, around);
      break;
    case 'checkbox':
      put(around, `${inline.checked ? context.symbols.done : context.symbols.open}\u00a0`);
      break;
    case 'footnote_reference': {
      const { number } = context.footnotes.refer(inline.label);
      const link = around.link ?? context.follow?.(`footnote:${number}`);
      put({ ...around, link, style: overlay(around.style, context.theme.footnote) }, footnoteMarker(number, context));
      break;
    }
  }
}

/** The delimiters of struck words, marked words and keys where there are no styles. */
const delimiters = { del: ['~', '~'], mark: ['==', '=='], kbd: ['[', ']'] } as const;

function writeMarked(type: keyof typeof delimiters, tokens: readonly Inline[], around: Surroundings): void {
  const { page } = around.context;
  const inner = under(around, type);
  const [before, after] = page.colorLevel === 0 || page.accessible ? delimiters[type] : ['', ''];
  put(inner, before);
  write(tokens, inner);
  put(inner, after);
}

function under({ context, style, link, out }: Surroundings, role: Role): Surroundings {
  return { context, style: overlay(style, context.theme[role]), link, out };
}

function put({ out, style, link }: Surroundings, text: string): void {
  const filled = /[\t\n\f\r]| {2}/.test(text) ? text.replace(/[ \t\n\f\r]+/g, ' ') : text;
  if (filled === '') return;
  out.push(link ? { text: filled, style, link } : { text: filled, style });
}

function putCode(around: Surroundings, text: string, role: Role): void {
  const { out, link } = around;
  const filled = text.replace(/[\t\n\f\r]/g, ' ');
  out.push({ text: filled, style: under(around, role).style, code: true, ...(link && { link }) });
}

/** Writes a footnote's number at its reference: raised, or in brackets where there are no raised digits. */
function footnoteMarker(number: number, { page }: Context): string {
  if (page.accessible) return `\u00a0[note\u00a0${number}]`;
  return page.unicode ? raised(String(number)) : `(${number})`;
}

function writeScript(kind: 'sup' | 'sub', tokens: readonly Inline[], around: Surroundings): void {
  const only = tokens.length === 1 ? tokens[0] : undefined;
  if (only?.type === 'text') put(around, scriptText(kind, only.text, around.context.page.unicode));
  else write(tokens, around);
}

function writeLink(link: Link, around: Surroundings): void {
  const { context, out } = around;
  const target = isOwnSection(link.href, context) ? undefined : linkTarget(link.href);
  // A link in a link is no link: the outer one is where it leads.
  if (!(target || context.follow) || around.link) {
    write(link.tokens, around);
    return;
  }
  const { page, theme } = context;
  const before = out.length;
  const linked = context.follow?.(link.href) ?? (page.hyperlinks && target ? context.links.target(target) : undefined);
  const style = linked || page.links !== 'none' ? overlay(around.style, theme.link) : around.style;
  write(link.tokens, { context, style, link: linked ?? around.link, out });
  let text = '';
  for (let index = before; index < out.length; index++) text += out[index]?.text ?? '';
  const shown = text.replace(/\s+/g, ' ').trim();
  // No address is without one of these, and most texts are.
  if (target && /[.@/]/.test(shown) && isDeceptive(shown, target))
    put(under(around, 'address'), ` (${page.accessible ? '' : `${context.symbols.arrow}\u00a0`}${target})`);
  else if (target && !linked && !isSameAddress(shown, target)) writeAddress(target, around);
}

/** Reports whether an address is the article's own with a section's id: such a link leads nowhere else. */
function isOwnSection(href: string, { address }: Context): boolean {
  return address !== undefined && href.startsWith(`${address}#`);
}

/** Writes a link's address, on a page that cannot make the text itself a link. */
function writeAddress(target: string, around: Surroundings): void {
  const { context } = around;
  if (context.page.links === 'none') return;
  if (context.page.links === 'inline') put(under(around, 'address'), ` (${target})`);
  else put(under(around, 'note'), linkMarker(context.links.number(target), context));
}

function linkMarker(number: number, { page }: Context): string {
  return page.accessible ? `\u00a0[link\u00a0${number}]` : `\u00a0[${number}]`;
}

function isSameAddress(shown: string, target: string): boolean {
  // Nothing is left out but the scheme and a slash.
  if (shown.length < target.length - 'https://'.length - 1) return false;
  const text = shown.toLowerCase();
  const address = target.toLowerCase();
  const bare = address.replace(/^(?:https?:\/\/|mailto:)/, '');
  return [address, bare, address.replace(/\/$/, ''), bare.replace(/\/$/, '')].includes(text);
}

function writeImage(image: Image, around: Surroundings): void {
  const { context, out } = around;
  const { page, symbols, labels, theme } = context;
  const target = linkTarget(image.href);
  const text = image.text.trim() || fileName(image.href);
  const style = overlay(around.style, theme.image);
  const linked =
    around.link ??
    (image.href === '' ? undefined : context.follow?.(image.href)) ??
    (page.hyperlinks && target ? context.links.target(target) : undefined);
  const label = page.accessible ? `${labels.image}: ` : `${symbols.image}\u00a0`;
  put(under(around, 'meta'), label);
  put({ ...around, style, link: linked, out }, text);
  // The address of an image is of no use to a reader: it is shown only where all addresses are.
  if (target && !linked && page.links === 'inline') put(under(around, 'address'), ` (${target})`);
}

function fileName(href: string): string {
  if (/^data:/i.test(href)) return '';
  const path = href.replace(/[?#].*$/s, '');
  return path.slice(path.lastIndexOf('/') + 1);
}

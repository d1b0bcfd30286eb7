import { ownProperty } from '../text/own-property.ts';
import { attribute, type HtmlTag } from './html/tag.ts';
import type { Inline, Styled } from './syntax-tree.ts';

/** A builder of a clean inline tree from text, inlines and HTML tags in their order. */
export interface InlineTree {
  /** Adds text that is decoded and sanitized. */
  text(text: string): void;
  add(inline: Inline): void;
  /** Opens or closes what a tag stands for. An unclosed one ends with the tree; a stray closing tag is ignored. */
  tag(tag: HtmlTag): void;
  openStyle(style: Styled['type']): void;
  closeStyle(style: Styled['type']): void;
  /** Breaks the line, unless nothing visible comes before or after. */
  breakLine(): void;
  finish(): Inline[];
}

const styles: Readonly<Record<string, Styled['type']>> = {
  __proto__: null as never,
  b: 'strong',
  strong: 'strong',
  i: 'em',
  em: 'em',
  cite: 'em',
  dfn: 'em',
  var: 'em',
  s: 'del',
  strike: 'del',
  del: 'del',
  kbd: 'kbd',
  sup: 'sup',
  sub: 'sub',
  mark: 'mark',
  ins: 'ins',
  u: 'ins',
};
const codes = new Set(['code', 'samp', 'tt']);
const lines = new Set(
  'p div li ul ol dl dt dd tr table blockquote section article header footer h1 h2 h3 h4 h5 h6 hr pre center'.split(
    ' ',
  ),
);
const cells = new Set(['td', 'th']);

/** An open element: what it becomes, and the list of its contents. */
interface Frame {
  readonly name: string;
  readonly becomes: Styled['type'] | 'link' | 'code' | 'quote' | 'nothing';
  readonly href?: string;
  readonly title?: string | undefined;
  readonly tokens: Inline[];
}

/** Creates an {@link InlineTree}. Its depth is bounded: a style in the same style, or a link in a link, adds nothing. */
export function createInlineTree(): InlineTree {
  const root: Inline[] = [];
  const frames: Frame[] = [];
  const open = new Map<string, number>();
  let tokens = root;
  let empty = true;
  let breakDue = false;

  const count = (key: string, by: number) => open.set(key, (open.get(key) ?? 0) + by);
  const has = (key: string) => (open.get(key) ?? 0) > 0;

  /** Emits a pending line break before visible content. */
  function flushBreak(): void {
    if (breakDue) tokens.push({ type: 'br' });
    breakDue = false;
    empty = false;
  }

  function add(inline: Inline): void {
    flushBreak();
    if (inline.type === 'link' && has('=link')) for (const inner of inline.tokens) addInner(inner);
    else tokens.push(inline);
  }

  function addInner(inline: Inline): void {
    if (inline.type === 'text') appendText(tokens, inline.text);
    else tokens.push(inline);
  }

  function text(text: string): void {
    if (!text || ((empty || breakDue) && isBlank(text))) return;
    flushBreak();
    if (has('=code')) appendCode(tokens, text.replaceAll('\n', ' '));
    else appendText(tokens, text);
  }

  function push(name: string, becomes: Frame['becomes'], more: Pick<Frame, 'href' | 'title'> = {}): void {
    const kind = has(`=${becomes}`) ? 'nothing' : becomes;
    const inner = kind === 'nothing' || kind === 'code' || kind === 'quote' ? tokens : [];
    if (kind === 'quote') text('“');
    frames.push({ name, becomes: kind, ...more, tokens: inner });
    count(name, 1);
    count(`=${kind}`, 1);
    tokens = inner;
  }

  function pop(): void {
    const frame = frames.pop();
    if (!frame) return;
    const { name, becomes, href = '', title } = frame;
    count(name, -1);
    count(`=${becomes}`, -1);
    tokens = frames.at(-1)?.tokens ?? root;
    if (becomes === 'quote') text('”');
    else if (becomes === 'link') {
      if (frame.tokens.length > 0) {
        tokens.push(
          title ? { type: 'link', href, title, tokens: frame.tokens } : { type: 'link', href, tokens: frame.tokens },
        );
      }
    } else if (becomes !== 'code' && becomes !== 'nothing' && frame.tokens.length > 0) {
      tokens.push({ type: becomes, tokens: frame.tokens });
    }
  }

  function close(name: string): void {
    if (!has(name)) return;
    while (frames.at(-1)?.name !== name) pop();
    pop();
  }

  function tag(tag: HtmlTag): void {
    const { name } = tag;
    if (lines.has(name)) breakLine();
    else if (cells.has(name)) text(' ');
    else if (name === 'br') add({ type: 'br' });
    else if (tag.closing) close(name);
    else if (name === 'img') add(image(tag));
    else if (name === 'input') {
      if (attribute(tag, 'type')?.toLowerCase() === 'checkbox') {
        add({ type: 'checkbox', checked: attribute(tag, 'checked') !== undefined });
      }
    } else if (name === 'a') {
      const href = attribute(tag, 'href');
      if (href === undefined) push(name, 'nothing');
      else push(name, 'link', { href, title: attribute(tag, 'title') });
    } else if (codes.has(name)) push(name, 'code');
    else if (name === 'q') push(name, 'quote');
    else {
      const style = ownProperty(styles, name);
      if (style) push(name, style);
    }
  }

  function breakLine(): void {
    if (!empty) breakDue = true;
  }

  function finish(): Inline[] {
    while (frames.length > 0) pop();
    return root;
  }

  return {
    text,
    add,
    tag,
    openStyle: (style) => push(`*${style}`, style),
    closeStyle: (style) => close(`*${style}`),
    breakLine,
    finish,
  };
}

function image(tag: HtmlTag): Inline {
  const title = attribute(tag, 'title');
  const href = attribute(tag, 'src') ?? '';
  const text = (attribute(tag, 'alt') ?? '').replace(/\s+/g, ' ').trim();
  return title ? { type: 'image', href, title, text } : { type: 'image', href, text };
}

/** The length up to which adjacent text is joined: examining the end of joined text takes as long as it is. */
const longestJoined = 4_096;

/**
 * Adds text to a list of inlines: joined with text before it, where two spaces that meet become one. A checkbox needs no
 * space after it.
 */
export function appendText(tokens: Inline[], text: string): void {
  const last = tokens.at(-1);
  if (last?.type === 'text' && last.text.length > longestJoined) {
    const meets = isSpaceAt(text, 0) && isSpaceAt(last.text, last.text.length - 1);
    tokens.push({ type: 'text', text: meets ? text.slice(1) : text });
  } else if (last?.type === 'text') {
    const joined = isSpaceAt(last.text, last.text.length - 1) && isSpaceAt(text, 0) ? text.slice(1) : text;
    tokens[tokens.length - 1] = { type: 'text', text: last.text + joined };
  } else if (last?.type === 'checkbox' && isSpaceAt(text, 0)) {
    tokens.push({ type: 'text', text: text.slice(1) });
  } else {
    tokens.push({ type: 'text', text });
  }
}

function appendCode(tokens: Inline[], text: string): void {
  const last = tokens.at(-1);
  if (last?.type === 'codespan') tokens[tokens.length - 1] = { type: 'codespan', text: last.text + text };
  else tokens.push({ type: 'codespan', text });
}

/** Strips the spaces at the start and end of inlines. */
export function trimInlines(tokens: readonly Inline[]): readonly Inline[] {
  let start = 0;
  let end = tokens.length;
  while (start < end && isBlankInline(tokens[start])) start += 1;
  while (end > start && isBlankInline(tokens[end - 1])) end -= 1;
  const first = tokens[start];
  const last = tokens[end - 1];
  const cutStart = first?.type === 'text' && isSpaceAt(first.text, 0);
  const cutEnd = last?.type === 'text' && isSpaceAt(last.text, last.text.length - 1);
  if (start === 0 && end === tokens.length && !cutStart && !cutEnd) return tokens;
  const result = tokens.slice(start, end);
  if (cutStart && first) result[0] = { type: 'text', text: trimSpaces(first.text, true, result.length === 1) };
  if (cutEnd && last && !(cutStart && result.length === 1)) {
    result[result.length - 1] = { type: 'text', text: trimSpaces(last.text, false, true) };
  }
  return result;
}

function isBlankInline(inline: Inline | undefined): boolean {
  return inline?.type === 'br' || (inline?.type === 'text' && isBlank(inline.text));
}

/** Tells whether a text is only spaces and line ends. */
export function isBlank(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (!isSpaceAt(text, at)) return false;
  return true;
}

// Not `trim`: a no-break space is content.
function trimSpaces(text: string, atStart: boolean, atEnd: boolean): string {
  let start = 0;
  let end = text.length;
  if (atStart) while (start < end && isSpaceAt(text, start)) start += 1;
  if (atEnd) while (end > start && isSpaceAt(text, end - 1)) end -= 1;
  return text.slice(start, end);
}

function isSpaceAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 32 || code === 10 || code === 9;
}

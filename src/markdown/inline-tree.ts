import { groupsByName } from '../text/groups-by-name.ts';
import { blockElements } from './html/block-elements.ts';
import { attribute, type HtmlTag } from './html/tag.ts';
import type { Inline, Styled } from './syntax-tree.ts';

const styles = groupsByName<Styled['type']>({
  strong: 'b strong',
  em: 'i em cite dfn var',
  del: 's strike del',
  kbd: 'kbd',
  sup: 'sup',
  sub: 'sub',
  mark: 'mark',
  ins: 'ins u',
});
const codes = new Set(['code', 'samp', 'tt']);
const cells = new Set(['td', 'th']);

/** An open element: what it becomes, and the list of its contents. */
interface Frame {
  readonly name: string;
  readonly becomes: Styled['type'] | 'link' | 'code' | 'quote' | 'nothing';
  readonly href?: string;
  readonly title?: string | undefined;
  readonly tokens: Inline[];
}

/**
 * A builder of a clean inline tree from text, inlines and HTML tags in their order. Its depth is bounded: a style in
 * the same style, or a link in a link, adds nothing.
 */
export class InlineTree {
  readonly #root: Inline[] = [];
  readonly #frames: Frame[] = [];
  readonly #open = new Map<string, number>();
  #tokens = this.#root;
  #isEmpty = true;
  #isBreakDue = false;

  /** Adds text that is decoded and sanitized. */
  text(text: string): void {
    if (!text || ((this.#isEmpty || this.#isBreakDue) && isBlankText(text))) return;
    this.#flushBreak();
    if (this.#has('=code')) appendCode(this.#tokens, text.replaceAll('\n', ' '));
    else appendText(this.#tokens, text);
  }

  add(inline: Inline): void {
    this.#flushBreak();
    if (inline.type !== 'link' || !this.#has('=link')) this.#tokens.push(inline);
    else {
      for (const inner of inline.tokens) {
        if (inner.type === 'text') appendText(this.#tokens, inner.text);
        else this.#tokens.push(inner);
      }
    }
  }

  /** Opens or closes what a tag stands for. An unclosed one ends with the tree; a stray closing tag is ignored. */
  tag(tag: HtmlTag): void {
    const { name } = tag;
    // A line is broken unless nothing visible comes before or after.
    if (cells.has(name)) this.text(' ');
    else if (blockElements.has(name)) this.#isBreakDue ||= !this.#isEmpty;
    else if (name === 'br') this.add({ type: 'br' });
    else if (tag.closing) this.#close(name);
    else if (name === 'img') this.add(image(tag));
    else if (name === 'input') {
      if (attribute(tag, 'type')?.toLowerCase() === 'checkbox') {
        this.add({ type: 'checkbox', checked: attribute(tag, 'checked') !== undefined });
      }
    } else if (name === 'a') {
      const href = attribute(tag, 'href');
      if (href === undefined) this.#push(name, 'nothing');
      else this.#push(name, 'link', { href, title: attribute(tag, 'title') });
    } else if (codes.has(name)) this.#push(name, 'code');
    else if (name === 'q') this.#push(name, 'quote');
    else {
      const style = styles.get(name);
      if (style) this.#push(name, style);
    }
  }

  openStyle(style: Styled['type']): void {
    this.#push(`*${style}`, style);
  }

  closeStyle(style: Styled['type']): void {
    this.#close(`*${style}`);
  }

  finish(): Inline[] {
    while (this.#frames.length > 0) this.#pop();
    return this.#root;
  }

  #has(key: string): boolean {
    return (this.#open.get(key) ?? 0) > 0;
  }

  #count(key: string, by: number): void {
    this.#open.set(key, (this.#open.get(key) ?? 0) + by);
  }

  /** Emits a pending line break before visible content. */
  #flushBreak(): void {
    if (this.#isBreakDue) this.#tokens.push({ type: 'br' });
    this.#isBreakDue = false;
    this.#isEmpty = false;
  }

  #push(name: string, becomes: Frame['becomes'], more: Pick<Frame, 'href' | 'title'> = {}): void {
    const kind = this.#has(`=${becomes}`) ? 'nothing' : becomes;
    const inner = kind === 'nothing' || kind === 'code' || kind === 'quote' ? this.#tokens : [];
    if (kind === 'quote') this.text('“');
    this.#frames.push({ name, becomes: kind, ...more, tokens: inner });
    this.#count(name, 1);
    this.#count(`=${kind}`, 1);
    this.#tokens = inner;
  }

  #pop(): void {
    const frame = this.#frames.pop();
    if (!frame) return;
    const { name, becomes, href = '', title, tokens } = frame;
    this.#count(name, -1);
    this.#count(`=${becomes}`, -1);
    this.#tokens = this.#frames.at(-1)?.tokens ?? this.#root;
    if (becomes === 'quote') this.text('”');
    else if (becomes === 'code' || becomes === 'nothing' || tokens.length === 0) return;
    else if (becomes !== 'link') this.#tokens.push({ type: becomes, tokens });
    else this.#tokens.push(title ? { type: 'link', href, title, tokens } : { type: 'link', href, tokens });
  }

  #close(name: string): void {
    if (!this.#has(name)) return;
    while (this.#frames.at(-1)?.name !== name) this.#pop();
    this.#pop();
  }
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
 * Adds text to a list of inlines: joined with text before it, where two spaces that meet become one. A checkbox needs
 * no space after it.
 */
export function appendText(tokens: Inline[], text: string): void {
  const last = tokens.at(-1);
  const before = last?.type === 'text' ? last.text : '';
  const meets = isSpaceAt(text, 0) && (last?.type === 'checkbox' || isSpaceAt(before, before.length - 1));
  const rest = meets ? text.slice(1) : text;
  if (last?.type !== 'text' || before.length > longestJoined) tokens.push({ type: 'text', text: rest });
  else tokens[tokens.length - 1] = { type: 'text', text: before + rest };
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
  return inline?.type === 'br' || (inline?.type === 'text' && isBlankText(inline.text));
}

/** Reports whether a text is only spaces and line ends. */
export function isBlankText(text: string): boolean {
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

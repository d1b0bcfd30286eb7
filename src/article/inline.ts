import type { Token, Tokens } from 'marked';
import { cleanText } from './clean.ts';
import { type Definitions, labelOf } from './definitions.ts';
import { resolveEmphasis } from './emphasis.ts';
import { decodeEntities } from './entities.ts';
import { readTag } from './html-tag.ts';
import { plainText } from './inline-text.ts';
import { appendText, createInlineTree, trimInlines } from './inline-tree.ts';
import type { Inline } from './types.ts';

/**
 * marked's inline tokens as a clean tree: see {@link Inline}. HTML tags that have no partner within their span end
 * with it, or are dropped.
 */
export function cleanInlines(tokens: readonly Token[]): readonly Inline[] {
  return trimInlines(convert(tokens));
}

/**
 * The inlines of a source text without a lexer, where it has no markup or only such as cannot mean anything else: code,
 * links and emphasis that hold nothing but words. Nothing where there may be more.
 */
export function ordinaryInlines(source: string, links: Definitions['links']): readonly Inline[] | undefined {
  if (!mayBeMarkup.test(source)) return trimInlines([{ type: 'text', text: readText(source) }]);
  if (source.length > longestOrdinary || hardBreak.test(source)) return undefined;
  const inlines: Inline[] = [];
  piece.lastIndex = 0;
  while (piece.lastIndex < source.length) {
    const found = piece.exec(source);
    if (!found) return undefined;
    const [words, code, labelCode, label, href, reference, mark, styled, styledEnd] = found.slice(1);
    const text = words ?? label ?? styled ?? styledEnd;
    if (text !== undefined && bareAddress.test(text)) return undefined;
    if (words !== undefined) appendText(inlines, readText(words));
    else if (code !== undefined) inlines.push({ type: 'codespan', text: cleanText(code) });
    else if (mark === undefined) {
      const defined =
        href === undefined
          ? links[labelIn(reference || (labelCode ?? label ?? ''), !reference && labelCode !== undefined)]
          : undefined;
      const target = href ?? defined?.href;
      const inner: Inline =
        labelCode === undefined
          ? { type: 'text', text: readText(label ?? '') }
          : { type: 'codespan', text: cleanText(labelCode) };
      if (target !== undefined) {
        // What stands in a title or behind a backslash is the lexer's.
        if (defined && (defined.title || /[\\&]/.test(defined.href))) return undefined;
        inlines.push({ type: 'link', href: cleanText(target), tokens: [inner] });
      } else if (reference !== undefined) return undefined;
      else if (inner.type === 'text') appendText(inlines, `[${inner.text}]`);
      else {
        appendText(inlines, '[');
        inlines.push(inner);
        appendText(inlines, ']');
      }
    } else {
      const tokens: Inline[] = [{ type: 'text', text: readText(text ?? '') }];
      inlines.push({ type: mark?.length === 2 ? 'strong' : 'em', tokens });
    }
  }
  return trimInlines(inlines);
}

/** A label in brackets, with its backticks where it is code. */
function labelIn(text: string, isCode: boolean): string {
  return labelOf(isCode ? `\`${text}\`` : text);
}

/** The marks of emphasis, code, links, HTML, references, escapes, formulas, hard breaks and bare addresses. */
const mayBeMarkup = /[$&*<@[\\_`~]| {2}\n|:\/|www\./;
const hardBreak = / {2}\n/;
const bareAddress = /:\/|www\./;
/** A longer text is the lexer's, who parts it. */
const longestOrdinary = 1_000;

/**
 * What stands next in an ordinary text. Words, with `_` inside one and `@` before one; code between single backticks; a
 * link, to an address without brackets, quotes and references or to a definition; emphasis that, by what stands around
 * its marks, can only begin where it begins and only end where it ends (CommonMark 0.31.2, 6.2).
 */
const piece = new RegExp(
  [
    String.raw`([^$&*<@[\\_\`~]+|(?<=[A-Za-z0-9])_(?=[A-Za-z0-9])|(?<![^ \n(])@(?=[A-Za-z]))`,
    '`([^`\\s](?:[^`\\n]*[^`\\s])?)`(?!`)',
    String.raw`(?<!!)\[(?:\`([^\`\s[\]\\](?:[^\`\n[\]\\]*[^\`\s[\]\\])?)\`|(?!\^)(@?[^$&*<>@[\]\\_\`~\n]+))\](?:\((?!data:)([^\s()<>&\\"'\`[\]]+)\)|\[([^[\]\\\n]*)\]|(?![([]))`,
    String.raw`(?<![^ \n(])(\*\*?|__?)(?:([A-Za-z0-9](?:[^$&*<@[\\_\`~\n]*[^\s$&*<@[\\_\`~])?)\7(?![^ \n])|([A-Za-z0-9](?:[^$&*<@[\\_\`~\n]*[A-Za-z0-9])?)\7(?=[.,:;!?)]))`,
  ].join('|'),
  'y',
);

function convert(tokens: readonly Token[]): readonly Inline[] {
  const inlines: Inline[] = [];
  for (const token of tokens) {
    if (token.type === 'html' || token.type === 'delimiter') return buildTree(tokens);
    const text = tokenText(token);
    if (text !== undefined) appendText(inlines, text);
    else inlines.push(convertToken(token));
  }
  return inlines;
}

/** Elements whose contents no browser shows. */
const unseen = new Set(['script', 'style', 'template', 'title', 'svg', 'iframe']);

/** Inlines among which there are tags or emphasis: what is open there holds what follows. */
function buildTree(tokens: readonly Token[]): readonly Inline[] {
  const tree = createInlineTree();
  const closers = lastClosers(tokens);
  const emphasis = resolveEmphasis(tokens);
  let hiddenUntil = '';
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'html') {
      const tag = readTag(token.raw, 0);
      if (!tag?.name) continue;
      if (hiddenUntil) {
        if (tag.closing && tag.name === hiddenUntil) hiddenUntil = '';
      } else if (!unseen.has(tag.name)) tree.tag(tag);
      else if (!tag.closing && (closers.get(tag.name) ?? -1) > index) hiddenUntil = tag.name;
    } else if (!hiddenUntil) {
      const run = emphasis.get(token);
      const text = run ? run.text : tokenText(token);
      for (const style of run?.closes ?? []) tree.closeStyle(style);
      if (text !== undefined) tree.text(text);
      else tree.add(convertToken(token));
      for (const style of run?.opens ?? []) tree.openStyle(style);
    }
  }
  return tree.finish();
}

/** The last place where each of the unseen elements is closed. */
function lastClosers(tokens: readonly Token[]): Map<string, number> {
  const closers = new Map<string, number>();
  for (const [index, token] of tokens.entries()) {
    if (token.type !== 'html' || !token.raw.startsWith('</')) continue;
    const name = readTag(token.raw, 0)?.name ?? '';
    if (unseen.has(name)) closers.set(name, index);
  }
  return closers;
}

/** The text that a token is, if it is text: from its source spelling, for marked has decoded a part of the references. */
function tokenText(token: Token): string | undefined {
  if (token.type === 'text') return readText(token.raw);
  if (token.type === 'escape') return cleanText((token as Tokens.Escape).text);
  return undefined;
}

function readText(raw: string): string {
  const text = cleanText(decodeEntities(raw));
  return text.includes('\n') || text.includes('\t') ? joinLines(text) : text;
}

/**
 * Lines without the spaces around their ends, for which Markdown has no meaning; a tab is a space. Chinese and Japanese
 * have no spaces between words, so between two of their characters a line end is nothing.
 */
function joinLines(text: string): string {
  const lines = text.replaceAll('\t', ' ').split('\n');
  let joined = '';
  let before = Number.NaN;
  for (const [index, line] of lines.entries()) {
    let start = 0;
    let end = line.length;
    // The spaces at the two ends of the text part it from its neighbours.
    if (index > 0) while (start < end && line.charCodeAt(start) === 32) start += 1;
    if (index < lines.length - 1) while (end > start && line.charCodeAt(end - 1) === 32) end -= 1;
    if (index > 0 && !(isIdeograph(before) && isIdeograph(line.charCodeAt(start)))) joined += '\n';
    joined += line.slice(start, end);
    before = line.charCodeAt(end - 1);
  }
  return joined;
}

/** Chinese characters, kana and the full-width punctuation that goes with them. */
function isIdeograph(code: number): boolean {
  return (code >= 0x2e80 && code <= 0x312f) || (code >= 0x3190 && code <= 0x9fff) || (code >= 0xff01 && code <= 0xff60);
}

function convertToken(token: Token): Inline {
  switch (token.type) {
    case 'codespan':
      return { type: 'codespan', text: cleanText(token.text) };
    case 'br':
      return { type: 'br' };
    case 'link': {
      const { raw, href, title, tokens } = token as Tokens.Link;
      return withTitle({ type: 'link', href: decodeAttribute(href, raw), tokens: convert(tokens) }, title, raw);
    }
    case 'image': {
      const { raw, href, title, tokens } = token as Tokens.Image;
      const text = plainText(convert(tokens));
      return withTitle({ type: 'image', href: decodeAttribute(href, raw), text }, title, raw);
    }
    case 'checkbox':
      return { type: 'checkbox', checked: token.checked };
    case 'footnote_reference':
      return { type: 'footnote_reference', label: token.label };
    case 'inline_math':
      return { type: 'inline_math', text: cleanText(token.text) };
    default:
      return { type: 'text', text: readText(token.raw) };
  }
}

function withTitle<Titled extends Inline>(inline: Titled, title: string | null | undefined, raw: string): Titled {
  return title ? { ...inline, title: decodeAttribute(title, raw) } : inline;
}

/** marked has resolved the backslashes of addresses and titles: a reference that was written `\&amp;` is to stay. */
function decodeAttribute(text: string, raw: string): string {
  if (!text.includes('&')) return cleanText(text);
  if (!raw.includes('\\&')) return cleanText(decodeEntities(text));
  const parts = text.split(/(&[#a-zA-Z0-9]+;)/);
  return cleanText(parts.map((part) => (raw.includes(`\\${part}`) ? part : decodeEntities(part))).join(''));
}

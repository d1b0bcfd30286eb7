import type { Token, Tokens } from 'marked';
import { cleanText } from '../../text/sanitize.ts';
import { resolveEmphasis } from '../emphasis.ts';
import { readTag } from '../html/tag.ts';
import { plainText } from '../inline-text.ts';
import { appendText, InlineTree, trimInlines } from '../inline-tree.ts';
import type { Inline } from '../syntax-tree.ts';
import { decodeAttribute, textContent, withTitle } from '../text-content.ts';

/**
 * Converts marked's inline tokens into a clean tree: see {@link Inline}. HTML tags without a partner in their span end
 * with it, or are dropped.
 */
export function convertInlines(tokens: readonly Token[]): readonly Inline[] {
  return trimInlines(convert(tokens));
}

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
const hiddenElements = new Set(['script', 'style', 'template', 'title', 'svg', 'iframe']);

/** Builds the tree of inlines that contain tags or emphasis. */
function buildTree(tokens: readonly Token[]): readonly Inline[] {
  const tree = new InlineTree();
  const closers = lastClosers(tokens);
  const emphasis = resolveEmphasis(tokens);
  let hiddenUntil = '';
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'html') {
      const tag = readTag(token.raw, 0);
      if (!tag?.name) continue;
      if (hiddenUntil) {
        if (tag.closing && tag.name === hiddenUntil) hiddenUntil = '';
      } else if (!hiddenElements.has(tag.name)) tree.tag(tag);
      else if (!tag.closing && (closers.get(tag.name) ?? -1) > index) hiddenUntil = tag.name;
    } else if (!hiddenUntil) {
      const resolved = emphasis.get(token);
      const text = resolved ? resolved.text : tokenText(token);
      for (const style of resolved?.closes ?? []) tree.closeStyle(style);
      if (text !== undefined) tree.text(text);
      else tree.add(convertToken(token));
      for (const style of resolved?.opens ?? []) tree.openStyle(style);
    }
  }
  return tree.finish();
}

/** Returns the index of the last closing tag of each hidden element. */
function lastClosers(tokens: readonly Token[]): Map<string, number> {
  const closers = new Map<string, number>();
  for (const [index, token] of tokens.entries()) {
    if (token.type !== 'html' || !token.raw.startsWith('</')) continue;
    const name = readTag(token.raw, 0)?.name ?? '';
    if (hiddenElements.has(name)) closers.set(name, index);
  }
  return closers;
}

/** Returns the text of a text token from its source, since marked has decoded some of it; undefined for others. */
function tokenText(token: Token): string | undefined {
  if (token.type === 'text') return textContent(token.raw);
  if (token.type === 'escape') return cleanText((token as Tokens.Escape).text);
  return undefined;
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
      return { type: 'text', text: textContent(token.raw) };
  }
}

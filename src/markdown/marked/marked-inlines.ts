import type { Token, Tokens } from 'marked';
import { cleanText } from '../../text/sanitize.ts';
import { resolveEmphasis } from '../emphasis.ts';
import { readTag } from '../html/tag.ts';
import { plainText } from '../inline-text.ts';
import { appendText, createInlineTree, trimInlines } from '../inline-tree.ts';
import { decodeAttribute, readText, withTitle } from '../text-content.ts';
import type { Inline } from '../types.ts';

/**
 * marked's inline tokens as a clean tree: see {@link Inline}. HTML tags that have no partner within their span end
 * with it, or are dropped.
 */
export function cleanInlines(tokens: readonly Token[]): readonly Inline[] {
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

import type { Token, Tokens } from 'marked';
import { cleanText } from '../../text/sanitize.ts';
import { buildInlines, type InlineHtml } from '../build-inlines.ts';
import type { Delimiter } from '../emphasis.ts';
import { plainText } from '../inline-text.ts';
import { appendText, trimInlines } from '../inline-tree.ts';
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
  if (tokens.some(({ type }) => type === 'html' || type === 'delimiter')) return buildInlines(tokens.map(nodeOf));
  const inlines: Inline[] = [];
  for (const token of tokens) {
    const text = tokenText(token);
    if (text !== undefined) appendText(inlines, text);
    else inlines.push(convertToken(token));
  }
  return inlines;
}

function nodeOf(token: Token): Inline | Delimiter | InlineHtml {
  if (token.type === 'html' || token.type === 'delimiter') return token as Delimiter | InlineHtml;
  const text = tokenText(token);
  return text === undefined ? convertToken(token) : { type: 'text', text };
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
    case 'footnote_reference':
      return { type: 'footnote_reference', label: token.label };
    case 'inline_math':
      return { type: 'inline_math', text: cleanText(token.text) };
    default:
      return { type: 'text', text: textContent(token.raw) };
  }
}

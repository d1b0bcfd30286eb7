import type { Token, Tokens } from 'marked';
import { cleanText } from './clean.ts';
import { decodeEntities } from './entities.ts';
import type { Inline } from './types.ts';

/** marked's inline tokens as a clean tree: see {@link Inline}. */
export function cleanInlines(tokens: readonly Token[]): readonly Inline[] {
  return tokens.flatMap((token): Inline[] => {
    switch (token.type) {
      case 'strong':
      case 'em':
      case 'del':
        return [{ type: token.type, tokens: cleanInlines(token.tokens ?? []) }];
      case 'codespan':
        return [{ type: 'codespan', text: cleanText(token.text) }];
      case 'br':
        return [{ type: 'br' }];
      case 'link': {
        const link = token as Tokens.Link;
        return [{ type: 'link', href: cleanText(link.href), tokens: cleanInlines(link.tokens) }];
      }
      case 'image':
        return [{ type: 'image', href: token.href, text: cleanText(token.text) }];
      case 'checkbox':
        return [{ type: 'checkbox', checked: token.checked }];
      case 'footnote_reference':
        return [{ type: 'footnote_reference', label: token.label }];
      case 'inline_math':
        return [{ type: 'inline_math', text: cleanText(token.text) }];
      case 'html':
        return [];
      case 'escape':
        return [{ type: 'text', text: cleanText(token.text) }];
      default:
        return [{ type: 'text', text: cleanText(decodeEntities(token.raw)) }];
    }
  });
}

import type { Inline, Link } from '../../markdown/syntax-tree.ts';
import { isDeceptive, linkTarget } from '../../text/link-target.ts';
import { scriptText } from '../../text/superscript.ts';
import type { Footnotes } from '../footnotes.ts';

/** Writes inlines as plain text: a soft line break is a space, a hard one a line end; no space at either end. */
export function inlineText(inlines: readonly Inline[], footnotes: Footnotes): string {
  const text = joinText(inlines, footnotes);
  // An image that shows nothing leaves the space beside it.
  return text.startsWith(' ') || text.endsWith(' ') ? text.replace(/^ +/, '').replace(/(?<! ) +$/, '') : text;
}

function joinText(inlines: readonly Inline[], footnotes: Footnotes): string {
  let text = '';
  // Without an iterator, which would be an object for each inline of the text.
  for (let index = 0; index < inlines.length; index += 1) {
    const inline = inlines[index] as Inline;
    switch (inline.type) {
      case 'text':
      case 'codespan':
      case 'image':
      case 'inline_math':
        text += fill(inline.text);
        break;
      case 'br':
        text += '\n';
        break;
      case 'checkbox':
        text += inline.checked ? '[x] ' : '[ ] ';
        break;
      case 'footnote_reference':
        text += `[${footnotes.refer(inline.label).number}]`;
        break;
      case 'sup':
      case 'sub':
        text += scriptText(inline.type, joinText(inline.tokens, footnotes), true);
        break;
      case 'link':
        text += linkText(inline, footnotes);
        break;
      default:
        text += joinText(inline.tokens, footnotes);
    }
  }
  return text;
}

/** Writes a link as its text; a deceptive one with its target after it. */
function linkText(link: Link, footnotes: Footnotes): string {
  const text = joinText(link.tokens, footnotes);
  if (!/[.@/]/.test(text)) return text;
  const target = linkTarget(link.href);
  return target && isDeceptive(text, target) ? `${text} (${target})` : text;
}

function fill(text: string): string {
  return text.includes('\n') ? text.replaceAll('\n', ' ') : text;
}

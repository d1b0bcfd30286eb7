import type { Inline } from '../../article/types.ts';
import { scriptText } from '../script.ts';
import type { Notes } from './notes.ts';

/** Inlines as plain text: a soft line break is a space, a hard one a line end. */
export function inlineText(inlines: readonly Inline[], notes: Notes): string {
  const [first] = inlines;
  if (inlines.length === 1 && first?.type === 'text') return fill(first.text);
  let text = '';
  for (const inline of inlines) {
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
        text += `[${notes.number(inline.label)}]`;
        break;
      case 'sup':
      case 'sub':
        text += scriptText(inline.type, inlineText(inline.tokens, notes), true);
        break;
      default:
        text += inlineText(inline.tokens, notes);
    }
  }
  return text;
}

function fill(text: string): string {
  return text.includes('\n') ? text.replaceAll('\n', ' ') : text;
}

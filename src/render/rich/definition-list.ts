import { inlines } from '../../markdown/lazy-inlines.ts';
import type { DefinitionList } from '../../markdown/syntax-tree.ts';
import { append, emptyLine, type Line } from '../segment.ts';
import { wrap } from '../wrap.ts';
import type { Context } from './context.ts';
import { indented } from './indent.ts';
import { inlineSegments } from './inline-segments.ts';

const indent = 4;

/** Lays out terms, and their descriptions indented below them. */
export function definitionList(token: DefinitionList, width: number, context: Context): Line[] {
  const lines: Line[] = [];
  for (const { terms, descriptions } of token.items) {
    if (lines.length > 0) lines.push(emptyLine);
    for (const term of terms) {
      append(lines, wrap(inlineSegments(inlines(term.tokens), context, context.theme.term), width, context.breaking));
    }
    append(
      lines,
      indented(width, indent, (inner) => context.blocks(descriptions, inner, context)),
    );
  }
  return lines;
}

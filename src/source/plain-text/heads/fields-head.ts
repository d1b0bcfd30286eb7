import { firstText, toMetadata } from '../../../article/metadata-values.ts';
import { readFields } from '../../../article/title-block.ts';
import { hasMarginTitles } from '../headings/margin-sections.ts';
import type { TextLine } from '../lines/line.ts';
import type { TextHead } from './text-head.ts';

/** Reads `Title: …`, `Author: …`, `Date: …` at the start of a text; undefined unless two are there, one the title. */
export function readFieldsHead(lines: readonly TextLine[]): TextHead | undefined {
  const start = lines.findIndex(({ text }) => text !== '');
  let end = start;
  while (end < lines.length && end < start + 40 && lines[end]?.text) end += 1;
  if (start < 0 || end >= lines.length || end - start < 2) return undefined;
  const head = lines.slice(start, end).map(({ indent, text }) => ' '.repeat(Math.min(indent, 8)) + text);
  const fields = readFields(head.join('\n'));
  if (!fields?.get('title') || !(fields.has('author') || fields.has('date') || fields.has('created'))) return undefined;
  const title = firstText(fields, ['title']);
  const body = lines.slice(end);
  return {
    ...(title && { title }),
    metadata: toMetadata(fields),
    lines: body,
    ...(hasMarginTitles(body) && { titles: 'margin' }),
  };
}

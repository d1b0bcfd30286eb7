import { firstText, toMetadata } from '../../article/metadata-values.ts';
import { readFields } from '../../article/title-block.ts';
import { escapeInline } from '../../markdown/escape.ts';
import { writeFootnote } from '../../markdown/footnote-definition.ts';
import {
  codeBlock,
  codeSpan,
  deepest,
  definition,
  heading,
  list,
  paragraph,
  quote,
  table,
} from '../markdown-blocks.ts';
import type { Source } from '../source.ts';
import { indentOf, splitMarkup, takeIndented, takeParagraph } from './markup-lines.ts';
import { writeDirective } from './rst-directives.ts';
import { bibliographic, bibliographicValue, fieldStart, isShown } from './rst-fields.ts';
import { RstInlines } from './rst-inlines.ts';
import { dedentAll, isListLine, isSameList, rstMarkerOf, takeItem } from './rst-lists.ts';
import { isGridBorder, isSimpleBorder, readGridTable, readSimpleTable } from './rst-tables.ts';

/**
 * Reads reStructuredText as Markdown: docutils' standard syntax and common directives. An unknown directive is shown as
 * written; comments are dropped.
 */
export function readRestructuredText(text: string): Source {
  return new RestructuredText(splitMarkup(text)).read();
}

const adornment = /^([!-/:-@[-`{-~])\1+$/;

class RestructuredText {
  readonly #lines: readonly string[];
  /** The adornments of sections by their levels: a character, and whether it is above the title too. */
  readonly #styles: string[] = [];
  readonly #fields = new Map<string, string>();
  readonly #inlines: RstInlines;
  readonly #read: (text: string) => string;

  constructor(lines: readonly string[]) {
    this.#lines = lines;
    this.#inlines = new RstInlines(lines);
    this.#read = this.#inlines.read;
  }

  read(): Source {
    const blocks = this.#blocks(this.#lines.slice(this.#header()), 0);
    const title = firstText(this.#fields, ['title']) ?? this.#soleTitle(blocks);
    return {
      markdown: `${blocks.join('\n\n')}\n`,
      ...(title && { title }),
      metadata: toMetadata(this.#fields),
    };
  }

  /** Reads the header of a Python Enhancement Proposal (PEP 1), as of a mail. Returns the index after it. */
  #header(): number {
    const { lines, end } = takeParagraph(this.#lines, 0);
    const fields = /^PEP: \d/.test(lines[0] ?? '') ? readFields(lines.join('\n')) : undefined;
    if (!fields) return 0;
    for (const [key, value] of fields)
      this.#fields.set(key, key === 'author' ? value.replace(/\s*<[^>]*>/g, '') : value);
    return end;
  }

  /** Returns the title of a document: the heading of a style that only one section at the top has (docutils). */
  #soleTitle(blocks: readonly string[]): string | undefined {
    const [first] = blocks;
    if (!first?.startsWith('# ') || blocks.slice(1).some((block) => block.startsWith('# '))) return undefined;
    return first.slice(2).replace(/\\([!-/:-@[-`{-~])|[*`]/g, '$1');
  }

  #blocks(lines: readonly string[], depth: number): string[] {
    if (depth > deepest) return [codeBlock(lines)];
    const blocks: string[] = [];
    let at = 0;
    while (at < lines.length) {
      const line = lines[at] ?? '';
      if (line === '') {
        at += 1;
        continue;
      }
      at =
        (depth === 0 ? this.#section(lines, at, blocks) : undefined) ??
        this.#transition(lines, at, blocks) ??
        this.#explicit(lines, at, blocks, depth) ??
        this.#list(lines, at, blocks, depth) ??
        this.#fieldList(lines, at, blocks, depth) ??
        this.#table(lines, at, blocks) ??
        this.#special(lines, at, blocks) ??
        this.#quote(lines, at, blocks, depth) ??
        this.#definitions(lines, at, blocks, depth) ??
        this.#paragraph(lines, at, blocks);
    }
    return blocks;
  }

  #section(lines: readonly string[], at: number, blocks: string[]): number | undefined {
    const [line = '', next = '', third = ''] = lines.slice(at, at + 3);
    let title = '';
    let style = '';
    if (adornment.test(line) && next !== '' && third === line && !adornment.test(next)) {
      title = next.trim();
      style = `${line.charAt(0)} over`;
    } else if (adornment.test(next) && indentOf(line) === 0 && !adornment.test(line)) {
      if (next.length < 3 || (next.length < line.length * 0.6 && next.length < 8)) return undefined;
      title = line;
      style = next.charAt(0);
    } else return undefined;
    if (!this.#styles.includes(style)) this.#styles.push(style);
    blocks.push(heading(this.#styles.indexOf(style) + 1, this.#read(title)));
    return at + (style.endsWith('over') ? 3 : 2);
  }

  #transition(lines: readonly string[], at: number, blocks: string[]): number | undefined {
    const line = lines[at] ?? '';
    if (line.length < 4 || !adornment.test(line) || (lines[at + 1] ?? '') !== '') return undefined;
    blocks.push('* * *');
    return at + 1;
  }

  /** Reads explicit markup: directives, footnotes, targets (`__` too), substitutions, comments. */
  #explicit(lines: readonly string[], at: number, blocks: string[], depth: number): number | undefined {
    const line = lines[at] ?? '';
    if (/^__\s+\S/.test(line)) return at + 1;
    const start = /^\.\.(?:\s+|$)/.exec(line);
    if (!start) return undefined;
    const text = line.slice(start[0].length);
    const { lines: content, end } = takeIndented(lines, at + 1, 1);
    const note = /^\[(\d+|#[\w.-]*|\*|[\p{L}\p{N}][\w.-]*)\](?:\s+(.*))?$/u.exec(text);
    const directive = /^([\w:+.-]+?)\s*::(?:\s+(.*))?$/.exec(text);
    if (note) {
      const body = this.#blocks(dedentAll([note[2] ?? '', ...content]), depth + 1);
      blocks.push(writeFootnote(this.#inlines.footnoteLabel(note[1] ?? '', false), body.join('\n\n')));
    } else if (directive) {
      const written = writeDirective(directive[1] ?? '', directive[2] ?? '', content, {
        blocks: (inner) => this.#blocks(inner, depth + 1).join('\n\n'),
        read: this.#read,
        setTitle: (title) => this.#fields.set('title', title),
      });
      if (written === undefined) blocks.push(codeBlock(lines.slice(at, end)));
      else if (written !== '') blocks.push(written);
    }
    // All others are targets, substitutions and comments.
    return end;
  }

  #list(lines: readonly string[], at: number, blocks: string[], depth: number): number | undefined {
    const first = rstMarkerOf(lines[at] ?? '');
    if (!first || (first.kind !== 'bullet' && !isListLine(lines, at, first))) return undefined;
    const items: (readonly [string, string])[] = [];
    let number = first.number ?? 1;
    let end = at;
    while (end < lines.length) {
      let next = end;
      while (lines[next] === '') next += 1;
      const marker = rstMarkerOf(lines[next] ?? '');
      if (!marker || !isSameList(first, marker)) break;
      const { lines: rest, end: after } = takeItem(lines, next, marker.width);
      const body = this.#blocks(rest, depth + 1).join('\n\n');
      const isNumber = marker.kind === 'number' || marker.kind === 'auto';
      items.push([
        isNumber ? `${marker.number ?? number}.` : '-',
        marker.kind === 'label' ? `${escapeInline(marker.label)} ${body}` : body,
      ]);
      number = (marker.number ?? number) + 1;
      end = after;
    }
    blocks.push(list(items));
    return end;
  }

  #fieldList(lines: readonly string[], at: number, blocks: string[], depth: number): number | undefined {
    if (!fieldStart.test(lines[at] ?? '')) return undefined;
    const isHead = depth === 0 && blocks.every((block) => /^##? /.test(block));
    const fields: string[] = [];
    let end = at;
    while (end < lines.length) {
      const [, name = '', first = ''] = fieldStart.exec(lines[end] ?? '') ?? [];
      if (name === '') break;
      const { lines: rest, end: after } = takeIndented(lines, end + 1, 1);
      const key = name.toLowerCase();
      if (isHead && bibliographic.test(key)) {
        this.#fields.set(key === 'authors' ? 'author' : key, bibliographicValue(key, [first, ...rest]));
      }
      if (!isHead || isShown(key, first)) {
        const body = this.#blocks(dedentAll([first, ...rest]), depth + 1).join('\n\n');
        fields.push(
          body === ''
            ? `**${this.#read(name)}**`
            : body.includes('\n')
              ? definition(`**${this.#read(name)}**`, body)
              : `**${this.#read(name)}:** ${body}`,
        );
      }
      end = after;
      if (lines[end] === '' && fieldStart.test(lines[end + 1] ?? '')) end += 1;
    }
    if (fields.length > 0) blocks.push(fields.join(fields.some((field) => field.includes('\n')) ? '\n\n' : '\\\n'));
    return end;
  }

  #table(lines: readonly string[], at: number, blocks: string[]): number | undefined {
    const line = lines[at] ?? '';
    const read = isGridBorder(line) ? readGridTable : isSimpleBorder(line) ? readSimpleTable : undefined;
    const found = read?.(lines, at);
    if (!found) {
      if (!read) return undefined;
      const { lines: drawn, end } = takeParagraph(lines, at);
      blocks.push(codeBlock(drawn));
      return end;
    }
    blocks.push(table(found.rows.map((row) => row.map((cell) => this.#read(cell)))));
    return found.end;
  }

  /** Reads doctest blocks, line blocks, option lists. */
  #special(lines: readonly string[], at: number, blocks: string[]): number | undefined {
    const { lines: block, end } = takeParagraph(lines, at);
    const [first = ''] = block;
    if (first.startsWith('>>> ')) {
      blocks.push(codeBlock(block, 'python'));
      return end;
    }
    if (/^\|(?: |$)/.test(first)) {
      const verses = block.map((line) => {
        const text = line.replace(/^\| ?/, '');
        return '\u00a0'.repeat(indentOf(text)) + this.#read(text.trim());
      });
      blocks.push(verses.join('\\\n').replace(/^\\\n|\\\n(?=\\\n|$)/g, '\\\n'));
      return end;
    }
    const option =
      /^((?:-{1,2}[\w?][\w-]*(?:[ =][<\w>[\]]+)?|\/\w)(?:, (?:-{1,2}|\/)[\w-]+(?:[ =][<\w>[\]]+)?)*)(?: {2,}(\S.*))?$/.exec(
        first,
      );
    if (option?.[1] && (option[2] !== undefined || indentOf(lines[at + 1] ?? '') > 2)) {
      const { lines: rest, end: after } = takeIndented(lines, at + 1, 1);
      blocks.push(definition(codeSpan(option[1]), this.#blocks(dedentAll([option[2] ?? '', ...rest]), 1).join('\n\n')));
      return after;
    }
    return undefined;
  }

  #quote(lines: readonly string[], at: number, blocks: string[], depth: number): number | undefined {
    if (indentOf(lines[at] ?? '') === 0) return undefined;
    const { lines: body, end } = takeIndented(lines, at, 1);
    const inner = this.#blocks(body, depth + 1).join('\n\n');
    // An indented list is nearly always meant as a list.
    blocks.push(rstMarkerOf(body[0] ?? '') ? inner : quote(inner));
    return end;
  }

  #definitions(lines: readonly string[], at: number, blocks: string[], depth: number): number | undefined {
    const items: string[] = [];
    let end = at;
    while (end < lines.length) {
      const term = lines[end] ?? '';
      if (term === '' || indentOf(term) > 0 || /^\.\.\s|::$/.test(term) || indentOf(lines[end + 1] ?? '') === 0) break;
      if (rstMarkerOf(term) || fieldStart.test(term)) break;
      const { lines: body, end: after } = takeIndented(lines, end + 1, 1);
      const [words = '', ...classifiers] = term.split(/ : /);
      const written = [this.#read(words), ...classifiers.map((each) => `(*${this.#read(each)}*)`)].join(' ');
      items.push(definition(written, this.#blocks(body, depth + 1).join('\n\n')));
      end = after;
      while (
        lines[end] === '' &&
        indentOf(lines[end + 2] ?? '') > 0 &&
        indentOf(lines[end + 1] ?? '') === 0 &&
        lines[end + 1] !== ''
      )
        end += 1;
    }
    if (items.length === 0) return undefined;
    blocks.push(items.join('\n\n'));
    return end;
  }

  #paragraph(lines: readonly string[], at: number, blocks: string[]): number {
    const { lines: taken, end } = takeParagraph(lines, at);
    const text = taken.map((line) => line.trim()).join('\n');
    if (!text.endsWith('::')) {
      blocks.push(this.#prose(text));
      return end;
    }
    const words = text.replace(/(?:^|\s)::$/, '').replace(/::$/, ':');
    if (words !== '') blocks.push(this.#prose(words));
    let next = end;
    while (lines[next] === '') next += 1;
    const quoting = /^[!-/:-@[-`{-~]/.exec(lines[next] ?? '')?.[0];
    if (indentOf(lines[next] ?? '') > 0) {
      const { lines: code, end: after } = takeIndented(lines, next, 1);
      blocks.push(codeBlock(code));
      return after;
    }
    if (quoting === undefined || next === end) return end;
    const quoted = takeParagraph(lines, next);
    blocks.push(codeBlock(quoted.lines));
    return quoted.end;
  }

  #prose(text: string): string {
    return paragraph(this.#read(text).replace(/\n\s*/g, ' '));
  }
}

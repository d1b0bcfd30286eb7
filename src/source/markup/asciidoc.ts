import { escapeInline } from '../../markdown/escape.ts';
import { writeFootnote } from '../../markdown/footnote-definition.ts';
import {
  alert,
  codeBlock,
  deepest,
  definition,
  heading,
  image,
  link,
  list,
  paragraph,
  quote,
  table,
  titled,
} from '../markdown-blocks.ts';
import type { Source } from '../source.ts';
import { AsciidocAttributes } from './asciidoc-attributes.ts';
import { type BlockAttributes, none, readAttributes } from './asciidoc-block-attributes.ts';
import { resolveConditions } from './asciidoc-conditions.ts';
import { asciidocRules } from './asciidoc-inlines.ts';
import { asciidocMarkerOf, delimiter, depthOf, endsParagraph, isTerm, itemOf } from './asciidoc-lines.ts';
import { itemBody } from './asciidoc-lists.ts';
import { readTable } from './asciidoc-tables.ts';
import { inlineReader } from './inline-reader.ts';
import { dedent, type FoundBlock, indentOf, splitMarkup, withoutMargin } from './markup-lines.ts';

/**
 * Reads AsciiDoc as Markdown: the header, sections, lists, delimited blocks, admonitions, tables, links, footnotes.
 * Comments are dropped; an include or an unknown macro is shown as written.
 */
export function readAsciidoc(text: string): Source {
  return new Asciidoc(resolveConditions(splitMarkup(text))).read();
}

class Asciidoc {
  readonly #lines: readonly string[];
  readonly #attributes: AsciidocAttributes;
  readonly #footnotes: string[] = [];
  readonly #read: (text: string) => string;
  readonly #captions = new Map<string, string>();

  constructor(lines: readonly string[]) {
    this.#lines = lines;
    this.#attributes = new AsciidocAttributes(lines);
    this.#read = inlineReader(asciidocRules({ captions: this.#captions, footnotes: this.#footnotes }), (words) =>
      words.replace(/(?<=\s)--(?=\s)/g, '—').replace(/\\(?=[*_`#^~{<[+])/g, ''),
    );
    for (const [index, line] of lines.entries()) {
      const id = /^\[(?:\[([\w:.-]+)(?:,.*)?\]|#([\w:.-]+).*)\]$/.exec(line);
      const title = /^=+ +(.*)$|^\.(\w.*)$/.exec(lines[index + 1] ?? '');
      if (id && title) this.#captions.set(id[1] ?? id[2] ?? '', title[1] ?? title[2] ?? '');
      const [, own = '', anchor] = /^=+ +(.*?)\s*\[\[([\w:.-]+)\]\]$/.exec(line) ?? [];
      if (anchor) this.#captions.set(anchor, own);
      for (const [, name = '', words = ''] of line.matchAll(/\[\[([\w:.-]{1,100}),\s?([^\]]{1,300})\]\]/g))
        this.#captions.set(name, words);
    }
  }

  read(): Source {
    const start = this.#attributes.readHeader();
    const blocks = this.#blocks(this.#lines.slice(start), 0);
    for (const [index, footnote] of this.#footnotes.entries()) blocks.push(writeFootnote(index + 1, footnote));
    const { title, metadata } = this.#attributes;
    if (title) blocks.unshift(heading(1, this.#read(title)));
    return { markdown: `${blocks.join('\n\n')}\n`, ...(title && { title }), metadata };
  }

  #blocks(lines: readonly string[], depth: number): string[] {
    if (depth > deepest) return [codeBlock(lines)];
    const blocks: string[] = [];
    let attributes = none;
    let title = '';
    for (let at = 0; at < lines.length; ) {
      const line = lines[at] ?? '';
      const listed = /^\[([^[\]]*(?:\[[^\]]*\][^[\]]*)*)\]$/.exec(line)?.[1];
      const named = /^\.([^\s.].*)$/.exec(line)?.[1];
      if (line === '') {
        at += 1;
        continue;
      }
      if (/^\[\[.*\]\]$|^\/\/(?!\/\/)|^toc::|^<<<$/.test(line)) at += 1;
      else if (this.#attributes.set(line)) at += 1;
      else if (listed !== undefined) {
        attributes = readAttributes(listed, attributes);
        at += 1;
      } else if (named !== undefined && depthOf(line) === 0) {
        title = this.#words(named);
        at += 1;
      } else {
        const caption = title === '' ? '' : escapeInline(attributes.named.get('caption') ?? '');
        const { markdown, end } = this.#block(lines, at, attributes, caption + title, depth);
        if (markdown !== '') blocks.push(markdown);
        at = Math.max(end, at + 1);
        attributes = none;
        title = '';
      }
    }
    return blocks;
  }

  #block(lines: readonly string[], at: number, attributes: BlockAttributes, title: string, depth: number): FoundBlock {
    const line = lines[at] ?? '';
    const section = /^(={1,6}|#{2,6}) +(\S.*)$/.exec(line);
    if (section) return { markdown: heading((section[1] ?? '').length, this.#words(section[2] ?? '')), end: at + 1 };
    const under = lines[at + 1] ?? '';
    if (
      /^(?:={3,}|-{3,}|~{3,}|\^{3,})$/.test(under) &&
      Math.abs(under.length - line.length) <= 2 &&
      /\p{L}/u.test(line)
    ) {
      return { markdown: heading('=-~^'.indexOf(under.charAt(0)) + 1, this.#words(line)), end: at + 2 };
    }
    if (delimiter.test(line)) return this.#delimited(lines, at, attributes, title, depth);
    if (/^(?:'{3,}|-{3}|\*{3}|- - -)$/.test(line)) return { markdown: '* * *', end: at + 1 };
    const macro = /^(image|video|audio|include)::(\S[^[]*)\[(.*)\]$/.exec(line);
    if (macro?.[1] === 'include') return { markdown: codeBlock([line]), end: at + 1 };
    if (macro) {
      const [alternative = ''] = (macro[3] ?? '').split(',');
      const address = this.#attributes.expand(macro[2] ?? '');
      const written =
        macro[1] === 'image'
          ? image(alternative.replace(/^"|"$/g, ''), address)
          : link(escapeInline(alternative || address), address);
      return { markdown: title === '' ? written : `${written}\n\n*${title}*`, end: at + 1 };
    }
    if (depthOf(line) > 0 || isTerm(line) || /^<\d+>\s/.test(line)) {
      const found = this.#list(lines, at, depth, Number(attributes.named.get('start')) || 1);
      return { ...found, markdown: titled(title, found.markdown) };
    }
    let end = at + 1;
    while (end < lines.length && lines[end] !== '' && !endsParagraph(lines[end] ?? '')) end += 1;
    const paragraph = lines.slice(at, end).filter((each) => !/^\/\/(?!\/)/.test(each));
    const style = (attributes.positional[0] ?? '').toLowerCase();
    if (indentOf(line) > 0 && !/^(?:note|tip|quote|verse)$/.test(style))
      return { markdown: titled(title, codeBlock(dedent(paragraph))), end };
    if (/^(?:source|listing|literal)$/.test(style))
      return { markdown: titled(title, codeBlock(this.#code(paragraph, attributes), attributes.positional[1])), end };
    const [, kind, rest] = /^(NOTE|TIP|IMPORTANT|WARNING|CAUTION): +(.*)$/.exec(paragraph[0] ?? '') ?? [];
    if (kind) return { markdown: alert(kind, this.#prose([rest ?? '', ...paragraph.slice(1)]), title), end };
    const body = style === 'verse' ? this.#verse(paragraph) : this.#prose(paragraph);
    return { markdown: this.#styled(style, attributes, body, title), end };
  }

  /** Writes content by its style: an admonition, a quote with its attribution, verse. */
  #styled(style: string, { positional }: BlockAttributes, body: string, title: string): string {
    if (/^(?:note|tip|important|warning|caution)$/.test(style)) return alert(style, body, title);
    const all = titled(title, body);
    if (!/^(?:quote|verse)$/.test(style)) return all;
    const source = positional.slice(1).filter(Boolean).map(this.#read).join(', ');
    return quote(source === '' ? all : `${all}\n\n— ${source}`);
  }

  #delimited(
    lines: readonly string[],
    at: number,
    attributes: BlockAttributes,
    title: string,
    depth: number,
  ): FoundBlock {
    const open = lines[at] ?? '';
    const fence = open.startsWith('```') ? '```' : open;
    let close = at + 1;
    while (close < lines.length && lines[close] !== fence) close += 1;
    const body = lines.slice(at + 1, close);
    const [first = '', second = ''] = attributes.positional;
    const style = first.toLowerCase();
    const inner = (): string => this.#blocks(body, depth + 1).join('\n\n');
    const found = (markdown: string): FoundBlock => ({ markdown, end: close + 1 });
    const listing = (language?: string): FoundBlock =>
      found(titled(title, codeBlock(this.#code(body, attributes), style === 'source' ? second : language)));
    if (/^[|,:!]===/.test(open)) return found(titled(title, this.#table(readTable(body, attributes, open.charAt(0)))));
    if (style === 'verse') return found(this.#styled(style, attributes, this.#verse(body), title));
    if (/^(?:stem|latexmath|asciimath)$/.test(style)) return found(`$$\n${body.join('\n')}\n$$`);
    switch (open.charAt(0)) {
      case '/':
        return found('');
      case '-':
        if (open === '--') break;
        return listing(attributes.named.get('language'));
      case '`':
        return found(titled(title, codeBlock(this.#code(body, attributes), open.slice(3))));
      case '.':
        return listing();
      case '+':
        return found(titled(title, codeBlock(body, 'html')));
      case '_':
        return found(this.#styled('quote', attributes, inner(), title));
      case '*':
        return found(quote(titled(title, inner())));
    }
    return found(this.#styled(style, attributes, inner(), title));
  }

  #list(lines: readonly string[], at: number, depth: number, start: number): FoundBlock {
    const items: (readonly [string, string])[] = [];
    const definitions: string[] = [];
    const marker = asciidocMarkerOf(lines[at] ?? '');
    const nested = new Set([marker]);
    let end = at;
    let number = start;
    while (end < lines.length) {
      let next = end;
      while (lines[next] === '') next += 1;
      const line = lines[next] ?? '';
      if (asciidocMarkerOf(line) !== marker || marker === '') break;
      const [matched, term, text = ''] = itemOf(line);
      const { body, to } = itemBody(lines, next + 1, marker, nested, { term, text });
      const box = /^\[([ *x])\] +/.exec(text);
      const content = [box ? text.slice(box[0].length) : text, ...(term === undefined ? body : withoutMargin(body))];
      const written = this.#blocks(content, depth + 1).join('\n\n');
      if (term !== undefined) definitions.push(definition(this.#words(term), written || '\u00a0'));
      else {
        const given = /^\s*(?:<)?(\d+)/.exec(matched)?.[1];
        items.push([
          marker.startsWith('.') || given ? `${given ?? number}.` : '-',
          (box ? (box[1] === ' ' ? '[ ] ' : '[x] ') : '') + written,
        ]);
        number += 1;
      }
      end = to;
    }
    return { markdown: definitions.length > 0 ? definitions.join('\n\n') : list(items), end: Math.max(end, at + 1) };
  }

  #table(rows: readonly (readonly string[])[]): string {
    return rows.length === 0 ? '' : table(rows.map((row) => row.map((cell) => this.#words(cell))));
  }

  /** Returns code as it is shown: its callouts bare, with `subs=attributes` its attributes replaced. */
  #code(lines: readonly string[], { named }: BlockAttributes): string[] {
    // The marker of a comment before a callout is dropped; the callout stays, since the list below refers to it.
    const code = lines.map((line) => line.replace(/\s*(?:\/\/|#|--|;;)\s*((?:<\d+>\s*)+)$/, ' $1').trimEnd());
    const isExpanded = /(?<!-)attributes|normal/.test(named.get('subs') ?? '');
    return isExpanded ? code.map((line) => this.#attributes.expand(line)) : code;
  }

  #verse(lines: readonly string[]): string {
    return lines
      .map((line) => (line === '' ? '' : '\u00a0'.repeat(indentOf(line)) + this.#words(line.trim())))
      .join('\\\n')
      .replace(/\\\n\\\n/g, '\n\n');
  }

  #prose(lines: readonly string[]): string {
    const text = lines.map((line) => line.trim().replace(/ \+$/, '\u2028')).join('\n');
    const words = this.#words(text)
      .replace(/\n/g, ' ')
      .replace(/ ?\u2028 ?/g, '\\\n')
      .replace(/\\\n$/, '');
    return paragraph(words);
  }

  #words(text: string): string {
    return this.#read(this.#attributes.expand(text));
  }
}

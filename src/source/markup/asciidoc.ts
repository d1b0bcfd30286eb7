import { toMetadata } from '../../article/metadata-values.ts';
import { escapeInline } from '../../markdown/escape.ts';
import type { Source } from '../source.ts';
import { asciidocRules } from './asciidoc-inlines.ts';
import { inlineReader } from './inline-rules.ts';
import { alert, codeBlock, deepest, definition, heading, image, link, list, quote, table } from './markdown-blocks.ts';
import { dedent, indentOf, splitMarkup, withoutMargin } from './markup-lines.ts';

/**
 * Reads AsciiDoc as Markdown: the header, sections, lists, delimited blocks, admonitions, tables, links, footnotes.
 * Comments are dropped; an include or a macro that is not known is shown as written.
 */
export function readAsciidoc(text: string): Source {
  return new Asciidoc(splitMarkup(text)).read();
}

/** The attribute list and the title above a block. */
interface BlockAttributes {
  /** What is in brackets, by its place: `source`, `python`. */
  readonly positional: readonly string[];
  readonly named: ReadonlyMap<string, string>;
  readonly options: string;
}

const none: BlockAttributes = { positional: [], named: new Map(), options: '' };

const delimiter = /^(?:-{4,}|\.{4,}|={4,}|\*{4,}|_{4,}|\+{4,}|\/{4,}|--|`{3}.*|[|,:!]={3,})$/;

class Asciidoc {
  readonly #lines: readonly string[];
  readonly #attributes = new Map<string, string>();
  readonly #fields = new Map<string, string>();
  readonly #notes: string[] = [];
  readonly #read: (text: string) => string;
  readonly #captions = new Map<string, string>();

  constructor(lines: readonly string[]) {
    this.#lines = lines;
    this.#read = inlineReader(asciidocRules({ captions: this.#captions, notes: this.#notes }), (words) =>
      words.replace(/(?<=\s)--(?=\s)/g, '—').replace(/\\(?=[*_`#^~{<[+])/g, ''),
    );
    for (const [index, line] of lines.entries()) {
      const id = /^\[(?:\[([\w:.-]+)(?:,.*)?\]|#([\w:.-]+).*)\]$/.exec(line);
      const title = /^=+ +(.*)$|^\.(\w.*)$/.exec(lines[index + 1] ?? '');
      if (id && title) this.#captions.set(id[1] ?? id[2] ?? '', title[1] ?? title[2] ?? '');
    }
  }

  read(): Source {
    const start = this.#header();
    const blocks = this.#blocks(this.#lines.slice(start), 0);
    for (const [index, note] of this.#notes.entries()) blocks.push(`[^${index + 1}]: ${note}`);
    const title = this.#fields.get('title');
    if (title) blocks.unshift(heading(1, this.#read(title)));
    return { markdown: `${blocks.join('\n\n')}\n`, ...(title && { title }), metadata: toMetadata(this.#fields) };
  }

  /** Reads the document's header: its title, author, revision, attributes; the index of the line after it. */
  #header(): number {
    let at = 0;
    const skip = (): void => {
      while (
        at < this.#lines.length &&
        (this.#lines[at] === '' || /^\/\/(?!\/)/.test(this.#lines[at] ?? '') || this.#attribute(at))
      )
        at += 1;
    };
    skip();
    const title = /^[=#] +(.+)$/.exec(this.#lines[at] ?? '')?.[1];
    if (title === undefined) return at;
    this.#fields.set('title', this.#expand(title));
    at += 1;
    const author = this.#lines[at] ?? '';
    if (/^[\p{Lu}][\p{L}\p{M}.'’_-]*(?: [\p{L}\p{M}.'’_-]+){0,3}(?: <[^>]+>)?(?:; .*)?$/u.test(author)) {
      this.#fields.set(
        'author',
        author
          .replace(/ <[^>]+>/g, '')
          .replace(/; */g, ', ')
          .replace(/_/g, ' '),
      );
      at += 1;
      const date = /^(?:v[^,]+,)? *(\d{4}-\d\d-\d\d|[^:]*\d{4})(?::.*)?$/.exec(this.#lines[at] ?? '')?.[1];
      if (date) {
        this.#fields.set('date', date.trim());
        at += 1;
      }
    }
    while (this.#lines[at] !== '' && (this.#attribute(at) || /^\/\//.test(this.#lines[at] ?? ''))) at += 1;
    for (const key of ['author', 'lang', 'keywords', 'description']) {
      const value = this.#attributes.get(key);
      if (value && !this.#fields.has(key)) this.#fields.set(key, value);
    }
    const revision = this.#attributes.get('revdate') ?? this.#attributes.get('date');
    if (revision && !this.#fields.has('date')) this.#fields.set('date', revision);
    return at;
  }

  /** Sets an attribute, `:name: value`; whether the line is one. */
  #attribute(at: number): boolean {
    const [, name = '', value = ''] = /^:(!?[\w-]+!?):(?: +(.*))?$/.exec(this.#lines[at] ?? '') ?? [];
    if (name !== '') this.#attributes.set(name.toLowerCase(), value);
    return name !== '';
  }

  #expand(text: string): string {
    const special: Readonly<Record<string, string>> = {
      nbsp: '\u00a0',
      sp: ' ',
      empty: '',
      plus: '+',
      amp: '&',
      lt: '<',
      gt: '>',
      cpp: 'C++',
      asterisk: '*',
      backtick: '`',
      vbar: '|',
      apos: "'",
      startsb: '[',
      endsb: ']',
      caret: '^',
      tilde: '~',
      zwsp: '\u200b',
    };
    return text.replace(
      /(?<!\\)\{([\w-]{1,60})\}/g,
      (whole, name: string) =>
        this.#attributes.get(name.toLowerCase()) ?? (Object.hasOwn(special, name) ? (special[name] ?? '') : whole),
    );
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
      if (/^\[\[.*\]\]$|^\/\/(?!\/\/)|^(?:ifdef|ifndef|ifeval|endif)::|^toc::|^<<<$/.test(line)) at += 1;
      else if (/^:!?[\w-]+!?:(?: |$)/.test(line)) {
        const [, name = '', value = ''] = /^:(!?[\w-]+!?): *(.*)$/.exec(line) ?? [];
        this.#attributes.set(name.toLowerCase(), value);
        at += 1;
      } else if (listed !== undefined) {
        attributes = readAttributes(listed, attributes);
        at += 1;
      } else if (named !== undefined && depthOf(line) === 0) {
        title = this.#words(named);
        at += 1;
      } else {
        const { markdown, end } = this.#block(lines, at, attributes, title, depth);
        if (markdown !== '') blocks.push(markdown);
        at = Math.max(end, at + 1);
        attributes = none;
        title = '';
      }
    }
    return blocks;
  }

  #block(
    lines: readonly string[],
    at: number,
    attributes: BlockAttributes,
    title: string,
    depth: number,
  ): { markdown: string; end: number } {
    const line = lines[at] ?? '';
    const titled = (markdown: string): string => (title === '' ? markdown : `**${title}**\n\n${markdown}`);
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
      const address = this.#expand(macro[2] ?? '');
      const written =
        macro[1] === 'image'
          ? image(alternative.replace(/^"|"$/g, ''), address)
          : link(escapeInline(alternative || address), address);
      return { markdown: title === '' ? written : `${written}\n\n*${title}*`, end: at + 1 };
    }
    if (depthOf(line) > 0 || isTerm(line) || /^<\d+>\s/.test(line)) {
      const found = this.#list(lines, at, depth);
      return { ...found, markdown: titled(found.markdown) };
    }
    let end = at + 1;
    while (end < lines.length && lines[end] !== '' && !endsParagraph(lines[end] ?? '')) end += 1;
    const paragraph = lines.slice(at, end).filter((each) => !/^\/\/(?!\/)/.test(each));
    const style = (attributes.positional[0] ?? '').toLowerCase();
    if (indentOf(line) > 0 && !/^(?:note|tip|quote|verse)$/.test(style))
      return { markdown: titled(codeBlock(dedent(paragraph))), end };
    if (/^(?:source|listing|literal)$/.test(style))
      return { markdown: titled(codeBlock(paragraph, attributes.positional[1])), end };
    const [, kind, rest] = /^(NOTE|TIP|IMPORTANT|WARNING|CAUTION): +(.*)$/.exec(paragraph[0] ?? '') ?? [];
    if (kind) return { markdown: alert(kind, this.#prose([rest ?? '', ...paragraph.slice(1)]), title), end };
    return {
      markdown: this.#styled(
        style,
        attributes,
        style === 'verse' ? this.#verse(paragraph) : this.#prose(paragraph),
        title,
      ),
      end,
    };
  }

  /** Writes content as its style says: an admonition, a quote with whom it is from, verse. */
  #styled(style: string, { positional }: BlockAttributes, body: string, title: string): string {
    if (/^(?:note|tip|important|warning|caution)$/.test(style)) return alert(style, body, title);
    const all = title === '' ? body : `**${title}**\n\n${body}`;
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
  ): { markdown: string; end: number } {
    const open = lines[at] ?? '';
    const fence = open.startsWith('```') ? '```' : open;
    let close = at + 1;
    while (close < lines.length && lines[close] !== fence) close += 1;
    const body = lines.slice(at + 1, close);
    const end = close + 1;
    const [first = '', second = ''] = attributes.positional;
    const style = first.toLowerCase();
    const titled = (markdown: string): string => (title === '' ? markdown : `**${title}**\n\n${markdown}`);
    const inner = (): string => this.#blocks(body, depth + 1).join('\n\n');
    if (/^[|,:!]===/.test(open)) return { markdown: titled(this.#table(body, attributes, open.charAt(0))), end };
    if (style === 'verse') return { markdown: this.#styled(style, attributes, this.#verse(body), title), end };
    if (/^(?:stem|latexmath|asciimath)$/.test(style)) return { markdown: `$$\n${body.join('\n')}\n$$`, end };
    switch (open.charAt(0)) {
      case '/':
        return { markdown: '', end };
      case '-':
        if (open === '--') return { markdown: this.#styled(style, attributes, inner(), title), end };
        return {
          markdown: titled(
            codeBlock(withoutCallouts(body), style === 'source' ? second : attributes.named.get('language')),
          ),
          end,
        };
      case '`':
        return { markdown: titled(codeBlock(withoutCallouts(body), open.slice(3))), end };
      case '.':
        return { markdown: titled(codeBlock(body, style === 'source' ? second : '')), end };
      case '+':
        return { markdown: titled(codeBlock(body, 'html')), end };
      case '_':
        return { markdown: this.#styled('quote', attributes, inner(), title), end };
      case '*':
        return { markdown: quote(titled(inner())), end };
      default:
        return { markdown: this.#styled(style, attributes, inner(), title), end };
    }
  }

  #list(lines: readonly string[], at: number, depth: number): { markdown: string; end: number } {
    const items: (readonly [string, string])[] = [];
    const definitions: string[] = [];
    const marker = markerOf(lines[at] ?? '');
    const nested = new Set([marker]);
    let end = at;
    let number = 1;
    while (end < lines.length) {
      let next = end;
      while (lines[next] === '') next += 1;
      const line = lines[next] ?? '';
      if (markerOf(line) !== marker || marker === '') break;
      const [matched, term, text = ''] = itemOf(line);
      const body: string[] = [text];
      let to = next + 1;
      // A single `+` attaches the block that follows.
      for (let attached = false; to < lines.length; to += 1) {
        const each = lines[to] ?? '';
        if (each === '+') {
          body.push('');
          attached = true;
          continue;
        }
        if (attached && delimiter.test(each)) {
          const close = lines.indexOf(each.startsWith('```') ? '```' : each, to + 1);
          const last = close < 0 ? lines.length - 1 : close;
          body.push(...lines.slice(to, last + 1).slice(0, 10_000));
          to = last;
          attached = false;
          continue;
        }
        const other = markerOf(each);
        if (other === marker) break;
        if (each === '') {
          let follow = to;
          while (lines[follow] === '') follow += 1;
          const found = markerOf(lines[follow] ?? '');
          if (term !== undefined && body.length === 1 && text === '' && found === '') body.push('');
          else if (found === '' || found === marker || isOuter(found, marker)) break;
          else body.push('');
          continue;
        }
        if (other !== '' && isOuter(other, marker)) break;
        if (/^={2,6} |^\[[^\]]+\]$/.test(each) && !attached) break;
        if (other !== '' && !nested.has(other)) body.push('');
        body.push(each);
        if (other !== '') nested.add(other);
      }
      const box = /^\[([ *x])\] +/.exec(text);
      const content = box ? [text.slice(box[0].length), ...body.slice(1)] : body;
      const written = this.#blocks(term === undefined ? content : dedentRest(content), depth + 1).join('\n\n');
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

  #table(lines: readonly string[], { named, options }: BlockAttributes, kind: string): string {
    const separator =
      kind === ',' || named.get('format') === 'csv' ? ',' : kind === ':' ? ':' : kind === '!' ? '!' : '|';
    const cells: string[] = [];
    let columns = columnCount(named.get('cols') ?? '');
    const isCellPerLine = separator === '|' && lines.every((line) => (line.match(/\|/g)?.length ?? 0) < 2);
    for (const line of lines) {
      if (line === '') {
        columns ||= cells.length;
        continue;
      }
      const fields =
        separator === '|' || separator === '!'
          ? line.split(
              new RegExp(
                `(?:^|(?<=\\s))(?:\\d*\\.?\\d*[+*])?[<^>]?\\.?[<^>]?[adehlmsv]?\\${separator}|(?<!\\\\)\\${separator}`,
              ),
            )
          : line.split(separator);
      const isCell = separator === ',' || separator === ':' || /^\S{0,8}[|!]/.test(line);
      if (!isCell && cells.length > 0) cells.push(`${cells.pop()}\n${line}`);
      else
        for (const field of separator === '|' || separator === '!' ? fields.slice(1) : fields) cells.push(field.trim());
      columns ||= isCellPerLine ? 0 : cells.length;
    }
    columns ||= Math.max(1, cells.length);
    const rows: string[][] = [];
    for (let at = 0; at < cells.length; at += columns)
      rows.push(cells.slice(at, at + columns).map((cell) => this.#words(cell.replace(/\\\|/g, '|'))));
    const hasHeader = /header/.test(options) || (lines[1] === '' && lines[0] !== '');
    return rows.length === 0 ? '' : table(hasHeader || rows.length === 1 ? rows : [[], ...rows]);
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
    return /^(?:[#>=+-]|\d+[.)]|[:~])/.test(words) ? words.replace(/^(\d*)/, '$1\\') : words;
  }

  #words(text: string): string {
    return this.#read(this.#expand(text));
  }
}

/** Drops the comment sign before callouts, which stay since the list below refers to them. */
function withoutCallouts(lines: readonly string[]): string[] {
  return lines.map((line) => line.replace(/\s*(?:\/\/|#|--|;;)\s*((?:<\d+>\s*)+)$/, ' $1').trimEnd());
}

function readAttributes(text: string, before: BlockAttributes): BlockAttributes {
  const positional: string[] = [];
  const named = new Map(before.named);
  let options = before.options;
  for (const [, key, quoted, bare = ''] of text.matchAll(/(?:([\w-]+)=)?(?:"([^"]*)"|([^,"]*))(?:,\s*|$)/g)) {
    const value = (quoted ?? bare).trim();
    if (key === undefined) positional.push(value);
    else named.set(key, value);
    if (/^%|^options$|^opts$/.test(key ?? value)) options += ` ${value}`;
  }
  const [first = ''] = positional;
  // `[source%linenums]`, `[quote#id]`, `[.lead]`
  positional[0] = first.replace(/[%#.].*$/, '');
  if (first.includes('%')) options += ` ${first}`;
  return {
    positional: positional[0] === '' && before.positional.length > 0 ? before.positional : positional,
    named,
    options,
  };
}

function isTerm(line: string): boolean {
  return /^\s*\S.{0,300}?(?::{2,4}|;;)(?:\s|$)/.test(line) && !/^\s*\w+::\S/.test(line);
}

/** Returns how deep an item of a list is, by its marker; 0 for what is none. */
function depthOf(line: string): number {
  return /^\s*(\*{1,6}|-|\.{1,6}|\d{1,9}\.)\s+\S/.exec(line)?.[1]?.length ?? 0;
}

/** Returns what the items of one list have alike: `**`, `.`, `::`. */
function markerOf(line: string): string {
  const marker = /^\s*(\*{1,6}|-|\.{1,6}|\d{1,9}\.|<(?:\d+|\.)>)\s+\S/.exec(line)?.[1];
  if (marker) return /^\d/.test(marker) ? '1.' : marker.startsWith('<') ? '<1>' : marker;
  return isTerm(line) ? (/(:{2,4}|;;)(?:\s|$)/.exec(line)?.[1] ?? '') : '';
}

/** Tells whether a list with this marker holds one with the other: `*` holds `**`. */
function isOuter(marker: string, inner: string): boolean {
  return marker.charAt(0) === inner.charAt(0) && marker.length < inner.length && marker !== '';
}

/** Returns the marker, the term where it is described, and the text of an item. */
function itemOf(line: string): readonly [matched: string, term: string | undefined, text: string] {
  const item = /^\s*(?:\*{1,6}|-|\.{1,6}|\d{1,9}\.|<(?:\d+|\.)>)\s+/.exec(line);
  if (item) return [item[0], undefined, line.slice(item[0].length)];
  const term = /^\s*(\S.*?)(?::{2,4}|;;)(?:\s+|$)/.exec(line);
  return term ? [term[0], term[1], line.slice(term[0].length)] : ['', undefined, line];
}

function dedentRest([first = '', ...rest]: readonly string[]): string[] {
  return [first, ...withoutMargin(rest)];
}

function endsParagraph(line: string): boolean {
  return delimiter.test(line) || /^\[[\w%#."' ,=-]+\]$|^={2,6} |^\+$/.test(line);
}

/** Returns the columns that `cols` names: `1,2,3` or `3*`. */
function columnCount(columns: string): number {
  let count = 0;
  for (const column of columns.split(/[,;]/).filter((each) => each.trim() !== ''))
    count += Number(/^\s*(\d+)\*/.exec(column)?.[1] ?? 1);
  return Math.min(count, 100);
}

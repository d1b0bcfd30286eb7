import type { Dialect } from './dialect.ts';
import { isBlank } from './dialect-lines.ts';
import type { Lines, SourceLine } from './lines.ts';
import { Rewriting } from './rewriting.ts';

/**
 * Fenced containers of VitePress, Docusaurus, MyST and Pandoc: `::: tip Title` … `:::`, and MyST's directive on a code
 * fence, ```` ```{note} ````. One with the name of an alert becomes an alert, `details` and others with a title a quote
 * with it, all others their text. The blocks of a code group keep their labels.
 */
export const containers: Dialect = {
  substrings: [':::', '{'],
  // The start of the line is looked back for: three colons are found many times faster.
  pattern: /:::(?<=^[ \t]*:::):*[ \t]*[\w{[]|```(?<=^[ \t]*```)`*\{[a-z-]+\}|~~~(?<=^[ \t]*~~~)~*\{[a-z-]+\}/m,
  rewrite: (lines) => new Rewriter(lines).rewrite(),
};

const closing = /^[ \t]*(:{3,})[ \t]*$/;

const option = /^[ \t]*:[a-z-]+:/;

interface Open {
  readonly colons: number;
  /** The prefix of its lines. */
  readonly prefix: string;
  readonly isGroup: boolean;
}

/** The most nested containers, each of which makes its lines longer. */
const deepest = 32;

/** In characters; a longer one is text. */
const longestOpening = 500;

interface End {
  readonly index: number;
  readonly colons: number;
}

/** Finds the closing fences that no later one exceeds in length, in order. */
function longestEnds(lines: Lines): End[] {
  const ends: End[] = [];
  for (const index of lines.find(/:::/)) {
    const line = lines.at(index);
    const colons = line && !line.code ? closing.exec(line.text)?.[1]?.length : undefined;
    if (colons === undefined) continue;
    while ((ends.at(-1)?.colons ?? colons + 1) <= colons) ends.pop();
    ends.push({ index, colons });
  }
  return ends.reverse();
}

class Rewriter {
  readonly #lines: Lines;
  readonly #result: Rewriting;
  readonly #open: Open[] = [];
  /** The current line, or the line after the directive that begins there. */
  #at = 0;
  #next = 0;
  /** The ends from here on, the nearest last. */
  #ends: End[] | undefined;

  constructor(lines: Lines) {
    this.#lines = lines;
    this.#result = new Rewriting(lines);
  }

  rewrite(): Lines {
    for (const found of this.#lines.find(/:::|[`~]\{/)) {
      if (found < this.#next) continue;
      this.#next = found;
      do this.#takeLine(this.#next);
      while (this.#open.length > 0 && this.#next < this.#lines.length);
    }
    return this.#result.done;
  }

  #takeLine(index: number): void {
    const line = this.#lines.at(index);
    this.#at = index;
    this.#next = index + 1;
    if (!line) return;
    if (line.code) {
      if (!this.#takeDirective(line)) this.#keep(line, this.#isInGroup ? labelOf(line.text) : undefined);
    } else if (!line.text.includes(':::') || (!this.#opens(line) && !this.#closes(line))) this.#keep(line);
  }

  get #isInGroup(): boolean {
    return this.#open.some(({ isGroup }) => isGroup);
  }

  #opens(line: SourceLine): boolean {
    if (line.text.length > longestOpening) return false;
    const match =
      /^([ \t]*)(:{3,})(?!:)[ \t]*(?:\{?([\w-]*)(?![\w-])[^[\]\s}]*\}?)(?:\[([^\]]*)\])?(?:[ \t]+(.*?))?[ \t]*:*$/.exec(
        line.text,
      );
    if (!match) return false;
    const [, indent = '', colons = '', name = '', bracketed, rest = ''] = match;
    if (!name && !bracketed && !/^:{3,}[ \t]*\{/.test(line.text.trim())) return false;
    if (this.#open.length >= deepest || !this.#hasEnd(colons.length)) return false;
    const title = bracketed ?? rest.replace(/\{[^}]*\}?|^[^{]*\}/g, '').trim();
    // MyST's options are below.
    if (/^\s*:+\s*\{\w/.test(line.text)) while (option.test(this.#lines.at(this.#next)?.text ?? '')) this.#next += 1;
    this.#begin(line, name.toLowerCase(), title, { indent, colons: colons.length });
    return true;
  }

  #begin(line: SourceLine, name: string, title: string, { indent, colons }: { indent: string; colons: number }): void {
    const isGroup = /^code-?(group|tabs)$|^tabs?$/.test(name);
    const isAlert = alertNames.has(name) || name === 'details';
    const prefix = isAlert ? `${indent}> ` : '';
    if (isAlert) {
      this.#push({ ...line, text: '' });
      this.#push({ ...line, text: `${prefix}[!${name.toUpperCase()}] ${title}`.trimEnd() });
    } else if (title && !isGroup) {
      this.#push({ ...line, text: '' });
      this.#push({ ...line, text: `${indent}**${title}**` });
      this.#push({ ...line, text: '' });
    } else this.#push({ ...line, text: '' });
    this.#open.push({ colons, prefix, isGroup });
  }

  #closes(line: SourceLine): boolean {
    const colons = closing.exec(line.text)?.[1]?.length;
    if (colons === undefined) return false;
    const at = this.#open.findLastIndex((open) => open.colons <= colons);
    if (at < 0) return false;
    this.#open.length = at;
    this.#push({ ...line, text: '' });
    return true;
  }

  /** Reports whether a container is closed further on: otherwise it is text. */
  #hasEnd(colons: number): boolean {
    this.#ends ??= longestEnds(this.#lines);
    while ((this.#ends.at(-1)?.index ?? this.#next) <= this.#at) this.#ends.pop();
    return (this.#ends.at(-1)?.colons ?? 0) >= colons;
  }

  /** Rewrites MyST's directive on a code fence; false where there is none. */
  #takeDirective(line: SourceLine): boolean {
    const start = this.#at;
    const [, indent = '', fence = '', name = '', title = ''] =
      /^([ \t]*)(`{3,}|~{3,})\{([a-z-]+)\}[ \t]*(.*)$/.exec(line.text) ?? [];
    if (this.#lines.at(start - 1)?.code) return false;
    const end = this.#endOfCode(start, fence);
    const last = this.#lines.at(end);
    if (!last) return false;
    if (!alertNames.has(name) && !proseNames.has(name))
      return this.#takeCode(line, { indent, fence, name, title, end });
    this.#next = end + 1;
    const isFigure = name === 'figure';
    this.#begin(line, name, isFigure ? '' : title.trim(), { indent, colons: 0 });
    if (isFigure && title !== '')
      this.#push({ ...line, text: `${indent}![](<${title.trim().replace(/[<>]/g, '')}>)`, code: false });
    if (isFigure) this.#push({ ...line, text: '', code: false });
    for (let index = start + 1; index < end; index += 1) {
      const inner = this.#lines.at(index);
      if (inner && !option.test(inner.text)) this.#push({ ...inner, code: false });
    }
    this.#open.pop();
    this.#push({ ...last, text: '', code: false });
    return true;
  }

  /** Rewrites MyST's code blocks, ```` ```{code-block} python ````, and directives with a title; others stay. */
  #takeCode(
    line: SourceLine,
    { indent, fence, name, title, end }: Record<'indent' | 'fence' | 'name' | 'title', string> & { end: number },
  ): boolean {
    const start = this.#at;
    const isCode = /^(?:code|code-block|code-cell|sourcecode)$/.test(name);
    if (!isCode && !/^(?:table|list-table|csv-table)$/.test(name)) return false;
    let first = start + 1;
    while (first < end && option.test(this.#lines.at(first)?.text ?? '')) first += 1;
    this.#next = first;
    const opened = { ...line, text: `${indent}${fence}${isCode ? title.trim() : ''}` };
    this.#push(opened, isCode || title.trim() === '' ? undefined : title.trim());
    for (let index = first; index <= end; index += 1) {
      const inner = this.#lines.at(index);
      this.#at = index;
      this.#next = index + 1;
      if (inner) this.#push(inner);
    }
    return true;
  }

  /** Returns the index of the line that closes the code fence at `start`; -1 without one. */
  #endOfCode(start: number, fence: string): number {
    for (const index of this.#lines.find(fence.startsWith('`') ? /```/ : /~~~/, start + 1)) {
      const text = this.#lines.at(index)?.text.trim() ?? '';
      if (text.startsWith(fence) && /^(?:`+|~+)$/.test(text)) return index;
    }
    return -1;
  }

  /** Keeps a line outside containers. */
  #keep(line: SourceLine, label?: string): void {
    if (this.#open.length > 0) this.#push(line, label);
  }

  #push(line: SourceLine, label?: string): void {
    const prefix = this.#open.map((open) => open.prefix).join('');
    const indent = /^[ \t]*/.exec(prefix)?.[0] ?? '';
    const text = prefix && line.text.startsWith(indent) ? prefix + line.text.slice(indent.length) : prefix + line.text;
    const labelled = label
      ? [
          { ...line, text: `${prefix}**${label}**`, code: false },
          { ...line, text: prefix.trimEnd(), code: false },
        ]
      : [];
    const shown = { ...line, text: isBlank(line.text) ? prefix.trimEnd() : text };
    this.#result.replace(this.#at, this.#next, [...labelled, shown]);
  }
}

/** Returns the label of a block in a code group: ```` ```sh [npm] ````. */
function labelOf(text: string): string | undefined {
  return /^[ \t]*(?:`{3,}|~{3,})[^[\s]*[ \t]+\[([^\]]+)\]/.exec(text)?.[1];
}

/** The directives whose content is shown as prose. */
const proseNames = new Set(
  'figure epigraph highlights pull-quote topic sidebar margin dropdown card div rubric'.split(' '),
);

/** The names by which a container is an alert: VitePress's, Docusaurus's, MyST's (docutils'). */
const alertNames = new Set(
  'note tip info important warning caution danger error hint attention admonition seealso success question example abstract todo'.split(
    ' ',
  ),
);

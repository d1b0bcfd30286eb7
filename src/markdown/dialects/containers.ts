import type { Dialect } from './dialect.ts';
import { isBlank, type Line } from './dialect-lines.ts';

/**
 * Fenced containers of VitePress, Docusaurus, MyST and Pandoc: `::: tip Title` … `:::`, and MyST's directive on a code
 * fence, ```` ```{note} ````. One with a name of an alert becomes an alert, `details` and others with a title a quote with
 * it, all others their text. The blocks of a code group keep their labels.
 */
export const containers: Dialect = {
  marks: /^[ \t]*(?::{3,}[ \t]*[\w{[]|(?:`{3,}|~{3,})\{[a-z]+\})/m,
  rewrite: (lines) => new Rewriter(lines).rewrite(),
};

const closing = /^[ \t]*(:{3,})[ \t]*$/;

interface Open {
  readonly colons: number;
  /** What its lines are prefixed with. */
  readonly prefix: string;
  readonly isGroup: boolean;
}

/** Containers within containers, each of which makes the lines in it longer: nobody writes more. */
const deepest = 32;

/** In characters; what is longer is text. */
const longestOpening = 500;

/** For each line, the colons of the longest closing fence on it or further on. */
function longestEnds(lines: readonly Line[]): Uint32Array {
  const longest = new Uint32Array(lines.length + 1);
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    const { text, code } = lines[index] as Line;
    const colons = code || !text.includes(':::') ? 0 : (closing.exec(text)?.[1]?.length ?? 0);
    longest[index] = Math.max(colons, longest[index + 1] ?? 0);
  }
  return longest;
}

class Rewriter {
  readonly #lines: readonly Line[];
  readonly #open: Open[] = [];
  readonly #result: Line[] = [];
  #longestEnds: Uint32Array | undefined;

  constructor(lines: readonly Line[]) {
    this.#lines = lines;
  }

  rewrite(): Line[] {
    for (let index = 0; index < this.#lines.length; index += 1) {
      const line = this.#lines[index] as Line;
      const directive = line.code ? this.#directive(index) : undefined;
      if (directive !== undefined) index = directive;
      else if (line.code) this.#push(line, this.#isInGroup ? labelOf(line.text) : undefined);
      else if (!line.text.includes(':::') || (!this.#opens(line, index) && !this.#closes(line))) this.#push(line);
    }
    return this.#result;
  }

  get #isInGroup(): boolean {
    return this.#open.some(({ isGroup }) => isGroup);
  }

  #opens(line: Line, index: number): boolean {
    if (line.text.length > longestOpening) return false;
    const match =
      /^([ \t]*)(:{3,})(?!:)[ \t]*(?:\{?([\w-]*)(?![\w-])[^\]\s}]*\}?)(?:\[([^\]]*)\])?(?:[ \t]+(.*?))?[ \t]*:*$/.exec(
        line.text,
      );
    if (!match) return false;
    const [, indent = '', colons = '', name = '', bracketed, rest = ''] = match;
    if (!name && !bracketed && !/^:{3,}[ \t]*\{/.test(line.text.trim())) return false;
    if (this.#open.length >= deepest || !this.#hasEnd(index, colons.length)) return false;
    const title = bracketed ?? rest.replace(/\{[^}]*\}?|^[^{]*\}/g, '').trim();
    this.#begin(line, name.toLowerCase(), title, { indent, colons: colons.length });
    return true;
  }

  #begin(line: Line, name: string, title: string, { indent, colons }: { indent: string; colons: number }): void {
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

  #closes(line: Line): boolean {
    const colons = closing.exec(line.text)?.[1]?.length;
    if (colons === undefined) return false;
    const at = this.#open.findLastIndex((open) => open.colons <= colons);
    if (at < 0) return false;
    this.#open.length = at;
    this.#push({ ...line, text: '' });
    return true;
  }

  /** Whether a container is closed further on: one that is not is text. */
  #hasEnd(start: number, colons: number): boolean {
    this.#longestEnds ??= longestEnds(this.#lines);
    return (this.#longestEnds[start + 1] ?? 0) >= colons;
  }

  /** Rewrites MyST's directive on a code fence; gives the index of its last line, undefined where there is none. */
  #directive(start: number): number | undefined {
    const line = this.#lines[start] as Line;
    const [, indent = '', fence = '', name = '', title = ''] =
      /^([ \t]*)(`{3,}|~{3,})\{([a-z]+)\}[ \t]*(.*)$/.exec(line.text) ?? [];
    if (!alertNames.has(name) || this.#lines[start - 1]?.code) return undefined;
    const end = this.#endOfCode(start, fence);
    if (end === undefined) return undefined;
    this.#begin(line, name, title.trim(), { indent, colons: 0 });
    for (const inner of this.#lines.slice(start + 1, end)) {
      if (!/^[ \t]*:[a-z-]+:/.test(inner.text)) this.#push({ ...inner, code: false });
    }
    this.#open.pop();
    this.#push({ ...(this.#lines[end] as Line), text: '', code: false });
    return end;
  }

  /** The index of the line that ends the code whose fence is at `start`. */
  #endOfCode(start: number, fence: string): number | undefined {
    for (let index = start + 1; index < this.#lines.length; index += 1) {
      const text = this.#lines[index]?.text.trim() ?? '';
      if (text.startsWith(fence) && /^(?:`+|~+)$/.test(text)) return index;
    }
    return undefined;
  }

  #push(line: Line, label?: string): void {
    if (this.#open.length === 0) {
      this.#result.push(line);
      return;
    }
    const prefix = this.#open.map((open) => open.prefix).join('');
    const indent = /^[ \t]*/.exec(prefix)?.[0] ?? '';
    const text = prefix && line.text.startsWith(indent) ? prefix + line.text.slice(indent.length) : prefix + line.text;
    if (label) {
      this.#result.push(
        { ...line, text: `${prefix}**${label}**`, code: false },
        { ...line, text: prefix.trimEnd(), code: false },
      );
    }
    this.#result.push({ ...line, text: isBlank(line.text) ? prefix.trimEnd() : text });
  }
}

/** The label of a block in a code group: ```` ```sh [npm] ````. */
function labelOf(text: string): string | undefined {
  return /^[ \t]*(?:`{3,}|~{3,})[^[\s]*[ \t]+\[([^\]]+)\]/.exec(text)?.[1];
}

/** The names by which a container is an alert: VitePress's, Docusaurus's, MyST's (docutils'). */
const alertNames = new Set(
  'note tip info important warning caution danger error hint attention admonition seealso success question example abstract todo'.split(
    ' ',
  ),
);

/** The deepest level of quotes and lists: no page has room for more, and marked's recursion fails beyond a thousand. */
export const deepestNesting = 64;

/**
 * Bounds the nesting of quotes, lists and footnotes, counted together, to {@link deepestNesting}. What is nested deeper
 * is kept at that level, with all its words, after a note that says so.
 */
export function clampNesting(markdown: string): string {
  if (!firstTooDeep.test(markdown) && !laterTooDeep.test(markdown)) return markdown;
  const clamp = new NestingClamp();
  let result = '';
  for (let start = 0; start < markdown.length; ) {
    const next = markdown.indexOf('\n', start);
    const end = next < 0 ? markdown.length : next;
    result += clamp.line(markdown.slice(start, end));
    if (next >= 0) result += '\n';
    start = end + 1;
  }
  return result;
}

const note = `*(Nested deeper than ${deepestNesting} levels; the rest stays at this level.)*`;

// Each level takes at least one character: unless one of these matches, no line is deep enough.
const marker = String.raw`>|(?:[-+*]|\d{1,9}[.)])(?=[ \t\n]|$)|\[\^[^\]\s[]{1,99}\]:`;
const tooDeep = `(?:(?:[ \\t]*(?:${marker})){${deepestNesting}}|[ \\t>]{${deepestNesting},}(?:${marker}))`;
// A line end is found several times faster than the beginning of a line.
const firstTooDeep = new RegExp(`^${tooDeep}`);
const laterTooDeep = new RegExp(`\\n${tooDeep}`);

/** A quote, or the column where the contents of a list item or footnote begin. */
type Container = 'quote' | number;

/** A line-by-line clamp: the containers and the code fence that are open, and whether the note was written. */
class NestingClamp {
  #containers: Container[] = [];
  #fence: { readonly closing: RegExp; readonly depth: number } | undefined;
  #isNoted = false;
  readonly #one = new RegExp(marker, 'y');
  readonly #excess = new RegExp(`[ \\t]*(?:${marker})`, 'y');

  line(line: string): string {
    const cursor = new LineCursor(line);
    let matched = 0;
    let beforeDeepest = 0;
    for (const container of this.#containers) {
      if (matched === deepestNesting - 1) beforeDeepest = cursor.at;
      if (!(container === 'quote' ? cursor.takeQuote() : cursor.takeIndent(container))) break;
      matched += 1;
    }
    if (cursor.atEnd) {
      if (this.#containers.slice(matched).includes('quote')) this.#containers.length = matched;
      return line;
    }
    if (this.#fence && matched >= this.#fence.depth) {
      if (this.#fence.closing.test(line.slice(cursor.at))) this.#fence = undefined;
      return line;
    }
    this.#fence = undefined;
    if (matched < deepestNesting) this.#isNoted = false;
    this.#containers.length = matched;
    const rule = ruleStart(line);
    this.#openContainers(line, cursor, rule);
    if (this.#containers.length === deepestNesting) {
      const { first, rest } = this.#takeExcess(line, cursor.at, rule);
      if (first) return this.#flattened(line, cursor.at, rest, first, matched === deepestNesting ? beforeDeepest : -1);
    }
    const opening = cursor.indent < 4 ? /^(`{3,}|~{3,})/.exec(line.slice(cursor.skipIndent()))?.[1] : undefined;
    if (opening) {
      const closing = new RegExp(`^ {0,3}${opening[0]}{${opening.length},}[ \\t]*$`);
      this.#fence = { closing, depth: this.#containers.length };
    }
    return line;
  }

  #openContainers(line: string, cursor: LineCursor, rule: number): void {
    while (this.#containers.length < deepestNesting && cursor.indent < 4) {
      const from = cursor.skipIndent();
      this.#one.lastIndex = from;
      const found = from >= rule && isRule(line, from) ? undefined : this.#one.exec(line)?.[0];
      if (!found) return;
      this.#containers.push(found === '>' ? cursor.openQuote() : cursor.openItem(found));
    }
  }

  /** Takes the markers that nest too deep: the first of them, and the offset after the last. */
  #takeExcess(line: string, from: number, rule: number): { readonly first: string; readonly rest: number } {
    let rest = from;
    let first = '';
    for (;;) {
      this.#excess.lastIndex = rest;
      const found = rest >= rule && isRule(line, rest) ? undefined : this.#excess.exec(line)?.[0];
      if (!found) return { first, rest };
      first ||= found.trim();
      rest += found.length;
    }
  }

  /** Rewrites a line at the deepest level, after the note where it is the first one. */
  #flattened(line: string, at: number, rest: number, first: string, beforeDeepest: number): string {
    // An item below the deepest one becomes its sibling.
    const isSibling = beforeDeepest >= 0 && this.#containers.at(-1) !== 'quote' && first !== '>';
    const head = isSibling ? `${line.slice(0, beforeDeepest)}${first} ` : line.slice(0, at);
    const again = isSibling ? head : head.replace(/[^>\s]/g, ' ');
    const introduction = this.#isNoted ? '' : `${head}${note}\n${isSibling ? '' : `${again.trimEnd()}\n`}`;
    this.#isNoted = true;
    return introduction + (introduction ? again : head) + line.slice(rest).trimStart();
  }
}

/** Returns the offset from which a line repeats one character and so may be a thematic break, which first looks like a list. */
function ruleStart(line: string): number {
  const end = line.trimEnd();
  const character = end.at(-1);
  if (character !== '-' && character !== '*') return line.length;
  let at = end.length;
  while (at > 0 && (end[at - 1] === character || end[at - 1] === ' ' || end[at - 1] === '\t')) at -= 1;
  return at;
}

function isRule(line: string, from: number): boolean {
  return /^[ \t]*([-*])[ \t]*\1[ \t]*\1/.test(line.slice(from, from + 1_000));
}

/** A cursor over the beginning of a line, in columns; a tab reaches to the next multiple of four. */
class LineCursor {
  at = 0;
  #column = 0;
  // The next character that is not a space, cached: else each container of an indented line would search for it again.
  #text = 0;
  #textColumn = 0;

  constructor(readonly line: string) {
    this.#findText();
  }

  get atEnd(): boolean {
    return this.#text >= this.line.length;
  }

  get indent(): number {
    return this.#textColumn - this.#column;
  }

  skipIndent(): number {
    this.at = this.#text;
    this.#column = this.#textColumn;
    return this.at;
  }

  openQuote(): Container {
    this.#takeMarker(1);
    this.#moveTo(this.#column + 1);
    return 'quote';
  }

  takeQuote(): boolean {
    if (this.line[this.#text] !== '>' || this.indent > 3) return false;
    this.openQuote();
    return true;
  }

  takeIndent(contents: number): boolean {
    if (!this.atEnd && this.#textColumn < contents) return false;
    this.#moveTo(contents);
    return true;
  }

  openItem(found: string): Container {
    const from = this.#textColumn;
    this.#takeMarker(found.length);
    if (found.startsWith('[')) return from + 4;
    const spaces = this.indent;
    this.#moveTo(spaces > 4 || this.atEnd ? this.#column + 1 : this.#textColumn);
    return spaces === 0 ? this.#column + 1 : this.#column;
  }

  #findText(): void {
    this.#text = this.at;
    this.#textColumn = this.#column;
    for (let next = this.line[this.#text]; next === ' ' || next === '\t'; next = this.line[++this.#text]) {
      this.#textColumn += next === '\t' ? 4 - (this.#textColumn % 4) : 1;
    }
  }

  #moveTo(target: number): void {
    for (; this.#column < target && this.at < this.#text; this.at += 1) {
      this.#column += this.line[this.at] === '\t' ? 4 - (this.#column % 4) : 1;
    }
  }

  #takeMarker(length: number): void {
    this.skipIndent();
    this.at += length;
    this.#column += length;
    this.#findText();
  }
}

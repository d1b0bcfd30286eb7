/** The deepest level of quotes and lists: no page has room for more, and marked's recursion fails beyond a thousand. */
export const deepestNesting = 64;

/**
 * Bounds the nesting of quotes, lists and footnotes, counted together, to {@link deepestNesting}. What is nested deeper is
 * kept at that level, with all its words, after a note that says so.
 */
export function clampNesting(markdown: string): string {
  if (!firstTooDeep.test(markdown) && !laterTooDeep.test(markdown)) return markdown;
  const scan = createScan();
  let result = '';
  for (let start = 0; start < markdown.length; ) {
    const next = markdown.indexOf('\n', start);
    const end = next < 0 ? markdown.length : next;
    result += scan(markdown.slice(start, end));
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

function createScan(): (line: string) => string {
  let containers: Container[] = [];
  let fence: { readonly closing: RegExp; readonly depth: number } | undefined;
  let noted = false;
  const one = new RegExp(marker, 'y');
  const excess = new RegExp(`[ \\t]*(?:${marker})`, 'y');

  return (line) => {
    const cursor = createCursor(line);
    let matched = 0;
    let beforeDeepest = 0;
    for (const container of containers) {
      if (matched === deepestNesting - 1) beforeDeepest = cursor.at();
      if (!(container === 'quote' ? cursor.takeQuote() : cursor.takeIndent(container))) break;
      matched += 1;
    }
    if (cursor.atEnd()) {
      if (containers.slice(matched).includes('quote')) containers = containers.slice(0, matched);
      return line;
    }
    if (fence && matched >= fence.depth) {
      if (fence.closing.test(line.slice(cursor.at()))) fence = undefined;
      return line;
    }
    fence = undefined;
    if (matched < deepestNesting) noted = false;
    containers = containers.slice(0, matched);
    const rule = ruleStart(line);

    while (containers.length < deepestNesting && cursor.indent() < 4) {
      const from = cursor.skipIndent();
      one.lastIndex = from;
      const found = from >= rule && isRule(line, from) ? undefined : one.exec(line)?.[0];
      if (!found) break;
      containers.push(found === '>' ? cursor.openQuote() : cursor.openItem(found));
    }
    if (containers.length === deepestNesting) {
      let rest = cursor.at();
      let first = '';
      for (;;) {
        excess.lastIndex = rest;
        const found = rest >= rule && isRule(line, rest) ? undefined : excess.exec(line)?.[0];
        if (!found) break;
        first ||= found.trim();
        rest += found.length;
      }
      if (first) {
        const text = line.slice(rest).trimStart();
        // An item below the deepest one becomes its sibling.
        const isSibling = matched === deepestNesting && containers.at(-1) !== 'quote' && first !== '>';
        const head = isSibling ? `${line.slice(0, beforeDeepest)}${first} ` : line.slice(0, cursor.at());
        const again = isSibling ? head : head.replace(/[^>\s]/g, ' ');
        const introduction = noted ? '' : `${head}${note}\n${isSibling ? '' : `${again.trimEnd()}\n`}`;
        const prefix = introduction ? again : head;
        noted = true;
        return introduction + prefix + text;
      }
    }
    const opening = cursor.indent() < 4 ? /^(`{3,}|~{3,})/.exec(line.slice(cursor.skipIndent()))?.[1] : undefined;
    if (opening) {
      fence = {
        closing: new RegExp(`^ {0,3}${opening[0]}{${opening.length},}[ \\t]*$`),
        depth: containers.length,
      };
    }
    return line;
  };
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

/** Creates a cursor over the beginning of a line, in columns; a tab reaches to the next multiple of four. */
function createCursor(line: string) {
  let at = 0;
  let column = 0;
  // The next character that is not a space, kept: else each container of an indented line would look for it again.
  let text = 0;
  let textColumn = 0;
  findText();

  function findText(): void {
    text = at;
    textColumn = column;
    while (line[text] === ' ' || line[text] === '\t') {
      textColumn = line[text] === '\t' ? textColumn + 4 - (textColumn % 4) : textColumn + 1;
      text += 1;
    }
  }

  function moveTo(target: number): void {
    while (column < target && at < text) {
      column = line[at] === '\t' ? column + 4 - (column % 4) : column + 1;
      at += 1;
    }
  }

  function skipIndent(): number {
    at = text;
    column = textColumn;
    return at;
  }

  function takeMarker(length: number): void {
    skipIndent();
    at += length;
    column += length;
    findText();
  }

  function openQuote(): Container {
    takeMarker(1);
    moveTo(column + 1);
    return 'quote';
  }

  return {
    at: () => at,
    atEnd: () => text >= line.length,
    indent: () => textColumn - column,
    skipIndent,
    openQuote,
    takeQuote(): boolean {
      if (line[text] !== '>' || textColumn - column > 3) return false;
      openQuote();
      return true;
    },
    takeIndent(contents: number): boolean {
      if (text < line.length && textColumn < contents) return false;
      moveTo(contents);
      return true;
    },
    openItem(found: string): Container {
      const from = textColumn;
      takeMarker(found.length);
      if (found.startsWith('[')) return from + 4;
      const spaces = textColumn - column;
      moveTo(spaces > 4 || text >= line.length ? column + 1 : textColumn);
      return spaces === 0 ? column + 1 : column;
    },
  };
}

import { cleanText } from '../../text/sanitize.ts';
import { type Definitions, labelOf } from '../definitions.ts';
import { type Delimiter, delimiterAt, type Emphasis, resolveEmphasis } from '../emphasis.ts';
import { plainText } from '../inline-text.ts';
import { appendText, isBlank, trimInlines } from '../inline-tree.ts';
import { formulaAt } from '../marked/math-extension.ts';
import { decodeAttribute, readText, withTitle } from '../text-content.ts';
import type { Inline } from '../types.ts';

/**
 * The inlines of a source text, the same as `lexRun` makes with marked, in one walk and without marked's rules.
 * Undefined where the text holds what is left to these: HTML, bare addresses, brackets in the text of a link.
 */
export function scanInlines(source: string, definitions: Definitions): readonly Inline[] | undefined {
  if (!mayBeMarkup.test(source)) return trimInlines([{ type: 'text', text: readText(source) }]);
  if (source.length > longest) return undefined;
  const inlines = scan(source, definitions, 0);
  return inlines && trimInlines(inlines);
}

/** The marks of emphasis, code, links, HTML, escapes, formulas, hard breaks and bare addresses. */
const mayBeMarkup = /[$*<@[\\_`~]| {2}\n|:\/|www\./i;
/** A longer text is the lexer's, who parts it. */
const longest = 20_000;
/** A picture in a link in a picture. */
const deepest = 4;

/** What stands next: an inline and where it ends, text, nothing but the mark itself, or what marked has to look at. */
type Found = { readonly node: Inline | Delimiter; readonly end: number } | undefined | 'unclear';

/** What is shared while one text is scanned; the text of a link is a text of its own. */
interface Scan {
  readonly source: string;
  readonly definitions: Definitions;
  /** How many links and pictures the text stands in. */
  readonly depth: number;
  /** For each bracket that is closed, where. */
  readonly closers: ReadonlyMap<number, number>;
  /** How many backticks in a row nothing closes any more. */
  readonly unclosed: Set<number>;
}

function scan(source: string, definitions: Definitions, depth: number): Inline[] | undefined {
  const closers = source.includes('[') ? matchBrackets(source) : noClosers;
  if (!closers) return undefined;
  const state: Scan = { source, definitions, depth, closers, unclosed: new Set() };
  const nodes: (Inline | Delimiter)[] = [];
  let emphasis = false;
  let start = 0;
  for (let at = nextMark(source, 0); at < source.length; ) {
    const isPicture = source[at] === '[' && at > start && source[at - 1] === '!';
    const found = readMark(state, at, isPicture);
    if (found === 'unclear') return undefined;
    if (!found) {
      at = nextMark(source, runEnd(source, at));
      continue;
    }
    if (!addText(nodes, state, start, isPicture && found.node.type === 'image' ? at - 1 : at)) return undefined;
    if (found.node.type === 'text') appendText(nodes as Inline[], found.node.text);
    else nodes.push(found.node);
    emphasis ||= found.node.type === 'delimiter';
    start = found.end;
    at = nextMark(source, start);
  }
  if (!addText(nodes, state, start, source.length)) return undefined;
  return emphasis ? nestEmphasis(nodes) : (nodes as Inline[]);
}

const noClosers: ReadonlyMap<number, number> = new Map();

function nextMark(source: string, from: number): number {
  mark.lastIndex = from;
  return mark.test(source) ? mark.lastIndex - 1 : source.length;
}

const mark = /[$*<[\\_`~]/g;

/** Behind a mark that is text: behind all of them where they stand in a row and count as one. */
function runEnd(source: string, at: number): number {
  let end = at + 1;
  if ('*_~`'.includes(source.charAt(at))) while (source[end] === source[at]) end += 1;
  return end;
}

function readMark(state: Scan, at: number, isPicture: boolean): Found {
  const { source, depth } = state;
  switch (source[at]) {
    case '\\':
      return readEscape(source, at);
    case '`':
      return readCode(state, at);
    case '[':
      return (isPicture ? readLink(state, at, true) : undefined) ?? readNote(state, at) ?? readLink(state, at, false);
    case '<':
      return depth > 0 ? 'unclear' : readAddress(source, at);
    case '$':
      return readFormula(source, at);
    default: {
      const delimiter = delimiterAt(source, at);
      return delimiter.type === 'delimiter' ? { node: delimiter, end: at + delimiter.raw.length } : undefined;
    }
  }
}

/** Adds what stands between two marks, its hard breaks taken out; false where there may be a bare address in it. */
function addText(nodes: (Inline | Delimiter)[], { source, depth }: Scan, start: number, end: number): boolean {
  if (start === end) return true;
  const raw = source.slice(start, end);
  if (depth === 0 && bareAddress.test(raw)) return false;
  let done = 0;
  if (raw.includes('  \n')) {
    for (const { 0: found, index } of raw.matchAll(/ {2,}\n[ \t]*/g)) {
      if (endsThere(source, start + index)) break;
      if (index > done) appendText(nodes as Inline[], readText(raw.slice(done, index)));
      nodes.push({ type: 'br' });
      done = index + found.length;
    }
  }
  if (done < raw.length) appendText(nodes as Inline[], readText(raw.slice(done)));
  return true;
}

/** What marked makes a link of outside of links, or what such a link may begin with. */
const bareAddress = /:\/|www\.|[\w.+-]@/i;

/** Whether nothing is to be seen from there on: then no line is broken. */
function endsThere(source: string, at: number): boolean {
  return /\S/.test(source.slice(at, at + 200)) ? false : source.slice(at).trim() === '';
}

function readEscape(source: string, at: number): Found {
  const next = source.charAt(at + 1);
  if (/[!-/:-@[-`{-~]/.test(next)) return { node: { type: 'text', text: next }, end: at + 2 };
  if (next !== '\n' || endsThere(source, at + 1)) return undefined;
  let end = at + 2;
  while (source[end] === ' ' || source[end] === '\t') end += 1;
  return { node: { type: 'br' }, end };
}

function readCode(state: Scan, at: number): Found {
  const close = codeEnd(state.source, at, state.unclosed);
  if (close === undefined) return undefined;
  const length = runEnd(state.source, at) - at;
  const code = state.source.slice(at + length, close - length).replaceAll('\n', ' ');
  const padded = code.startsWith(' ') && code.endsWith(' ') && /[^ ]/.test(code);
  return { node: { type: 'codespan', text: cleanText(padded ? code.slice(1, -1) : code) }, end: close };
}

/** Behind the code that begins with the backticks at an index; nothing where they are text. */
function codeEnd(source: string, at: number, unclosed: Set<number>): number | undefined {
  const start = runEnd(source, at);
  const length = start - at;
  if (unclosed.has(length)) return undefined;
  for (let close = source.indexOf('`', start); close >= 0; ) {
    const end = runEnd(source, close);
    if (end - close === length) return end;
    close = source.indexOf('`', end);
  }
  unclosed.add(length);
  return undefined;
}

/**
 * Where each bracket is closed, those in code left out. Nothing where there are backticks that are no code, or such as
 * stand right before a bracket's end: what brackets hold them, marked judges in its own way.
 */
function matchBrackets(source: string): ReadonlyMap<number, number> | undefined {
  const unclosed = new Set<number>();
  const closers = new Map<number, number>();
  const open: number[] = [];
  const sign = /[\\`[\]]/g;
  while (sign.test(source)) {
    const at = sign.lastIndex - 1;
    const code = source[at];
    if (code === '\\') sign.lastIndex = at + 2;
    else if (code === '`') {
      const start = runEnd(source, at);
      const end = codeEnd(source, at, unclosed);
      if (end === undefined || source[start] === ']') return undefined;
      sign.lastIndex = end;
    } else if (code === '[') open.push(at);
    else {
      const opened = open.pop();
      if (opened !== undefined) closers.set(opened, at);
    }
  }
  return closers;
}

function readNote({ source, definitions }: Scan, at: number): Found {
  if (source[at + 1] !== '^') return undefined;
  note.lastIndex = at;
  const [raw = '', label = ''] = note.exec(source) ?? [];
  const known = label.toLowerCase();
  if (!definitions.footnotes.has(known)) return undefined;
  return { node: { type: 'footnote_reference', label: known }, end: at + raw.length };
}

const note = /\[\^([^\]\s[]{1,999})\]/y;

/** A link or a picture, by its address or by reference. */
function readLink(state: Scan, at: number, isPicture: boolean): Found {
  const { source, definitions, depth } = state;
  const close = state.closers.get(at);
  if (close === undefined) return undefined;
  const label = source.slice(at + 1, close);
  const target = readTarget(state, label, close + 1);
  if (target === undefined || target === 'unclear') return target;
  // A link in the text of a link keeps it from being one; some escapes are read once more there.
  if (depth >= deepest || /^\s|(?<!!)\[|\\[[\]`!]|<|``/.test(label)) return 'unclear';
  const inner = scan(label, definitions, depth + 1);
  if (!inner) return 'unclear';
  const raw = source.slice(isPicture ? at - 1 : at, target.end);
  const href = decodeAttribute(target.href, raw);
  const node: Inline = isPicture
    ? { type: 'image', href, text: plainText(inner) }
    : { type: 'link', href, tokens: inner };
  return { node: withTitle(node, target.title, raw), end: target.end };
}

interface Target {
  readonly href: string;
  readonly title?: string | null | undefined;
  readonly end: number;
}

/** Where what stands in brackets leads to, by what follows on them. */
function readTarget({ source, definitions }: Scan, label: string, at: number): Target | undefined | 'unclear' {
  if (source[at] === '(') return readDestination(source, at);
  reference.lastIndex = at;
  const [raw = '', named] = reference.exec(source) ?? [];
  // Brackets within brackets are no label.
  if (!named && label.includes('[')) return label.includes('\\') ? 'unclear' : undefined;
  const known = definitions.links[labelOf(named || label)];
  return known && { ...known, end: at + raw.length };
}

const reference = /\[((?!\s+\])(?:[^[\]\\]|\\[\s\S])*)\]/y;

/** `(href "title")`, where no backslash, angle bracket or space makes it another thing than it looks. */
function readDestination(source: string, at: number): Target | 'unclear' {
  const start = at + 1;
  let end = start;
  let depth = 0;
  for (; end < source.length; end += 1) {
    const sign = source.charAt(end);
    if (sign <= ' ' || (sign === ')' && depth === 0)) break;
    if (sign === '\\' || sign === '<' || sign === '`') return 'unclear';
    if (sign === '(') depth += 1;
    else if (sign === ')') depth -= 1;
  }
  const href = source.slice(start, end);
  if (depth > 0 || href.startsWith('data:') || href.trim() !== href) return 'unclear';
  const next = skipSpace(source, end);
  // With a space before it, marked may take the parenthesis for a part of the address.
  if (source[next] === ')') return next === end ? { href, end: next + 1 } : 'unclear';
  const quote = source[next];
  const close = next > end && (quote === '"' || quote === "'") ? source.indexOf(quote, next + 1) : -1;
  const title = source.slice(next + 1, close);
  const last = skipSpace(source, close + 1);
  if (close < 0 || source[last] !== ')' || /[\\`]/.test(title)) return 'unclear';
  return { href, title, end: last + 1 };
}

function skipSpace(source: string, at: number): number {
  let end = at;
  while (source[end] === ' ' || source[end] === '\n' || source[end] === '\t') end += 1;
  return end;
}

/** An address in angle brackets; other angle brackets are HTML, or nothing where no name follows. */
function readAddress(source: string, at: number): Found {
  htmlOrMail.lastIndex = at;
  if (!htmlOrMail.test(source)) return undefined;
  address.lastIndex = at;
  const [raw, href = ''] = address.exec(source) ?? [];
  if (raw === undefined) return 'unclear';
  const text: Inline = { type: 'text', text: readText(href) };
  return { node: { type: 'link', href: decodeAttribute(href, raw), tokens: [text] }, end: at + raw.length };
}

const htmlOrMail = /<(?:[a-z/!?]|[^\s<>]*@)/iy;
const address = /<([a-z][a-z0-9+.-]{1,31}:[^\s<>`[\]\\]*)>/iy;

function readFormula(source: string, at: number): Found {
  const found = formulaAt(source, at);
  if (!found) return undefined;
  // Brackets and backticks in it have been taken for what they are elsewhere.
  if (/[[\]`]/.test(found.raw)) return 'unclear';
  return { node: { type: 'inline_math', text: cleanText(found.text) }, end: at + found.raw.length };
}

/** Inlines among which there are delimiters, nested as these say; emphasis within the like of it adds nothing. */
function nestEmphasis(nodes: readonly (Inline | Delimiter)[]): Inline[] {
  const runs = resolveEmphasis(nodes);
  const root: Inline[] = [];
  const frames: { readonly style: Emphasis; readonly tokens: Inline[]; readonly own: boolean }[] = [];
  let tokens = root;
  let empty = true;

  const add = (text: string): void => {
    // Blanks in front of everything are trimmed in any case.
    if (text === '' || (empty && isBlank(text))) return;
    empty = false;
    appendText(tokens, text);
  };

  for (const node of nodes) {
    if (node.type === 'text') add(node.text);
    else if (node.type !== 'delimiter') {
      empty = false;
      tokens.push(node);
    } else {
      const run = runs.get(node);
      for (const _ of run?.closes ?? []) {
        const frame = frames.pop();
        tokens = frames.at(-1)?.tokens ?? root;
        if (frame?.own && frame.tokens.length > 0) tokens.push({ type: frame.style, tokens: frame.tokens });
      }
      add(run?.text ?? '');
      for (const style of run?.opens ?? []) {
        const own = !frames.some((frame) => frame.style === style);
        if (own) tokens = [];
        frames.push({ style, tokens, own });
      }
    }
  }
  return root;
}

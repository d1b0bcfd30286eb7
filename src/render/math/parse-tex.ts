import { type AtomKind, accents, inAlphabet, silentCommands, styleCommands, symbolNamed } from './tex-symbols.ts';

/** A formula as a tree. */
export type MathNode =
  | { readonly type: 'atom'; readonly text: string; readonly kind: AtomKind }
  | { readonly type: 'row'; readonly nodes: readonly MathNode[] }
  | { readonly type: 'fraction'; readonly over: MathNode; readonly under: MathNode; readonly bare: boolean }
  | { readonly type: 'root'; readonly body: MathNode; readonly index?: MathNode }
  | { readonly type: 'scripts'; readonly base: MathNode; readonly sub?: MathNode; readonly sup?: MathNode }
  | { readonly type: 'accent'; readonly body: MathNode; readonly mark: string }
  | { readonly type: 'fence'; readonly left: string; readonly right: string; readonly body: MathNode }
  | {
      readonly type: 'grid';
      readonly rows: readonly (readonly MathNode[])[];
      readonly left: string;
      readonly right: string;
      readonly aligned: boolean;
    };

/** Longer formulas, and deeper ones, are left as they are written. */
const LONGEST = 4_000;
const DEEPEST = 40;

/** Parses a formula of TeX's mathematics; `undefined` where anything in it is not understood. */
export function parseTex(source: string): MathNode | undefined {
  if (source.length > LONGEST) return undefined;
  try {
    return new TexParser(source).parse();
  } catch (error) {
    if (error instanceof NotUnderstood) return undefined;
    throw error;
  }
}

class NotUnderstood extends Error {}

const token = /\s*(?:%[^\n]*\n?\s*)*(\\(?:[A-Za-z]+\*?|[\s\S])|\d+(?:[.,]\d+)*|[\s\S])/uy;

class TexParser {
  readonly #source: string;
  #at = 0;
  #depth = 0;

  constructor(source: string) {
    this.#source = source.trimEnd();
  }

  parse(): MathNode {
    const node = this.#grid('', '', true, () => this.#at >= this.#source.length);
    if (this.#at < this.#source.length) throw new NotUnderstood();
    return node;
  }

  #peek(): string | undefined {
    token.lastIndex = this.#at;
    return token.exec(this.#source)?.[1];
  }

  #next(): string {
    token.lastIndex = this.#at;
    const found = token.exec(this.#source)?.[1];
    if (found === undefined) throw new NotUnderstood();
    this.#at = token.lastIndex;
    return found;
  }

  /** Rows of cells up to where `isEnd` says; a single cell is no grid. */
  #grid(left: string, right: string, aligned: boolean, isEnd: () => boolean): MathNode {
    const rows: MathNode[][] = [[]];
    for (;;) {
      const cell = this.#row(isEnd);
      rows.at(-1)?.push(cell);
      if (isEnd()) break;
      const separator = this.#peek();
      if (separator === '\\\\' || separator === '\\cr' || separator === '\\newline') rows.push([]);
      else if (separator !== '&') break;
      this.#next();
      if (separator !== '&' && this.#peek() === '[') this.#bracketed();
    }
    const last = rows.at(-1);
    if (rows.length > 1 && last?.length === 1 && isEmpty(last[0])) rows.pop();
    const [first] = rows;
    const only = rows.length === 1 && first?.length === 1 ? first[0] : undefined;
    if (only && left === '' && right === '') return only;
    return { type: 'grid', rows, left, right, aligned };
  }

  /** Nodes up to what ends a cell, a group or the formula. */
  #row(isEnd: () => boolean): MathNode {
    if (++this.#depth > DEEPEST) throw new NotUnderstood();
    const nodes: MathNode[] = [];
    while (!isEnd()) {
      const next = this.#peek();
      if (next === undefined || /^(?:[}&]|\\\\|\\cr|\\newline|\\right|\\end)$/.test(next)) break;
      if (next === '\\over' || next === '\\choose') {
        this.#next();
        const under = this.#row(isEnd);
        this.#depth--;
        const fraction: MathNode = { type: 'fraction', over: row(nodes), under, bare: next === '\\choose' };
        return next === '\\choose' ? { type: 'fence', left: '(', right: ')', body: fraction } : fraction;
      }
      const node = this.#scripted();
      if (node) nodes.push(node);
    }
    this.#depth--;
    return row(nodes);
  }

  /** One node with its sub- and superscripts. */
  #scripted(): MathNode | undefined {
    const next = this.#peek();
    const base = next === '^' || next === '_' ? row([]) : this.#one();
    let sub: MathNode | undefined;
    let sup: MathNode | undefined;
    let primes = '';
    for (;;) {
      const mark = this.#peek();
      if (mark === "'") primes += '′';
      else if (mark === '\\limits' || mark === '\\nolimits') primes += '';
      else if (mark === '_' && !sub) {
        this.#next();
        sub = this.#argument();
        continue;
      } else if (mark === '^' && !sup) {
        this.#next();
        sup = this.#argument();
        continue;
      } else break;
      this.#next();
    }
    if (primes !== '') sup = row([atom(primes), ...(sup ? [sup] : [])]);
    if (!sub && !sup) return base;
    return { type: 'scripts', base: base ?? row([]), ...(sub && { sub }), ...(sup && { sup }) };
  }

  /** An argument: a group in braces, or one node. */
  #argument(): MathNode {
    const next = this.#peek();
    if (next === undefined || /^(?:[}&^_]|\\\\|\\right|\\end)$/.test(next)) throw new NotUnderstood();
    const digits = /^\d\d/.test(next);
    if (digits) {
      // Of several digits only the first is the argument: `\frac12`, `x^23`.
      this.#at = this.#source.indexOf(next, this.#at) + 1;
      return atom(next.charAt(0));
    }
    if (++this.#depth > DEEPEST) throw new NotUnderstood();
    const node = this.#one() ?? this.#argument();
    this.#depth--;
    return node;
  }

  /** One node; `undefined` for a command that shows nothing. */
  #one(): MathNode | undefined {
    const found = this.#next();
    if (found === '{') {
      const body = this.#row(() => this.#peek() === '}');
      if (this.#next() !== '}') throw new NotUnderstood();
      return body;
    }
    if (found.startsWith('\\') && found.length > 1) return this.#command(found.slice(1));
    if (found === ':' && this.#peek() === '=') {
      this.#next();
      return { type: 'atom', text: ':=', kind: 'rel' };
    }
    return character(found);
  }

  #command(name: string): MathNode | undefined {
    const symbol = symbolNamed(name);
    if (symbol) return { type: 'atom', ...symbol };
    if (name === ' ' || name === '\n') return { type: 'atom', text: ' ', kind: 'space' };
    if (/^(?:[Bb]ig{1,2}[lrm]?)$/.test(name)) return undefined;
    if (silentCommands.has(name)) return undefined;
    const mark = accents[name];
    if (mark) return { type: 'accent', body: this.#argument(), mark };
    switch (name) {
      case 'frac':
      case 'dfrac':
      case 'tfrac':
      case 'cfrac':
        return { type: 'fraction', over: this.#argument(), under: this.#argument(), bare: false };
      case 'binom':
      case 'dbinom':
      case 'tbinom': {
        const body: MathNode = { type: 'fraction', over: this.#argument(), under: this.#argument(), bare: true };
        return { type: 'fence', left: '(', right: ')', body };
      }
      case 'sqrt': {
        const index = this.#peek() === '[' ? this.#optional() : undefined;
        return { type: 'root', body: this.#argument(), ...(index && { index }) };
      }
      case 'text':
      case 'textrm':
      case 'textbf':
      case 'textit':
      case 'textsf':
      case 'texttt':
      case 'textnormal':
      case 'mbox':
      case 'hbox':
        return this.#text();
      case 'left':
        return this.#fence();
      case 'begin':
        return this.#environment();
      case 'overset':
      case 'stackrel': {
        const sup = this.#argument();
        return { type: 'scripts', base: this.#argument(), sup };
      }
      case 'underset': {
        const sub = this.#argument();
        return { type: 'scripts', base: this.#argument(), sub };
      }
      case 'overbrace':
      case 'underbrace':
        return this.#argument();
      case 'not':
        return { type: 'accent', body: this.#argument(), mark: '\u0338' };
      case 'pmod':
        return row([atom(' (mod '), this.#argument(), atom(')')]);
      case 'tag':
        return row([atom('  ('), this.#text(), atom(')')]);
      case 'label':
      case 'hspace':
      case 'vspace':
      case 'color':
        this.#raw();
        return undefined;
      case 'textcolor':
        this.#raw();
        return this.#argument();
      case 'middle':
        return atom(this.#delimiter());
    }
    return this.#styled(name);
  }

  #styled(name: string): MathNode {
    if (/^math(?:bb|cal|scr|frak)$/.test(name)) {
      const body = this.#argument();
      return mapAtoms(body, (text) => inAlphabet(name, text) ?? text);
    }
    if (!styleCommands.has(name)) throw new NotUnderstood();
    const body = this.#argument();
    // `\operatorname{rank}`, and `\mathrm{d}x` as well: a word is a function.
    const word = name.startsWith('operatorname') ? plainText(body) : undefined;
    return word === undefined ? body : { type: 'atom', text: word, kind: 'func' };
  }

  /** Text in braces as it is, its own formulas included as they are written. */
  #text(): MathNode {
    const text = this.#raw()
      .replace(/\\([%&#$_{} ])/g, '$1')
      .replaceAll('~', ' ');
    if (/[\\$]/.test(text)) throw new NotUnderstood();
    return { type: 'atom', text, kind: 'ord' };
  }

  #raw(): string {
    if (this.#next() !== '{') throw new NotUnderstood();
    let depth = 1;
    const start = this.#at;
    for (; this.#at < this.#source.length; this.#at++) {
      const character = this.#source[this.#at];
      if (character === '\\') this.#at++;
      else if (character === '{') depth++;
      else if (character === '}' && --depth === 0) return this.#source.slice(start, this.#at++);
    }
    throw new NotUnderstood();
  }

  #bracketed(): void {
    const end = this.#source.indexOf(']', this.#at);
    if (end < 0) throw new NotUnderstood();
    this.#at = end + 1;
  }

  #optional(): MathNode {
    this.#next();
    const body = this.#row(() => this.#peek() === ']');
    if (this.#next() !== ']') throw new NotUnderstood();
    return body;
  }

  #delimiter(): string {
    const found = this.#next();
    if (found === '.') return '';
    if (/^[()[\]|/<>]$/.test(found)) return found === '<' ? '⟨' : found === '>' ? '⟩' : found;
    const symbol = found.startsWith('\\') ? symbolNamed(found.slice(1)) : undefined;
    if (!symbol) throw new NotUnderstood();
    return symbol.text;
  }

  #fence(): MathNode {
    const left = this.#delimiter();
    const body = this.#row(() => this.#peek() === '\\right');
    if (this.#next() !== '\\right') throw new NotUnderstood();
    return { type: 'fence', left, right: this.#delimiter(), body };
  }

  #environment(): MathNode {
    const name = this.#raw().replace(/\*$/, '');
    const fences = environments[name];
    if (!fences) throw new NotUnderstood();
    if (name === 'array' || name === 'alignat' || name === 'alignedat') this.#raw();
    const [left, right, aligned] = fences;
    const node = this.#grid(left, right, aligned, () => this.#peek() === '\\end');
    if (this.#next() !== '\\end' || this.#raw().replace(/\*$/, '') !== name) throw new NotUnderstood();
    return node;
  }
}

/** Environments by name: the delimiters about them, and whether their cells are parts of one formula a row. */
const environments: Readonly<Record<string, readonly [left: string, right: string, aligned: boolean]>> = {
  matrix: ['', '', false],
  smallmatrix: ['', '', false],
  array: ['', '', false],
  pmatrix: ['(', ')', false],
  bmatrix: ['[', ']', false],
  Bmatrix: ['{', '}', false],
  vmatrix: ['|', '|', false],
  Vmatrix: ['‖', '‖', false],
  cases: ['{', '', false],
  aligned: ['', '', true],
  align: ['', '', true],
  alignat: ['', '', true],
  alignedat: ['', '', true],
  split: ['', '', true],
  gather: ['', '', true],
  gathered: ['', '', true],
  equation: ['', '', true],
  eqnarray: ['', '', true],
  multline: ['', '', true],
};

const characters: Readonly<Record<string, readonly [text: string, kind: AtomKind]>> = {
  '+': ['+', 'bin'],
  '-': ['−', 'bin'],
  '*': ['∗', 'bin'],
  '=': ['=', 'rel'],
  '<': ['<', 'rel'],
  '>': ['>', 'rel'],
  ':': [':', 'punct'],
  ',': [',', 'punct'],
  ';': [';', 'punct'],
  '(': ['(', 'open'],
  '[': ['[', 'open'],
  ')': [')', 'close'],
  ']': [']', 'close'],
  '~': [' ', 'space'],
};

function character(found: string): MathNode {
  if (/^[#^_&$}\\]$/.test(found)) throw new NotUnderstood();
  const known = characters[found];
  return known ? { type: 'atom', text: known[0], kind: known[1] } : atom(found);
}

function atom(text: string): MathNode {
  return { type: 'atom', text, kind: 'ord' };
}

function row(nodes: readonly MathNode[]): MathNode {
  return nodes.length === 1 ? (nodes[0] as MathNode) : { type: 'row', nodes };
}

function isEmpty(node: MathNode | undefined): boolean {
  return node?.type === 'row' && node.nodes.length === 0;
}

function mapAtoms(node: MathNode, map: (text: string) => string): MathNode {
  if (node.type === 'atom') return { ...node, text: map(node.text) };
  if (node.type === 'row') return { ...node, nodes: node.nodes.map((inner) => mapAtoms(inner, map)) };
  throw new NotUnderstood();
}

function plainText(node: MathNode): string {
  if (node.type === 'atom') return node.text;
  if (node.type === 'row') return node.nodes.map(plainText).join('');
  throw new NotUnderstood();
}

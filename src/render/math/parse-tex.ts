import { ownProperty } from '../../text/own-property.ts';
import { atom, fence, isEmpty, type MathNode, row } from './math-node.ts';
import { environments, longArrows, pairs } from './tex-commands.ts';
import { NotUnderstood, TexReader } from './tex-reader.ts';
import { accents, alphabets, inAlphabet, silentCommands, styleCommands, textCommands } from './tex-styles.ts';
import { type AtomKind, symbolNamed } from './tex-symbols.ts';

/** The longest formula that is parsed, in characters, and the deepest; others are left as written. */
const longest = 4_000;
const deepest = 40;

/** Parses a formula of TeX's mathematics; `undefined` where anything in it is not understood. */
export function parseTex(source: string): MathNode | undefined {
  if (source.length > longest) return undefined;
  try {
    return new TexParser(source).parse();
  } catch (error) {
    if (error instanceof NotUnderstood) return undefined;
    throw error;
  }
}

class TexParser extends TexReader {
  #depth = 0;

  parse(): MathNode {
    const node = this.#grid('', '', true, () => this.isAtEnd);
    if (!this.isAtEnd) throw new NotUnderstood();
    return node;
  }

  /** Reads rows of cells up to where `isEnd` says; a single cell is no grid. */
  #grid(left: string, right: string, aligned: boolean, isEnd: () => boolean): MathNode {
    const rows: MathNode[][] = [[]];
    for (;;) {
      const cell = this.#row(isEnd);
      rows.at(-1)?.push(cell);
      if (isEnd()) break;
      const separator = this.peek();
      if (separator === '\\\\' || separator === '\\cr' || separator === '\\newline') rows.push([]);
      else if (separator !== '&') break;
      this.next();
      if (separator !== '&' && this.peek() === '[') this.bracketed();
    }
    const last = rows.at(-1);
    if (rows.length > 1 && last?.length === 1 && isEmpty(last[0])) rows.pop();
    const [first] = rows;
    const only = rows.length === 1 && first?.length === 1 ? first[0] : undefined;
    if (only && left === '' && right === '') return only;
    return { type: 'grid', rows, left, right, aligned };
  }

  /** Reads nodes up to what ends a cell, a group or the formula. */
  #row(isEnd: () => boolean): MathNode {
    if (++this.#depth > deepest) throw new NotUnderstood();
    const nodes: MathNode[] = [];
    while (!isEnd()) {
      const next = this.peek();
      if (next === undefined || /^(?:[}&]|\\\\|\\cr|\\newline|\\right|\\end)$/.test(next)) break;
      if (next === '\\over' || next === '\\choose' || next === '\\atop') {
        this.next();
        const under = this.#row(isEnd);
        this.#depth--;
        const fraction: MathNode = { type: 'fraction', over: row(nodes), under, bare: next !== '\\over' };
        return next === '\\choose' ? fence('(', ')', fraction) : fraction;
      }
      const node = this.#scripted();
      if (node) nodes.push(node);
    }
    this.#depth--;
    return row(nodes);
  }

  /** Reads one node with its sub- and superscripts. */
  #scripted(): MathNode | undefined {
    const next = this.peek();
    const base = next === '^' || next === '_' ? row([]) : this.#one();
    let sub: MathNode | undefined;
    let sup: MathNode | undefined;
    let limits: boolean | undefined;
    let primes = '';
    for (;;) {
      const token = this.peek();
      if (token === "'") primes += '′';
      else if (token === '\\limits' || token === '\\nolimits') limits = token === '\\limits';
      else if (token === '_' && !sub) {
        this.next();
        sub = this.#argument();
        continue;
      } else if (token === '^' && !sup) {
        this.next();
        sup = this.#argument();
        continue;
      } else break;
      this.next();
    }
    if (primes !== '') sup = row([atom(primes), ...(sup ? [sup] : [])]);
    if (!sub && !sup) return base;
    const both = { ...(sub && { sub }), ...(sup && { sup }) };
    // A subscript of a brace belongs to it, and is no index of what is above.
    if (base?.type === 'scripts' && base.brace && !base.sub && !base.sup) return { ...base, ...both };
    return { type: 'scripts', base: base ?? row([]), ...both, ...(limits !== undefined && { limits }) };
  }

  /** Returns an argument: a group in braces, or one node. */
  #argument(): MathNode {
    const next = this.peek();
    if (next === undefined || /^(?:[}&^_]|\\\\|\\right|\\end)$/.test(next)) throw new NotUnderstood();
    if (/^\d\d/.test(next)) return atom(this.digit());
    if (++this.#depth > deepest) throw new NotUnderstood();
    const node = this.#one() ?? this.#argument();
    this.#depth--;
    return node;
  }

  /** Reads one node; `undefined` for a command that shows nothing. */
  #one(): MathNode | undefined {
    const found = this.next();
    if (found === '{') {
      const body = this.#row(() => this.peek() === '}');
      if (this.next() !== '}') throw new NotUnderstood();
      return body;
    }
    if (found.startsWith('\\') && found.length > 1) return this.#command(found.slice(1));
    if (found === ':' && this.peek() === '=') {
      this.next();
      return atom(':=', 'rel');
    }
    return character(found);
  }

  #command(name: string): MathNode | undefined {
    const symbol = symbolNamed(name);
    if (symbol) return { type: 'atom', ...symbol };
    if (name === ' ' || name === '\n') return atom(' ', 'space');
    if (/^[Bb]igg?[lrm]?$/.test(name) || silentCommands.has(name)) return undefined;
    const mark = ownProperty(accents, name);
    if (mark) return { type: 'accent', body: this.#argument(), mark };
    if (textCommands.has(name)) return this.#text();
    const arrow = ownProperty(longArrows, name);
    if (arrow) return this.#stacked(atom(arrow, 'rel'));
    const fences = ownProperty(pairs, name);
    if (fences) return fence(fences[0], fences[1], this.#argument());
    switch (name) {
      case 'frac':
      case 'dfrac':
      case 'tfrac':
      case 'cfrac':
      case 'nicefrac':
        return { type: 'fraction', over: this.#argument(), under: this.#argument(), bare: false };
      case 'binom':
      case 'dbinom':
      case 'tbinom':
        return fence('(', ')', { type: 'fraction', over: this.#argument(), under: this.#argument(), bare: true });
      case 'sqrt': {
        const index = this.#optional();
        return { type: 'root', body: this.#argument(), ...(index && { index }) };
      }
      case 'left':
        return this.#fence();
      case 'middle':
        return atom(this.#delimiter());
      case 'begin':
        return this.#environment();
      case 'substack':
        return this.#substack();
      case 'overset':
      case 'stackrel': {
        const sup = this.#argument();
        return { type: 'scripts', base: this.#argument(), sup, limits: true };
      }
      case 'underset': {
        const sub = this.#argument();
        return { type: 'scripts', base: this.#argument(), sub, limits: true };
      }
      case 'overbrace':
      case 'underbrace':
        return { type: 'scripts', base: this.#argument(), limits: true, brace: name === 'overbrace' ? '⏞' : '⏟' };
    }
    return this.#referring(name) ?? this.#spacing(name) ?? this.#colored(name) ?? this.#styled(name);
  }

  #referring(name: string): MathNode | undefined {
    switch (name) {
      case 'pmod':
        return row([atom(' (mod '), this.#argument(), atom(')')]);
      case 'tag':
        return row([atom('\u00a0\u00a0('), this.#text(), atom(')')]);
      case 'tag*':
        return row([atom('\u00a0\u00a0'), this.#text()]);
      case 'eqref':
        return atom(`(${this.raw()})`);
      case 'ref':
        return atom(this.raw());
      case 'label':
        this.raw();
        return row([]);
      default:
        return undefined;
    }
  }

  /** Reads space by a length, or as wide as something invisible. */
  #spacing(name: string): MathNode | undefined {
    if (/^(?:[hv]space\*?|mspace)$/.test(name)) this.raw();
    else if (/^(?:m?kern|[hm]skip)$/.test(name)) this.length();
    else if (/^[hv]?phantom$/.test(name)) this.#argument();
    else return undefined;
    return name.startsWith('v') ? row([]) : atom('\u00a0', 'space');
  }

  /** Reads coloured content, without its colour: it is the author's, not the page's. */
  #colored(name: string): MathNode | undefined {
    if (!/^(?:text)?color$|^f?colorbox$/.test(name)) return undefined;
    this.raw();
    if (name === 'color') return row([]);
    if (name === 'textcolor') return this.#argument();
    if (name === 'fcolorbox') this.raw();
    return this.#text();
  }

  #styled(name: string): MathNode {
    const alphabet = ownProperty(alphabets, name);
    if (alphabet) {
      const body = this.#argument();
      return mapAtoms(body, (text) => inAlphabet(alphabet, text));
    }
    if (!styleCommands.has(name)) throw new NotUnderstood();
    const body = this.#argument();
    // `\\operatorname{rank}`, and `\\mathrm{d}x` as well: a word is a function.
    const word = name.startsWith('operatorname') ? plainText(body) : undefined;
    return word === undefined ? body : atom(word, 'func');
  }

  /** Reads what an arrow has below it, in brackets, and above it, in braces. */
  #stacked(base: MathNode): MathNode {
    const sub = this.#optional();
    return { type: 'scripts', base, sup: this.#argument(), ...(sub && { sub }), limits: true };
  }

  /** Reads text in braces as it is, but for the formulas in it. */
  #text(): MathNode {
    const chunks = this.raw().split(/(?<!\\)\$([^$]*)\$/);
    return row(chunks.map((chunk, at) => (at % 2 === 1 ? new TexParser(chunk).parse() : atom(words(chunk)))));
  }

  /** Reads what is in brackets, if there are any. */
  #optional(): MathNode | undefined {
    if (this.peek() !== '[') return undefined;
    this.next();
    const body = this.#row(() => this.peek() === ']');
    if (this.next() !== ']') throw new NotUnderstood();
    return body;
  }

  #substack(): MathNode {
    if (this.next() !== '{') throw new NotUnderstood();
    const node = this.#grid('', '', false, () => this.peek() === '}');
    if (this.next() !== '}') throw new NotUnderstood();
    return node;
  }

  #delimiter(): string {
    const found = this.next();
    if (found === '.') return '';
    if (/^[()[\]|/<>]$/.test(found)) return found === '<' ? '⟨' : found === '>' ? '⟩' : found;
    const symbol = found.startsWith('\\') ? symbolNamed(found.slice(1)) : undefined;
    if (!symbol) throw new NotUnderstood();
    return symbol.text;
  }

  #fence(): MathNode {
    const left = this.#delimiter();
    const body = this.#row(() => this.peek() === '\\right');
    if (this.next() !== '\\right') throw new NotUnderstood();
    return fence(left, this.#delimiter(), body);
  }

  #environment(): MathNode {
    const name = this.raw().replace(/\*$/, '');
    const fences = ownProperty(environments, name);
    if (!fences) throw new NotUnderstood();
    if (/^(?:d?array|subarray|alignat|alignedat)$/.test(name)) this.raw();
    if (/matrix$/.test(name)) this.#optional();
    const [left, right, aligned] = fences;
    const node = this.#grid(left, right, aligned, () => this.peek() === '\\end');
    if (this.next() !== '\\end' || this.raw().replace(/\*$/, '') !== name) throw new NotUnderstood();
    return node;
  }
}

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
  return known ? atom(known[0], known[1]) : atom(found);
}

/** Returns text without TeX's special characters. */
function words(text: string): string {
  const plain = text.replace(/\\([%&#$_{} ])/g, '$1').replaceAll('~', '\u00a0');
  if (/[\\$]/.test(plain)) throw new NotUnderstood();
  return plain;
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

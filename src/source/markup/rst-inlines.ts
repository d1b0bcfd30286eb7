import { escapeInline } from '../../markdown/escape.ts';
import { codeSpan, emphasis, image, link } from '../markdown-blocks.ts';
import { bareAddress, type InlineRule, inlineReader } from './inline-reader.ts';
import { indentOf, takeIndented } from './markup-lines.ts';
import { writeRole } from './rst-roles.ts';

/** The inline markup of a text, with the targets of its references and substitutions. */
export class RstInlines {
  /** Reads inline markup as Markdown. */
  readonly read: (text: string) => string;
  readonly #targets = new Map<string, string>();
  readonly #substitutions = new Map<string, string>();
  readonly #anonymous: string[] = [];
  #footnotes = 0;
  #references = 0;

  constructor(lines: readonly string[]) {
    this.#collect(lines);
    this.read = inlineReader(this.#rules(), (words) => words.replace(/\\\s/g, '').replace(/\\(.)/gsu, '$1'));
  }

  /** Returns the label of a footnote, or of a reference to one: auto-numbered ones by turns. */
  footnoteLabel(label: string, isReference: boolean): string {
    if (label === '#' || label === '*') return `auto${isReference ? ++this.#references : ++this.#footnotes}`;
    return label.replace(/^#/, '');
  }

  /** Collects the targets of references. */
  #collect(lines: readonly string[]): void {
    for (const [index, line] of lines.entries()) {
      const target = /^\s*(?:\.\.\s+_(`[^`]+`|(?:[^:\\]|\\.)+|_):|(__))(?:\s+(\S.*))?$/.exec(line);
      if (target) {
        const rest = takeIndented(lines, index + 1, indentOf(line) + 1).lines;
        const address = [target[3] ?? '', ...(target[3] === undefined || /\S$/.test(target[3]) ? rest : [])]
          .join('')
          .replace(/\s+/g, '');
        if (target[2] || target[1] === '_') this.#anonymous.push(address);
        else this.#targets.set(nameOf((target[1] ?? '').replace(/`/g, '')), address);
      }
      const substitution = /^\s*\.\.\s+\|([^|]+)\|\s+(\w+)::\s*(.*)$/.exec(line);
      if (substitution) {
        const rest = takeIndented(lines, index + 1, indentOf(line) + 1).lines;
        const value = substitution[2] === 'image' ? '' : [substitution[3], ...rest].join(' ').trim();
        const alt = rest.map((option) => /^:alt:\s*(.*)/.exec(option)?.[1]).find(Boolean);
        this.#substitutions.set(
          nameOf(substitution[1] ?? ''),
          substitution[2] === 'image' ? image(alt ?? '', (substitution[3] ?? '').trim()) : value,
        );
      }
    }
  }

  #rules(): readonly InlineRule[] {
    return [
      { pattern: /\\(\S)/u, write: ([, character = '']) => escapeInline(character) },
      { pattern: /``(.{1,1000}?)``(?!`)/, write: ([, code = '']) => codeSpan(code) },
      {
        pattern: /:([\w:+.-]{1,40}):`((?:[^`\\]|\\.){1,1000})`/,
        write: ([, role = '', words = ''], read) => writeRole(role.toLowerCase(), words, read),
      },
      {
        pattern: /`((?:[^`\\]|\\.){1,1000})`(__?)(?![\p{L}\p{N}])/u,
        write: ([, words = '', underscores], read) => this.#reference(words, read, underscores === '__'),
      },
      { pattern: /_`([^`]{1,500})`/, write: ([, words = ''], read) => read(words) },
      {
        pattern: /`([^`\s](?:[^`]{0,1000}[^`\s])?)`(?::([\w:+.-]{1,40}):)?(?![\p{L}\p{N}_])/u,
        write: ([, words = '', role], read) =>
          role ? writeRole(role.toLowerCase(), words, read) : emphasis('*', read(words)),
      },
      {
        pattern: /\*\*([^\s*](?:.{0,1000}?[^\s\\])?)\*\*(?![\p{L}\p{N}])/u,
        write: ([, words = ''], read) => emphasis('**', read(words)),
      },
      {
        pattern: /\*([^\s*](?:[^*]{0,1000}[^\s*\\])?)\*(?![\p{L}\p{N}*])/u,
        write: ([, words = ''], read) => emphasis('*', read(words)),
      },
      {
        pattern: /\s?\[(\d{1,5}|#[\w.-]{0,40}|\*|[A-Za-z][\w.-]{0,40})\]_(?![\p{L}\p{N}])/u,
        write: ([, label = '']) => `[^${this.footnoteLabel(label, true)}]`,
      },
      {
        pattern: /\|([^\s|](?:[^|]{0,80}[^\s|])?)\|_{0,2}/,
        write: ([whole, name = ''], read) => this.#substitute(whole, name, read),
      },
      bareAddress,
      {
        pattern: /([\p{L}\p{N}](?:[\w.+-]{0,80}[\p{L}\p{N}])?)(__?)(?![\p{L}\p{N}_])/u,
        write: ([, words = '', underscores], read) =>
          underscores === '__' || this.#target(words) !== '' || this.#targets.has(nameOf(words))
            ? this.#reference(words, read, underscores === '__')
            : undefined,
      },
    ];
  }

  #target(words: string): string {
    const address = this.#targets.get(nameOf(words));
    const [, alias] = /^(.+)_$/.exec(address ?? '') ?? [];
    return (alias === undefined ? address : this.#targets.get(nameOf(alias.replace(/`/g, '')))) ?? '';
  }

  #reference(words: string, read: (text: string) => string, isAnonymous: boolean): string {
    const [, text, embedded] = /^([\s\S]*?)\s*<([^<>]+)>$/.exec(words) ?? [];
    const address =
      embedded === undefined
        ? isAnonymous
          ? (this.#anonymous.shift() ?? '')
          : this.#target(words)
        : embedded.endsWith('_')
          ? this.#target(embedded.slice(0, -1))
          : embedded.replace(/\s+/g, '');
    const written = read(text || (embedded ?? words));
    if (embedded !== undefined && text) this.#targets.set(nameOf(text), address);
    return /^[a-z][a-z\d+.-]*:|^[\w./-]+\.\w+(?:#.*)?$/i.test(address)
      ? link(written, /^\S+@\S+$/.test(address) && !address.startsWith('mailto:') ? `mailto:${address}` : address)
      : written;
  }

  #substitute(whole: string, name: string, read: (text: string) => string): string | undefined {
    const value = this.#substitutions.get(nameOf(name));
    if (value === undefined) return undefined;
    return value.startsWith('![') ? value : read(value) || escapeInline(whole);
  }
}

/** Normalizes a reference name: case folded, white space as one space. */
function nameOf(text: string): string {
  return text.replace(/\\(.)/g, '$1').replace(/\s+/g, ' ').trim().toLowerCase();
}

import type { Metadata } from '../../article/article-tree.ts';
import { toMetadata } from '../../article/metadata-values.ts';

/** Characters that have names. */
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

/** The attributes of a document, which its header and lines such as `:name: value` set, and the metadata among them. */
export class AsciidocAttributes {
  readonly #lines: readonly string[];
  readonly #attributes = new Map<string, string>();
  readonly #fields = new Map<string, string>();

  constructor(lines: readonly string[]) {
    this.#lines = lines;
  }

  get title(): string | undefined {
    return this.#fields.get('title');
  }

  get metadata(): Metadata {
    return toMetadata(this.#fields);
  }

  /** Reads the document's header: its title, author, revision, attributes. Returns the index of the line after it. */
  readHeader(): number {
    let at = 0;
    const skip = (): void => {
      while (
        at < this.#lines.length &&
        (this.#lines[at] === '' || /^\/\/(?!\/)/.test(this.#lines[at] ?? '') || this.set(this.#lines[at] ?? ''))
      )
        at += 1;
    };
    skip();
    const title = /^[=#] +(.+)$/.exec(this.#lines[at] ?? '')?.[1];
    if (title === undefined) return at;
    this.#fields.set('title', this.expand(title));
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
    while (this.#lines[at] !== '' && (this.set(this.#lines[at] ?? '') || /^\/\//.test(this.#lines[at] ?? ''))) at += 1;
    for (const key of ['author', 'lang', 'keywords', 'description']) {
      const value = this.#attributes.get(key);
      if (value && !this.#fields.has(key)) this.#fields.set(key, value);
    }
    const revision = this.#attributes.get('revdate') ?? this.#attributes.get('date');
    if (revision && !this.#fields.has('date')) this.#fields.set('date', revision);
    return at;
  }

  /** Sets an attribute, `:name: value`; reports whether the line is one. */
  set(line: string): boolean {
    const [, name = '', value = ''] = /^:(!?[\w-]+!?):(?: +(.*))?$/.exec(line) ?? [];
    if (name !== '') this.#attributes.set(name.toLowerCase(), this.expand(value));
    return name !== '';
  }

  /** Replaces references to attributes, `{name}`, by their values. */
  expand(text: string): string {
    return text.replace(
      /(?<!\\)\{([\w-]{1,60})\}/g,
      (whole, name: string) =>
        this.#attributes.get(name.toLowerCase()) ?? (Object.hasOwn(special, name) ? (special[name] ?? '') : whole),
    );
  }
}

import type { Token, TokenizerAndRendererExtension } from 'marked';

/** A run of `*`, `_` or `~` that may begin or end emphasis; {@link resolveEmphasis} finds out whether it does. */
export interface Delimiter {
  readonly type: 'delimiter';
  readonly raw: string;
  readonly canOpen: boolean;
  readonly canClose: boolean;
}

export type Emphasis = 'em' | 'strong' | 'del';

/**
 * The runs of delimiters in a text, as CommonMark 0.31.2 (6.2) defines them. marked's own rule searches the rest of the
 * paragraph from each of them and calls itself for what it finds: that is quadratic, goes as deep as the text does,
 * and does not see the emphasis of `*a **b!**, c*`.
 */
export const delimiterRun: TokenizerAndRendererExtension = {
  name: 'delimiter',
  level: 'inline',
  tokenizer(source, before) {
    const mark = source.charAt(0);
    if (mark !== '*' && mark !== '_' && mark !== '~') return undefined;
    return readRun(source, 0, lastCharacter(before, mark));
  },
};

/** The run of delimiters at an index of a text, as {@link delimiterRun} gives it; or, where it is none, as text. */
export function delimiterAt(source: string, at: number): Delimiter | { readonly type: 'text'; readonly raw: string } {
  let end = at;
  if (source.charAt(at) !== '~') while (source.charAt(end - 1) === '~') end -= 1;
  const start = isTrail(source.charCodeAt(end - 1)) ? end - 2 : end - 1;
  return readRun(source, at, end > 0 ? source.slice(start, end) : ' ');
}

function readRun(source: string, at: number, before: string) {
  const mark = source.charAt(at);
  let end = at + 1;
  while (source.charAt(end) === mark) end += 1;
  const raw = source.slice(at, end);
  if (mark === '~' && end - at > 2) return { type: 'text', raw, text: raw } as const;

  const previous = kindOf(before);
  const next = kindOf(nextCharacter(source, end, mark));
  const left = next !== 'space' && (next === 'letter' || previous !== 'letter');
  const right = previous !== 'space' && (previous === 'letter' || next !== 'letter');
  const canOpen = left && (mark !== '_' || !right || previous === 'sign');
  const canClose = right && (mark !== '_' || !left || next === 'sign');
  if (!canOpen && !canClose) return { type: 'text', raw, text: raw } as const;
  return { type: 'delimiter', raw, canOpen, canClose } as const;
}

// cmark-gfm looks past `~` from the other marks, so that `a**~~b~~**` is emphasis.
function nextCharacter(source: string, from: number, mark: string): string {
  let at = from;
  if (mark !== '~') while (source.charAt(at) === '~') at += 1;
  return String.fromCodePoint(source.codePointAt(at) ?? 0x20);
}

function lastCharacter(before: readonly Token[], mark: string): string {
  for (let index = before.length - 1; index >= 0; index -= 1) {
    const { raw } = before[index] as Token;
    let end = raw.length;
    if (mark !== '~') while (end > 0 && raw.charAt(end - 1) === '~') end -= 1;
    if (end > 0) return raw.slice(isTrail(raw.charCodeAt(end - 1)) ? end - 2 : end - 1, end);
  }
  return ' ';
}

function isTrail(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}

let sign: RegExp | undefined;

function kindOf(character: string): 'space' | 'sign' | 'letter' {
  const code = character.charCodeAt(0);
  if (code < 0x80) {
    if (code <= 0x20) return 'space';
    const isLetter = (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
    return isLetter || code === 0x7f ? 'letter' : 'sign';
  }
  if (/\s/.test(character)) return 'space';
  sign ??= /[\p{P}\p{S}]/u;
  return sign.test(character) ? 'sign' : 'letter';
}

/** What a run of delimiters does, from left to right: it ends emphasis, is text as far as it is left over, begins some. */
interface Resolved {
  readonly closes: readonly Emphasis[];
  readonly text: string;
  readonly opens: readonly Emphasis[];
}

interface Run {
  readonly token: Delimiter;
  readonly mark: string;
  readonly length: number;
  left: number;
  readonly closes: Emphasis[];
  readonly opens: Emphasis[];
  previous: Run | undefined;
  next: Run | undefined;
}

/**
 * What each delimiter of a list of inline tokens does, by CommonMark's algorithm: linear, for no search is made twice.
 * What begins and what ends nests properly.
 */
export function resolveEmphasis(tokens: readonly { readonly type: string }[]): ReadonlyMap<object, Resolved> {
  const resolved = new Map<object, Resolved>();
  const runs = linkRuns(tokens);
  // Where the search for a closer of this kind was in vain before: from there on back there is nothing to be found.
  const bottoms = new Map<string, Run | undefined>();
  let closer: Run | undefined = runs[0];
  while (closer) {
    const found = closer.token.canClose ? findOpener(closer, bottoms) : undefined;
    if (found) {
      join(found, closer);
      if (closer.left === 0) {
        unlink(closer);
        closer = closer.next;
      }
    } else {
      if (closer.token.canClose && !closer.token.canOpen) unlink(closer);
      closer = closer.next;
    }
  }
  for (const { token, mark, left, closes, opens } of runs) {
    resolved.set(token, { closes, text: mark.repeat(left), opens: opens.reverse() });
  }
  return resolved;
}

function linkRuns(tokens: readonly { readonly type: string }[]): Run[] {
  const runs: Run[] = [];
  for (const token of tokens) {
    if (token.type !== 'delimiter') continue;
    const delimiter = token as Delimiter;
    const previous = runs.at(-1);
    const { length } = delimiter.raw;
    const run: Run = {
      token: delimiter,
      mark: delimiter.raw.charAt(0),
      length,
      left: length,
      closes: [],
      opens: [],
      previous,
      next: undefined,
    };
    if (previous) previous.next = run;
    runs.push(run);
  }
  return runs;
}

function findOpener(closer: Run, bottoms: Map<string, Run | undefined>): Run | undefined {
  const { mark, length, token } = closer;
  const kind = mark === '~' ? `~${length}` : `${mark}${token.canOpen}${length % 3}`;
  const bottom = bottoms.get(kind);
  for (let opener = closer.previous; opener && opener !== bottom; opener = opener.previous) {
    if (opener.mark === mark && opener.token.canOpen && matches(opener, closer)) return opener;
  }
  bottoms.set(kind, closer.previous);
  return undefined;
}

function matches(opener: Run, closer: Run): boolean {
  if (closer.mark === '~') return opener.length === closer.length;
  if (!opener.token.canClose && !closer.token.canOpen) return true;
  return (opener.length + closer.length) % 3 !== 0 || (opener.length % 3 === 0 && closer.length % 3 === 0);
}

function join(opener: Run, closer: Run): void {
  const used = closer.mark === '~' ? closer.length : opener.left > 1 && closer.left > 1 ? 2 : 1;
  const emphasis = closer.mark === '~' ? 'del' : used === 2 ? 'strong' : 'em';
  opener.opens.push(emphasis);
  closer.closes.push(emphasis);
  opener.left -= used;
  closer.left -= used;
  // What stands between the two can be nothing any more.
  opener.next = closer;
  closer.previous = opener;
  if (opener.left === 0) unlink(opener);
}

function unlink(run: Run): void {
  if (run.previous) run.previous.next = run.next;
  if (run.next) run.next.previous = run.previous;
}

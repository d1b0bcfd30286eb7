import { isTrailSurrogate } from '../text/code-units.ts';

/** A delimiter run of `*`, `_` or `~`; {@link resolveEmphasis} decides whether it opens or closes emphasis. */
export interface Delimiter {
  readonly type: 'delimiter';
  readonly raw: string;
  readonly canOpen: boolean;
  readonly canClose: boolean;
}

export type Emphasis = 'em' | 'strong' | 'del';

/** Reads the delimiter run at an offset (CommonMark 0.31.2, 6.2); one that can neither open nor close is text. */
export function delimiterAt(source: string, at: number): Delimiter | { readonly type: 'text'; readonly raw: string } {
  let end = at;
  if (source.charAt(at) !== '~') while (source.charAt(end - 1) === '~') end -= 1;
  const start = isTrailSurrogate(source.charCodeAt(end - 1)) ? end - 2 : end - 1;
  return readDelimiterRun(source, at, end > 0 ? source.slice(start, end) : ' ');
}

export function readDelimiterRun(source: string, at: number, before: string) {
  const marker = source.charAt(at);
  let end = at + 1;
  while (source.charAt(end) === marker) end += 1;
  const raw = source.slice(at, end);
  if (marker === '~' && end - at > 2) return { type: 'text', raw, text: raw } as const;

  const previous = kindOf(before);
  const next = kindOf(nextCharacter(source, end, marker));
  const left = next !== 'space' && (next === 'letter' || previous !== 'letter');
  const right = previous !== 'space' && (previous === 'letter' || next !== 'letter');
  const canOpen = left && (marker !== '_' || !right || previous === 'punctuation');
  const canClose = right && (marker !== '_' || !left || next === 'punctuation');
  if (!canOpen && !canClose) return { type: 'text', raw, text: raw } as const;
  return { type: 'delimiter', raw, canOpen, canClose } as const;
}

// cmark-gfm looks past `~` from the other delimiters, so that `a**~~b~~**` is emphasis.
function nextCharacter(source: string, from: number, marker: string): string {
  let at = from;
  if (marker !== '~') while (source.charAt(at) === '~') at += 1;
  return String.fromCodePoint(source.codePointAt(at) ?? 0x20);
}

let punctuation: RegExp | undefined;

function kindOf(character: string): 'space' | 'punctuation' | 'letter' {
  const code = character.charCodeAt(0);
  if (code < 0x80) {
    if (code <= 0x20) return 'space';
    const isLetter = (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
    return isLetter || code === 0x7f ? 'letter' : 'punctuation';
  }
  if (/\s/.test(character)) return 'space';
  punctuation ??= /[\p{P}\p{S}]/u;
  return punctuation.test(character) ? 'punctuation' : 'letter';
}

/** The meaning of a delimiter run, from left to right: closed emphasis, the rest as text, opened emphasis. */
interface Resolved {
  readonly closes: readonly Emphasis[];
  readonly text: string;
  readonly opens: readonly Emphasis[];
}

interface DelimiterRun {
  readonly token: Delimiter;
  readonly marker: string;
  readonly length: number;
  left: number;
  readonly closes: Emphasis[];
  readonly opens: Emphasis[];
  previous: DelimiterRun | undefined;
  next: DelimiterRun | undefined;
}

/**
 * Resolves the delimiter runs among inline tokens by CommonMark's algorithm ("process emphasis"), in linear time, since
 * no search is repeated. What opens and closes nests properly.
 */
export function resolveEmphasis(tokens: readonly { readonly type: string }[]): ReadonlyMap<object, Resolved> {
  const resolved = new Map<object, Resolved>();
  const runs = linkRuns(tokens);
  // `openers_bottom` of the algorithm: below it the search for a closer of this kind has failed before.
  const bottoms = new Map<string, DelimiterRun | undefined>();
  let closer: DelimiterRun | undefined = runs[0];
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
  for (const { token, marker, left, closes, opens } of runs) {
    resolved.set(token, { closes, text: marker.repeat(left), opens: opens.reverse() });
  }
  return resolved;
}

function linkRuns(tokens: readonly { readonly type: string }[]): DelimiterRun[] {
  const runs: DelimiterRun[] = [];
  for (const token of tokens) {
    if (token.type !== 'delimiter') continue;
    const delimiter = token as Delimiter;
    const previous = runs.at(-1);
    const { length } = delimiter.raw;
    const run: DelimiterRun = {
      token: delimiter,
      marker: delimiter.raw.charAt(0),
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

function findOpener(closer: DelimiterRun, bottoms: Map<string, DelimiterRun | undefined>): DelimiterRun | undefined {
  const { marker, length, token } = closer;
  const kind = marker === '~' ? `~${length}` : `${marker}${token.canOpen}${length % 3}`;
  const bottom = bottoms.get(kind);
  for (let opener = closer.previous; opener && opener !== bottom; opener = opener.previous) {
    if (opener.marker === marker && opener.token.canOpen && matches(opener, closer)) return opener;
  }
  bottoms.set(kind, closer.previous);
  return undefined;
}

function matches(opener: DelimiterRun, closer: DelimiterRun): boolean {
  if (closer.marker === '~') return opener.length === closer.length;
  if (!opener.token.canClose && !closer.token.canOpen) return true;
  return (opener.length + closer.length) % 3 !== 0 || (opener.length % 3 === 0 && closer.length % 3 === 0);
}

function join(opener: DelimiterRun, closer: DelimiterRun): void {
  const used = closer.marker === '~' ? closer.length : opener.left > 1 && closer.left > 1 ? 2 : 1;
  const emphasis = closer.marker === '~' ? 'del' : used === 2 ? 'strong' : 'em';
  opener.opens.push(emphasis);
  closer.closes.push(emphasis);
  opener.left -= used;
  closer.left -= used;
  // The runs between the two can no longer match.
  opener.next = closer;
  closer.previous = opener;
  if (opener.left === 0) unlink(opener);
}

function unlink(run: DelimiterRun): void {
  if (run.previous) run.previous.next = run.next;
  if (run.next) run.next.previous = run.previous;
}

import type { Metadata } from '../../../article/article-tree.ts';
import { isoDate, readDate } from '../../../text/dates.ts';
import { cleanLine } from '../../../text/sanitize.ts';
import type { TextLine } from '../lines/line.ts';
import { decodeBytes, readBase64, readQuotedPrintable } from './mime.ts';
import type { TextHead } from './text-head.ts';

/** The fields of a message's header, by names in lower case. */
type Fields = ReadonlyMap<string, string>;

/** A message, and where it is in a text. */
interface Message {
  readonly fields: Fields;
  /** The index of the first line after the header. */
  readonly start: number;
}

const known =
  /^(?:from|to|cc|subject|date|sent|message-id|in-reply-to|references|reply-to|mime-version|content-[\w-]+|received|return-path|x-[\w-]+|list-[\w-]+|sender|delivered-to|dkim-signature|user-agent|organization|newsgroups|lines|path|precedence|status)$/;

/**
 * Reads a message's header (RFC 5322): the subject as title, its author and date. Undefined for a text that does not
 * begin with one: at least three fields, among them a sender and a subject or date.
 */
export function readMail(lines: readonly TextLine[]): TextHead | undefined {
  const message = readHeader(lines, 0);
  if (!message) return undefined;
  const { title, metadata } = describe(message.fields);
  return { ...(title && { title }), metadata, lines: lines.slice(message.start) };
}

/** Reads a mailbox (RFC 4155): its messages, each with what its header says. Undefined for fewer than two. */
export function readMailbox(lines: readonly TextLine[]): readonly TextHead[] | undefined {
  if (!isSeparator(lines[0])) return undefined;
  const starts: number[] = [];
  for (const [at, line] of lines.entries()) {
    if (isSeparator(line) && (at === 0 || lines[at - 1]?.text === '') && readHeader(lines, at)) starts.push(at);
  }
  if (starts.length < 2) return undefined;
  return starts.flatMap((start, index) => {
    const part = lines.slice(start, starts[index + 1]).map(unquoteFrom);
    return readMail(part) ?? [];
  });
}

function isSeparator(line: TextLine | undefined): boolean {
  return line !== undefined && /^From \S+.* \d{4}(?: [+-]\d{4})?$/.test(line.text.slice(0, 200));
}

/** Unquotes a line `From ` within a message, which is written `>From `. */
function unquoteFrom(line: TextLine): TextLine {
  return /^>+From /.test(line.text) ? { ...line, text: line.text.slice(1) } : line;
}

function readHeader(lines: readonly TextLine[], from: number): Message | undefined {
  const fields = new Map<string, string>();
  let open = '';
  let at = from;
  while (lines[at]?.text === '') at += 1;
  if (isSeparator(lines[at])) at += 1;
  for (; at < lines.length && at < from + 300; at += 1) {
    const { text, indent } = lines[at] as TextLine;
    if (text === '') break;
    const [, name = '', value = ''] = /^([A-Za-z][\w-]{0,40}):(?:\s+(.*))?$/s.exec(text.slice(0, 2000)) ?? [];
    if (indent > 0 && open !== '') {
      fields.set(open, `${fields.get(open)} ${text}`.slice(0, 4000));
    } else if (name !== '') {
      open = name.toLowerCase();
      if (!fields.has(open)) fields.set(open, value);
    } else return undefined;
  }
  const names = [...fields.keys()];
  const isMail = fields.has('from') && (fields.has('subject') || fields.has('date')) && names.length >= 3;
  return isMail && names.filter((name) => known.test(name)).length >= names.length * 0.6
    ? { fields, start: at }
    : undefined;
}

function describe(fields: Fields): { title?: string; metadata: Metadata } {
  const title = decodeWords(fields.get('subject') ?? '');
  const from = decodeWords(fields.get('from') ?? '');
  // `Ada Field <ada@example.org>`, `ada@example.org (Ada Field)`
  const author = (/^"?([^"<]*[^"<\s])"?\s*</.exec(from)?.[1] ?? /\(([^()]+)\)$/.exec(from)?.[1] ?? from).trim();
  const date = mailDate(fields.get('date') ?? fields.get('sent') ?? '');
  return { ...(title && { title }), metadata: { ...(date && { date }), ...(author && { author }) } };
}

/** Converts a message's date to ISO 8601, in its own time zone. */
function mailDate(written: string): string | undefined {
  const [, words, time, zone = ''] =
    /(\d{1,2} \w{3,9} \d{4})(?: (\d{2}:\d{2})(?::\d{2})?(?: ([+-]\d{4}))?)?/.exec(written) ?? [];
  const day = (words && readDate(words, 'en')) ?? isoDate(written, 'en')?.slice(0, 10);
  if (!day || time === undefined) return day;
  return `${day}T${time}${zone.replace(/^([+-]\d\d)/, '$1:').replace(/[+-]00:00/, 'Z')}`;
}

/** Decodes encoded words (RFC 2047): `=?utf-8?B?…?=`, `=?iso-8859-1?Q?…?=`. */
function decodeWords(text: string): string {
  const decoded = text
    .replace(/(\?=)\s+(?==\?)/g, '$1')
    .replace(
      /=\?([\w-]{1,40})(?:\*[\w-]*)?\?([BQ])\?([^?\s]{0,500})\?=/gi,
      (whole, charset: string, encoding: string, content: string) => {
        const isBase64 = encoding.toUpperCase() === 'B';
        const binary = isBase64 ? readBase64(content) : readQuotedPrintable(content.replace(/_/g, ' '));
        return decodeBytes(binary, charset) ?? whole;
      },
    );
  return cleanLine(decoded).replace(/\s+/g, ' ').trim();
}

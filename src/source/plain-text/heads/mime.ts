import { decodeReferences } from '../../../text/character-references.ts';

/** Parts within parts deeper than this are left out. */
const deepest = 5;

/**
 * Decodes the bodies of messages (RFC 2045, 2046): of alternatives the plain text, else the words of the page, of other
 * parts each that is a text; what is encoded as quoted-printable or base64 as text. Any other text comes back as it is.
 */
export function decodeMessages(text: string): string {
  if (
    !/^Content-(?:Transfer-Encoding|Type):/im.test(text.slice(0, 20_000)) ||
    !/^(?:From |[A-Za-z-]{2,40}:)/.test(text)
  )
    return text;
  return text
    .replace(/\r\n/g, '\n')
    .split(/(?<=\n\n)(?=From \S+ [^\n]{0,100}\d{4}\n)/)
    .map(decodeMessage)
    .join('');
}

function decodeMessage(message: string): string {
  const [head, body] = splitHead(message);
  if (body === undefined) return message;
  const decoded = decodeBody(head, body, 0);
  return decoded === undefined ? message : `${head}\n\n${decoded}\n\n`;
}

function splitHead(text: string): readonly [head: string, body: string | undefined] {
  const end = text.indexOf('\n\n');
  return end < 0 ? [text, undefined] : [text.slice(0, end), text.slice(end + 2)];
}

function fieldOf(head: string, name: string): string {
  const unfolded = head.replace(/\n[ \t]+/g, ' ');
  return new RegExp(`^${name}:[ \\t]*(.*)$`, 'im').exec(unfolded)?.[1]?.trim() ?? '';
}

/** Decodes the text of a body; undefined where it is no text that can be read, such as an image. */
function decodeBody(head: string, body: string, depth: number): string | undefined {
  const type = fieldOf(head, 'Content-Type');
  const boundary = /^multipart\/.*\bboundary="?([^";]{1,200})"?/i.exec(type)?.[1]?.trim();
  if (depth > deepest) return undefined;
  if (boundary !== undefined) return chooseBody(type, body, boundary, depth);
  if (/^message\/rfc822/i.test(type)) return readForwarded(body, depth);
  if (type !== '' && !/^text\//i.test(type)) return undefined;
  const text = decodeText(head, type, body);
  return /^text\/html/i.test(type) ? withoutTags(text) : text;
}

/** Reads a message within another: what its header says of it, and its text. */
function readForwarded(message: string, depth: number): string {
  const [head, body = ''] = splitHead(message);
  const fields = ['From', 'Date', 'Subject']
    .map((name) => [name, fieldOf(head, name)] as const)
    .flatMap(([name, value]) => (value === '' ? [] : [`${name}: ${value}`]));
  return [...fields, '', decodeBody(head, body, depth + 1) ?? ''].join('\n');
}

function decodeText(head: string, type: string, body: string): string {
  const charset = /charset="?([\w.:-]{1,40})"?/i.exec(type)?.[1] ?? 'utf-8';
  switch (fieldOf(head, 'Content-Transfer-Encoding').toLowerCase()) {
    case 'quoted-printable':
      return decodeBytes(readQuotedPrintable(body), charset) ?? body;
    case 'base64':
      return decodeBytes(readBase64(body), charset) ?? body;
    default:
      return body;
  }
}

/** A part of a body: its head and what is in it. */
type Part = readonly [head: string, body: string | undefined];

/** Returns the text of a body's parts: of alternatives the plain one, else the page's words; of others each. */
function chooseBody(type: string, body: string, boundary: string, depth: number): string | undefined {
  const parts = `\n${body}`
    .split(`\n--${boundary}`)
    .slice(1)
    .filter((part) => !part.startsWith('--'))
    .slice(0, 200)
    .map((part): Part => splitHead(part.replace(/^[ \t]*\n/, '')));
  if (/^multipart\/(?:alternative|related)/i.test(type)) {
    const first = /^multipart\/related/i.test(type) ? undefined : firstOf(parts, /^text\/plain/i, depth);
    return first ?? firstOf(parts, /^(?:text|multipart)\//i, depth);
  }
  const texts = parts.map((part) => readPart(part, depth)).filter((text) => text !== undefined && text.trim() !== '');
  return texts.length === 0 ? undefined : texts.join('\n\n');
}

function firstOf(parts: readonly Part[], type: RegExp, depth: number): string | undefined {
  for (const part of parts) {
    const text = type.test(fieldOf(part[0], 'Content-Type') || 'text/plain') ? readPart(part, depth) : undefined;
    if (text !== undefined) return text;
  }
  return undefined;
}

/** Reads one part; an attached text, such as a patch, is a block of code below its name. */
function readPart([head, body]: Part, depth: number): string | undefined {
  if (body === undefined) return undefined;
  const type = fieldOf(head, 'Content-Type');
  const disposition = fieldOf(head, 'Content-Disposition');
  const text = decodeBody(head, body, depth + 1);
  if (text === undefined || !/^attachment/i.test(disposition)) return text;
  if (!/^text\/(?!html|calendar)/i.test(type)) return undefined;
  const name = /name="?([^";\n]{1,200})"?/i.exec(`${disposition};${type}`)?.[1] ?? '';
  const indented = text.replace(/^(?=.)/gm, '    ');
  return name === '' ? indented : `${name}::\n\n${indented}`;
}

/** Returns the words of a page, a line for each of its paragraphs and items. */
function withoutTags(page: string): string {
  const words = page
    .replace(/<(style|script|head)\b[\s\S]*?<\/\1>/gi, '')
    .replace(/\s+/g, ' ')
    .replace(/<(?:br|\/?(?:p|div|tr|h[1-6]|ul|ol|blockquote))\b[^>]{0,1000}>/gi, '\n\n')
    .replace(/<li\b[^>]{0,1000}>/gi, '\n- ')
    .replace(/<[^>]{1,1000}>/g, '');
  return decodeReferences(words).replace(/\u00a0/g, ' ');
}

/** Decodes quoted-printable to a string of bytes. */
export function readQuotedPrintable(body: string): string {
  return body
    .replace(/=[ \t]*\n/g, '')
    .replace(/=([\dA-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** Decodes base64 to a string of bytes; undefined where it is malformed. */
export function readBase64(body: string): string | undefined {
  try {
    return atob(body.replace(/\s+/g, ''));
  } catch {
    return undefined;
  }
}

/** Decodes a string of bytes; undefined without one, or for an unknown charset. */
export function decodeBytes(binary: string | undefined, charset: string): string | undefined {
  if (binary === undefined || /[^\0-\xff]/.test(binary)) return undefined;
  try {
    return new TextDecoder(charset).decode(Uint8Array.from(binary, (byte) => byte.charCodeAt(0)));
  } catch {
    return undefined;
  }
}

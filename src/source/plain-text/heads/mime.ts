/** Deeper nested parts are dropped. */
const deepest = 5;

/**
 * Decodes the bodies of messages (RFC 2045, 2046): of several parts the plain text, else the page; quoted-printable and
 * base64 as text. Any other text is returned unchanged.
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
  if (boundary !== undefined) return depth < deepest ? chooseBody(body, boundary, depth) : undefined;
  if (type !== '' && !/^text\//i.test(type)) return undefined;
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

/** Chooses the plain text among parts; else the words of the page. */
function chooseBody(body: string, boundary: string, depth: number): string | undefined {
  const parts = `\n${body}`
    .split(`\n--${boundary}`)
    .slice(1)
    .filter((part) => !part.startsWith('--'))
    .slice(0, 200)
    .map((part) => splitHead(part.replace(/^[ \t]*\n/, '')));
  const ofType = (pattern: RegExp): string | undefined => {
    for (const [head, content] of parts) {
      const isAttached = /^attachment/i.test(fieldOf(head, 'Content-Disposition'));
      if (content === undefined || isAttached || !pattern.test(fieldOf(head, 'Content-Type') || 'text/plain')) continue;
      const decoded = decodeBody(head, content, depth + 1);
      if (decoded !== undefined) return decoded;
    }
    return undefined;
  };
  return ofType(/^text\/plain/i) ?? ofType(/^multipart\//i) ?? withoutTags(ofType(/^text\/html/i));
}

/** Returns the words of a page, a line for each of its paragraphs and items. */
function withoutTags(page: string | undefined): string | undefined {
  return page
    ?.replace(/<(style|script|head)\b[\s\S]*?<\/\1>/gi, '')
    .replace(/\s+/g, ' ')
    .replace(/<(?:br|\/?(?:p|div|tr|h[1-6]|ul|ol|blockquote))\b[^>]{0,1000}>/gi, '\n\n')
    .replace(/<li\b[^>]{0,1000}>/gi, '\n- ')
    .replace(/<[^>]{1,1000}>/g, '')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');
}

function readQuotedPrintable(body: string): string {
  return body
    .replace(/=[ \t]*\n/g, '')
    .replace(/=([\dA-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function readBase64(body: string): string | undefined {
  try {
    return atob(body.replace(/\s+/g, ''));
  } catch {
    return undefined;
  }
}

/** Decodes a string of bytes; undefined without one, or for an unknown charset. */
function decodeBytes(binary: string | undefined, charset: string): string | undefined {
  if (binary === undefined || /[^\0-\xff]/.test(binary)) return undefined;
  try {
    return new TextDecoder(charset).decode(Uint8Array.from(binary, (byte) => byte.charCodeAt(0)));
  } catch {
    return undefined;
  }
}

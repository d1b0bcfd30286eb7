import { byteOrderMark, encodingName } from '../charset.ts';

/**
 * Finds the charset of a page by its byte order mark, its Content-Type header and its own first 1,024 bytes, in this
 * order; undefined when none of them names one that can be decoded. The label is in WHATWG's spelling, lower case
 * (`windows-1252` for `latin1`).
 */
export function pageCharset(bytes: Uint8Array, headerCharset?: string): string | undefined {
  return byteOrderMark(bytes) ?? encodingName(headerCharset) ?? metaCharset(bytes);
}

/**
 * Finds the charset that a page declares in `<meta>`, or in its XML declaration, within its first 1,024 bytes: WHATWG's
 * "prescan a byte stream to determine its encoding". Declarations inside comments do not count.
 */
function metaCharset(bytes: Uint8Array): string | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 1024));
  const declared = /^<\?xml\s[^>]*?\bencoding\s*=\s*["']\s*([^"'\s]+)/i.exec(start)?.[1];
  const text = start.replace(/<!--.*?(?:-->|$)/gs, '');
  const label = [...text.matchAll(/<meta(?=[\s/])((?:"[^"]*"|'[^']*'|[^"'>])*)>?/gi)]
    .map(([, attributes = '']) => metaLabel(attributes))
    .find((found) => encodingName(found) !== undefined);
  const name = encodingName(label) ?? encodingName(declared);
  // These bytes were read as ASCII to get here, so they are not UTF-16.
  return name?.startsWith('utf-16') ? 'utf-8' : name;
}

function metaLabel(attributes: string): string | undefined {
  const values = new Map<string, string>();
  for (const [, name = '', quoted, single, bare] of attributes.matchAll(
    /([^\s"'>/=]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g,
  )) {
    const key = name.toLowerCase();
    if (!values.has(key)) values.set(key, quoted ?? single ?? bare ?? '');
  }
  const charset = values.get('charset');
  if (charset !== undefined) return charset;
  if (values.get('http-equiv')?.trim().toLowerCase() !== 'content-type') return undefined;
  return /charset\s*=\s*["']?\s*([^\s;"']+)/i.exec(values.get('content') ?? '')?.[1];
}

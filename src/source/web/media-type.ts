/** A parsed Content-Type header: `text/html`, lower case, and the charset's label as written. */
export interface MediaType {
  readonly essence: string;
  readonly charset?: string;
}

/** Parses a Content-Type header; undefined when it names no type. */
export function parseMediaType(header: string | undefined): MediaType | undefined {
  const essence = /^\s*([\w!#$&^.+-]+\/[\w!#$&^.+-]+)\s*(?:;|,|$)/.exec(header ?? '')?.[1]?.toLowerCase();
  if (essence === undefined) return undefined;
  const charset = /;\s*charset\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s;,"']+))/i.exec(header ?? '');
  const label = (charset?.[1] ?? charset?.[2] ?? charset?.[3])?.trim();
  return label ? { essence, charset: label } : { essence };
}

/** Reports whether a media type is text that can be read as an article. */
export function isTextType(essence: string): boolean {
  return essence.startsWith('text/') || /^application\/(xhtml\+xml|xml|(x-)?markdown|json|yaml)$/.test(essence);
}

const documentTypes: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'application/epub+zip': 'epub',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.oasis.opendocument.text': 'odt',
};

// The name that a download has is often in the query.
const documentAddress = new RegExp(`\\.(${Object.values(documentTypes).join('|')})(?:[?#]|$)`, 'i');

/**
 * Returns the extension, as `pdf`, of a binary document that can be read; undefined for all others. Where a server
 * sends no specific type, the address decides.
 */
export function documentExtension(essence: string | undefined, address: string): string | undefined {
  if (essence !== undefined && !/^(?:application|binary)\/(?:octet-stream|zip)$/.test(essence))
    return documentTypes[essence];
  return documentAddress.exec(address)?.[1]?.toLowerCase();
}

/**
 * Reports whether bytes are certainly not text, whatever their label says: by the signature of a common binary format, or
 * more than one NUL in a hundred in their first 4,096 bytes. Text in UTF-16 and UTF-32 has NULs too: its byte order
 * mark or its charset shows it.
 */
export function looksBinary(bytes: Uint8Array, charset?: string): boolean {
  const start = String.fromCharCode(...bytes.subarray(0, 8));
  if (/^(?:%PDF-|\x89PNG|PK\x03\x04|\xff\xd8\xff|\x1f\x8b|\x7fELF)/.test(start)) return true;
  if (/^(?:\xff\xfe|\xfe\xff|\0\0\xfe\xff)/.test(start) || /^utf-?(16|32)/i.test(charset ?? '')) return false;
  const sample = bytes.subarray(0, 4096);
  return sample.filter((byte) => byte === 0).length > sample.length / 100;
}

import { withoutByteOrderMark } from '../text/byte-order-mark.ts';
import { windows1252 } from '../text/windows-1252.ts';
import { decodeKorean, decodeLatin10 } from './legacy-charsets.ts';

/** A text, and its charset. */
export interface DecodedText {
  readonly text: string;
  /** In WHATWG's spelling, lower case. */
  readonly charset: string;
}

/**
 * Decodes bytes, and removes byte order marks at their beginning: by the mark if there is one, else in the `declared`
 * charset (a label that `TextDecoder` knows), else as UTF-8 if they are valid, else as windows-1252. Undefined where they
 * are not text at all. Line ends and U+0000 stay.
 */
export function decodeText(bytes: Uint8Array, declared?: string): DecodedText | undefined {
  const decoded = decode(bytes, declared);
  return decoded && { ...decoded, text: withoutByteOrderMark(decoded.text) };
}

function decode(bytes: Uint8Array, declared?: string): DecodedText | undefined {
  const marked = byteOrderMark(bytes);
  if (marked?.startsWith('utf-16')) return { text: new TextDecoder(marked).decode(bytes), charset: marked };
  if (declared !== undefined && !marked) {
    const decoded = decodeAs(bytes, declared);
    if (decoded) return decoded;
  }
  const text = decodeUtf8(bytes);
  if (!(text !== undefined && isClean(text)) && isBinary(bytes, text !== undefined)) return undefined;
  return text === undefined ? { text: decodeWindows1252(bytes), charset: 'windows-1252' } : { text, charset: 'utf-8' };
}

/** Returns the charset that a byte order mark shows; undefined without one. */
export function byteOrderMark([a, b, c]: Uint8Array): 'utf-8' | 'utf-16be' | 'utf-16le' | undefined {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return a === 0xff && b === 0xfe ? 'utf-16le' : undefined;
}

/** Decodes bytes in the declared charset; undefined when they cannot be in it. */
function decodeAs(bytes: Uint8Array, declared: string): DecodedText | undefined {
  const charset = encodingName(declared);
  if (charset === undefined) return undefined;
  if (charset === 'windows-1252') {
    return isBinary(bytes, false) ? undefined : { text: decodeWindows1252(bytes), charset };
  }
  const text = decodeSupported(bytes, charset);
  if (charset.startsWith('utf-16')) return { text, charset };
  if (isBinary(bytes, false)) return undefined;
  // A page that declares UTF-8 may be cut within a letter or contain a foreign line; if the label is wrong, hardly a
  // letter is right.
  const faults = charset === 'utf-8' ? text.split('\ufffd').length - 1 : 0;
  if (faults === 0) return { text, charset };
  const letters = text.match(/[^\0-\x7f\ufffd]/gu)?.length ?? 0;
  return faults > letters ? undefined : { text, charset };
}

/** Returns the name of a charset in WHATWG's spelling, by any of its labels; undefined where it cannot be decoded. */
export function encodingName(label = ''): string | undefined {
  const name = label.trim().toLowerCase();
  if (name === 'x-user-defined') return 'windows-1252';
  if (name === 'iso-8859-16') return name;
  try {
    return new TextDecoder(name).encoding;
  } catch {
    return undefined;
  }
}

function decodeSupported(bytes: Uint8Array, charset: string): string {
  if (charset === 'iso-8859-16') return decodeLatin10(bytes);
  return charset === 'euc-kr' ? decodeKorean(bytes) : new TextDecoder(charset).decode(bytes);
}

/** Decodes UTF-8; undefined where bytes are not valid. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Reports whether {@link isBinary} would count nothing in a text: ten times as fast as a loop over bytes. */
function isClean(text: string): boolean {
  return !/[\0-\x07\x0e-\x1a\x1c-\x1f]/.test(text.slice(0, sampled));
}

const sampled = 65_536;

/**
 * Reports whether bytes are not text. Text in another charset than UTF-8 has no NUL and hardly a control character; of
 * random bytes, one in ten is one. Valid UTF-8 is refused only when two bytes in five are control characters: zeroes,
 * or UTF-16 without its mark.
 */
function isBinary(bytes: Uint8Array, utf8: boolean): boolean {
  const sample = bytes.subarray(0, sampled);
  let controls = 0;
  for (const byte of sample) {
    if (byte === 0 && !utf8) return true;
    // Backspace to carriage return and escape occur in text, wanted or not.
    if (byte < 0x20 && !(byte >= 0x08 && byte <= 0x0d) && byte !== 0x1b) controls += 1;
  }
  return controls > sample.length * (utf8 ? 0.4 : 0.02);
}

/**
 * Decodes windows-1252, of which Node 20 decodes 80 to 9F to C1 controls. The five bytes that it leaves open (81, 8D,
 * 8F, 90, 9D) become U+FFFD: in the Encoding Standard they are C1 controls.
 */
function decodeWindows1252(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes).replace(/[\u0080-\u009f]/g, (character) => {
    const decoded = windows1252.charAt(character.charCodeAt(0) - 0x80);
    return decoded < '\xa0' ? '\ufffd' : decoded;
  });
}

import { decodeText } from '../charset.ts';
import { pageCharset } from './page-charset.ts';

/**
 * Decodes a page's bytes by the charset that its byte order mark, its header or its `<meta>` names; undefined when none
 * of them does.
 */
export function decodePage(bytes: Uint8Array, headerCharset?: string): string | undefined {
  const charset = pageCharset(bytes, headerCharset);
  return charset === undefined ? undefined : decodeText(bytes, charset)?.text;
}

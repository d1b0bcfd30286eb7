import type { ImageFile } from './image-file.ts';

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const ihdr = 0x49484452;
const idat = 0x49444154;
const iend = 0x49454e44;

/** A chunk's length, type and checksum: four bytes each. */
const chunkFrame = 12;

/** Reads a PNG chunk by chunk (W3C PNG, 5): header first, image data, end; undefined where it is anything else. */
export function readPng(bytes: Uint8Array): ImageFile | undefined {
  if (!signature.every((byte, index) => bytes[index] === byte)) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let size: { readonly width: number; readonly height: number } | undefined;
  let hasData = false;
  for (let at = signature.length; at + chunkFrame <= bytes.length; ) {
    const length = view.getUint32(at);
    const type = view.getUint32(at + 4);
    const end = at + chunkFrame + length;
    if (end > bytes.length) return undefined;
    if (!size) {
      if (type !== ihdr || length !== 13) return undefined;
      size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
    } else if (type === iend) {
      return hasData ? { kind: 'png', bytes: bytes.subarray(0, end), ...size } : undefined;
    }
    hasData ||= type === idat;
    at = end;
  }
  return undefined;
}

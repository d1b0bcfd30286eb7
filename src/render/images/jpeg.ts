import type { ImageFile } from './image-file.ts';

const startOfScan = 0xda;
const endOfImage = 0xd9;

/** Reads a JPEG marker by marker (ITU-T T.81, B.1) to its first scan, and finds its end; undefined if it is none. */
export function readJpeg(bytes: Uint8Array): ImageFile | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8 || bytes[2] !== 0xff) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let size: { readonly width: number; readonly height: number } | undefined;
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    // Any number of FF may come before a marker.
    if (marker === 0xff) {
      at++;
      continue;
    }
    const length = view.getUint16(at + 2);
    const next = at + 2 + length;
    if (!hasSegment(marker) || length < 2 || next > bytes.length) return undefined;
    if (isFrame(marker)) {
      if (length < 8) return undefined;
      size = { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    }
    if (marker === startOfScan) {
      const end = endOf(bytes, next);
      return size && end !== undefined ? { kind: 'jpeg', bytes: bytes.subarray(0, end), ...size } : undefined;
    }
    at = next;
  }
  return undefined;
}

/** Reports whether a segment follows a marker: not after restarts, the image's start and end, arithmetic coding's own. */
function hasSegment(marker: number): boolean {
  return marker >= 0xc0 && !(marker >= 0xd0 && marker <= endOfImage);
}

/** Reports whether a segment begins a frame: of C0 to CF all but tables (C4, CC) and a reserved one (C8). */
function isFrame(marker: number): boolean {
  return marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

/** Finds the end of the last scan: within scans an FF of the data is followed by 00. */
function endOf(bytes: Uint8Array, from: number): number | undefined {
  for (let at = bytes.length - 2; at >= from; at--) {
    if (bytes[at] === 0xff && bytes[at + 1] === endOfImage) return at + 2;
  }
  return undefined;
}

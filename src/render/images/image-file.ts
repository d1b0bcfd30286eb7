import { readGif } from './gif.ts';
import { readJpeg } from './jpeg.ts';
import { readPng } from './png.ts';

/** An image whose file has been checked from its signature to its end. */
export interface ImageFile {
  readonly kind: 'png' | 'jpeg' | 'gif';
  /** The file, without what follows its end; of a GIF the first frame alone. */
  readonly bytes: Uint8Array;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** Pixels of a side, as kitty limits it. */
const longestSide = 10_000;

/** Pixels in all: a few kilobytes of PNG can inflate to gigabytes in the terminal; these to 100 MB. */
const mostPixels = 25_000_000;

/** Reads a PNG, JPEG or GIF; undefined where it is none, is truncated, or has no size that a terminal should draw. */
export function readImage(bytes: Uint8Array): ImageFile | undefined {
  const image = readPng(bytes) ?? readJpeg(bytes) ?? readGif(bytes);
  if (!image) return undefined;
  const { width, height } = image;
  const isSane = width > 0 && height > 0 && Math.max(width, height) <= longestSide && width * height <= mostPixels;
  return isSane ? image : undefined;
}

import type { System } from '../../system.ts';
import { fetchImage } from '../web/fetch-image.ts';
import { type Network, network } from '../web/request-page.ts';
import { type ImageOrigin, type ImagePlace, locateImage } from './locate-image.ts';
import { readImageFile } from './read-image-file.ts';

/** The most images that are loaded for a text. */
const mostImages = 20;

/** The most bytes of an image. */
const maxImageSize = 2_000_000;

/** The most images fetched at the same time. */
const atOnce = 6;

/** Seconds for all images together: a reader waits for them. */
const patience = 10;

/** The options of loading images. */
export interface LoadImagesOptions {
  /** Fetch none. */
  readonly offline?: boolean;
  /** Seconds for all images together, in place of 10. */
  readonly timeout?: number;
}

/**
 * Loads the files of images by their addresses in an article: the first twenty that can be located, of at most 2 MB
 * each. What fails is left out; the contents are not checked.
 */
export async function loadImages(
  addresses: Iterable<string>,
  origin: ImageOrigin,
  { offline, timeout = patience }: LoadImagesOptions,
  { cwd, env }: Pick<System, 'cwd' | 'env'>,
  settings: Network = network,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const signal = AbortSignal.timeout(timeout * 1000);
  const read = async (place: ImagePlace): Promise<Uint8Array | undefined> => {
    if ('path' in place) return readImageFile(place.path, place.folder, cwd, maxImageSize);
    if (offline) return undefined;
    const options = { maxSize: maxImageSize, env, signal, mayBePrivate: place.mayBePrivate };
    return fetchImage(place.url, options, settings).catch(() => undefined);
  };
  const found = placesOf(addresses, origin);
  const files = new Map<string, Uint8Array>();
  const rest = found.entries();
  const work = async () => {
    for (const [address, place] of rest) {
      const bytes = await read(place);
      if (bytes) files.set(address, bytes);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return files;
}

function placesOf(addresses: Iterable<string>, origin: ImageOrigin): ReadonlyMap<string, ImagePlace> {
  const places = new Map<string, ImagePlace>();
  for (const address of addresses) {
    const place = locateImage(address, origin);
    if (place) places.set(address, place);
    if (places.size === mostImages) break;
  }
  return places;
}

import type { System } from '../../system.ts';
import { fetchPicture } from '../web/fetch-picture.ts';
import { type Network, network } from '../web/request-page.ts';
import { locatePicture, type PictureOrigin, type PicturePlace } from './locate-picture.ts';
import { readPictureFile } from './read-picture-file.ts';

/** The most pictures that are loaded for a text. */
const mostPictures = 20;

/** The most bytes of a picture. */
const maxPictureSize = 2_000_000;

/** The most pictures fetched at the same time. */
const atOnce = 6;

/** Seconds for all pictures together: a reader waits for them. */
const patience = 10;

/** How pictures are loaded. */
export interface LoadPicturesOptions {
  /** Fetch none. */
  readonly offline?: boolean;
  /** Seconds for all pictures together, in place of 10. */
  readonly timeout?: number;
}

/**
 * Loads the files of pictures by their addresses in an article: the first twenty that can be located, of at most 2 MB
 * each. What fails is left out; the contents are not checked.
 */
export async function loadPictures(
  addresses: Iterable<string>,
  origin: PictureOrigin,
  { offline, timeout = patience }: LoadPicturesOptions,
  { cwd, env }: Pick<System, 'cwd' | 'env'>,
  settings: Network = network,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const signal = AbortSignal.timeout(timeout * 1000);
  const read = async (place: PicturePlace): Promise<Uint8Array | undefined> => {
    if ('path' in place) return readPictureFile(place.path, place.folder, cwd, maxPictureSize);
    if (offline) return undefined;
    const options = { maxSize: maxPictureSize, env, signal, mayBePrivate: place.mayBePrivate };
    return fetchPicture(place.url, options, settings).catch(() => undefined);
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

function placesOf(addresses: Iterable<string>, origin: PictureOrigin): ReadonlyMap<string, PicturePlace> {
  const places = new Map<string, PicturePlace>();
  for (const address of addresses) {
    const place = locatePicture(address, origin);
    if (place) places.set(address, place);
    if (places.size === mostPictures) break;
  }
  return places;
}

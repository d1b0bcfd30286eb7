import { UserError } from '../../errors.ts';
import { parseMediaType } from './media-type.ts';
import { withoutSecrets } from './page-address.ts';
import { readBody } from './read-body.ts';
import { type Network, requestPage } from './request-page.ts';

/** The options of fetching an image. */
export interface FetchImageOptions {
  /** The most bytes, as received and as decoded. */
  readonly maxSize: number;
  /** Whether it may come from a private address, as a page that was typed may. */
  readonly mayBePrivate: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
}

/**
 * Fetches what may be an image, without credentials, and from a private address only if allowed.
 *
 * @throws UserError or NetworkFailure for whatever prevents it, and for any other media type.
 */
export async function fetchImage(
  url: URL,
  { maxSize, ...options }: FetchImageOptions,
  settings: Network,
): Promise<Uint8Array> {
  const { response } = await requestPage({ ...options, page: { url: withoutSecrets(url) }, accept }, settings);
  const type = parseMediaType(response.headers['content-type'])?.essence ?? unknownType;
  if (response.statusCode !== 200 || !(type.startsWith('image/') || type === unknownType)) {
    response.destroy();
    throw new UserError('No image has come.');
  }
  return readBody(response, { maxSize, progressTimeout: settings.progressTimeout });
}

const accept = 'image/png, image/jpeg, image/gif, */*;q=0.1';

/** The type of unknown bytes; their signature decides. */
const unknownType = 'application/octet-stream';

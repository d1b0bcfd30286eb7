import type { Format } from '../render/formats.ts';
import { createImages } from '../render/images/create-images.ts';
import { imageAddresses } from '../render/images/image-addresses.ts';
import type { Page } from '../render/page.ts';
import type { ImageProtocol, Images } from '../render/tools.ts';
import { imageOrigin } from '../source/images/image-origin.ts';
import { type LoadImagesOptions, loadImages } from '../source/images/load-images.ts';
import type { System } from '../system.ts';
import { printDiagnostic } from '../terminal/diagnostics.ts';
import { imageSupport } from '../terminal/image-support.ts';
import { progressLine } from '../terminal/progress.ts';
import { type PageOptions, resolvePage } from '../terminal/resolve-page.ts';
import type { View } from '../view/view.ts';

export interface ViewImagesOptions extends LoadImagesOptions {
  /** Report how many images are left as text. */
  readonly reportMissing?: boolean;
}

/** Loads the images of a view for this terminal; undefined where it shows none, or none that it can draw. */
export async function loadViewImages(
  view: View,
  format: Format,
  page: Page,
  options: ViewImagesOptions,
  system: System,
): Promise<Images | undefined> {
  const support = imageSupport(format, page, system);
  if (!('protocol' in support) || (view.kind !== 'article' && view.kind !== 'sections')) return undefined;
  const origin = await imageOrigin(view.source, view.article.metadata.address, system);
  const addresses = new Set(imageAddresses(view));
  const progress = progressLine(origin.address ?? '', system);
  const files = await loadImages(addresses, origin, options, system).finally(progress.done);
  const images = createImages(files, support.protocol, system.stdout.rows || 24);
  if (options.reportMissing) reportMissing(addresses.size - images.count, addresses.size, support.protocol, system);
  return images.count > 0 ? images : undefined;
}

function reportMissing(missing: number, all: number, protocol: ImageProtocol, system: System): void {
  if (missing === 0) return;
  const kinds = protocol === 'kitty' ? 'PNG' : 'PNG, JPEG or GIF';
  const why = `not found, larger than 2 MB, beyond the first 20, or no ${kinds}`;
  printDiagnostic(`${missing} of ${all} images ${missing === 1 ? 'is' : 'are'} left as text: ${why}.`, system);
}

/** Prints why there will be no images, if that is known and they were requested. */
export function explainNoImages(options: PageOptions, system: System): void {
  const { format, page } = resolvePage(options, system);
  const support = imageSupport(format, page, system);
  if ('missing' in support) printDiagnostic(`no images: ${support.missing}.`, system);
}

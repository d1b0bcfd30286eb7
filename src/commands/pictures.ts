import type { Format } from '../render/formats.ts';
import type { Page } from '../render/page.ts';
import { createPictures } from '../render/pictures/create-pictures.ts';
import { imageAddresses } from '../render/pictures/image-addresses.ts';
import type { PictureProtocol, Pictures } from '../render/tools.ts';
import { type LoadPicturesOptions, loadPictures } from '../source/pictures/load-pictures.ts';
import { pictureOrigin } from '../source/pictures/picture-origin.ts';
import type { System } from '../system.ts';
import { printDiagnostic } from '../terminal/diagnostics.ts';
import { pictureSupport } from '../terminal/picture-support.ts';
import { progressLine } from '../terminal/progress.ts';
import { type PageOptions, resolvePage } from '../terminal/resolve-page.ts';
import type { View } from '../view/view.ts';

export interface ViewPicturesOptions extends LoadPicturesOptions {
  /** Report how many pictures are left as text. */
  readonly reportMissing?: boolean;
}

/** Loads the pictures of a view for this terminal; undefined where it shows none, or none that it can draw. */
export async function loadViewPictures(
  view: View,
  format: Format,
  page: Page,
  options: ViewPicturesOptions,
  system: System,
): Promise<Pictures | undefined> {
  const support = pictureSupport(format, page, system);
  if (!('protocol' in support) || (view.kind !== 'article' && view.kind !== 'sections')) return undefined;
  const origin = await pictureOrigin(view.source, view.article.metadata.address, system);
  const addresses = new Set(imageAddresses(view));
  const progress = progressLine(origin.address ?? '', system);
  const files = await loadPictures(addresses, origin, options, system).finally(progress.done);
  const pictures = createPictures(files, support.protocol, system.stdout.rows || 24);
  if (options.reportMissing) reportMissing(addresses.size - pictures.count, addresses.size, support.protocol, system);
  return pictures.count > 0 ? pictures : undefined;
}

function reportMissing(missing: number, all: number, protocol: PictureProtocol, system: System): void {
  if (missing === 0) return;
  const kinds = protocol === 'kitty' ? 'PNG' : 'PNG, JPEG or GIF';
  const why = `not found, larger than 2 MB, beyond the first 20, or no ${kinds}`;
  printDiagnostic(`${missing} of ${all} pictures ${missing === 1 ? 'is' : 'are'} left as text: ${why}.`, system);
}

/** Prints why there will be no pictures, if that is known and they were requested. */
export function explainNoPictures(options: PageOptions, system: System): void {
  const { format, page } = resolvePage(options, system);
  const support = pictureSupport(format, page, system);
  if ('missing' in support) printDiagnostic(`no pictures: ${support.missing}.`, system);
}

import type { Image, Inline } from '../../markdown/syntax-tree.ts';
import type { Line } from '../segment.ts';
import type { Context } from './context.ts';
import { factLines } from './title.ts';

/** Addresses of badge services, and of images named after what they are. */
const badgeAddress =
  /\b(?:shields\.io|badgen\.net|badge\.fury\.io|nodei\.co|codecov\.io|coveralls\.io|travis-ci\.(?:org|com)|circleci\.com|app\.netlify\.com\/|snyk\.io\/test|opencollective\.com\/.*\.svg|david-dm\.org|api\.codeclimate\.com|isitmaintained\.com|packagephobia\.com|bundlephobia\.com|deepscan\.io|readthedocs\.org\/projects|zenodo\.org\/badge|github\.com\/.*\/workflows\/)|badge/i;

/**
 * Returns the images of a paragraph that is a row of badges: only images, two and more of them each linked or from a
 * badge service, or a single one from such a service.
 */
export function badgesIn(content: readonly Inline[]): readonly Image[] | undefined {
  const badges: Image[] = [];
  let linked = 0;
  let known = 0;
  for (const inline of content) {
    if (isBlank(inline)) continue;
    const images = inline.type === 'link' ? inline.tokens.filter((token) => !isBlank(token)) : [inline];
    for (const image of images) {
      if (image.type !== 'image') return undefined;
      badges.push(image);
      if (badgeAddress.test(image.href)) known++;
      else if (inline.type === 'link') linked++;
    }
  }
  if (badges.length === 0 || known + linked < badges.length) return undefined;
  return known > 0 || badges.length > 2 ? badges : undefined;
}

function isBlank(inline: Inline): boolean {
  return inline.type === 'br' || (inline.type === 'text' && inline.text.trim() === '');
}

/** Lays out a row of badges as one line of their texts, without addresses; as nothing where the page shows none. */
export function badgeLines(badges: readonly Image[], width: number, context: Context): Line[] {
  if (context.page.badges === 'none') return [];
  // The name of a badge's file says nothing.
  const texts = badges.map(({ text }) => text.replace(/\s+/g, ' ').trim()).filter(Boolean);
  return factLines([...new Set(texts)], width, context);
}

import type { DomElement } from '../dom/dom-element.ts';
import { lineOf, sameWords } from '../dom/tree.ts';
import { nameWords } from './boilerplate.ts';
import { isWithinSentence } from './keep-content.ts';

/** Removes the images of an article whose alternative text adds nothing: logos, file names, repetitions. */
export function tidyImages(article: DomElement, title: string | undefined): void {
  const known = new Set<string>();
  for (const image of article.querySelectorAll('img')) {
    const words = withoutHashtags((image.getAttribute('alt') ?? '').replace(/\s+/g, ' ').trim());
    image.setAttribute('alt', words);
    if (isSymbol(words)) {
      image.replaceWith(article.ownerDocument.createTextNode(words));
      continue;
    }
    // Within a line it is a word of the sentence.
    if (words && isWithinSentence(image)) continue;
    if (
      !words ||
      known.has(words) ||
      isFileName(words) ||
      sameWords(words, lineOf(image.closest('li, p, a, td'))) ||
      isOrnament(image) ||
      isBanner(image) ||
      sameWords(words, title)
    )
      image.remove();
    known.add(words);
  }
}

function withoutHashtags(words: string): string {
  return words.replace(/(?:^|\s+)#[\p{L}\p{N}_]+/gu, '').trim();
}

/** Reports whether an image links to another page, not to its own larger version. */
function isBanner(image: DomElement): boolean {
  const target = image.closest('a[href]')?.getAttribute('href') ?? '';
  if (!target || target.startsWith('#')) return false;
  const name = (address: string) => address.replace(/[?#].*$/, '').replace(/^.*\//, '');
  const isImage =
    /\.(?:jpe?g|png|gif|webp|svg|avif|tiff?)$/i.test(name(target)) ||
    /\/(?:File:|image|photo|media|attachment|gallery)/i.test(target);
  return !isImage;
}

/** Reports whether an image shows an emoji. */
function isSymbol(words: string): boolean {
  return (
    words.length > 0 &&
    words.length <= 12 &&
    /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|\ufe0f)+$/u.test(words)
  );
}

function isFileName(words: string): boolean {
  return (
    /\.(?:jpe?g|png|gif|webp|svg|avif)$/i.test(words) ||
    (!/\s/.test(words) && /[-_\d]/.test(words)) ||
    /^(?:image|img|photo|picture|null|undefined|processing)\W*\d*$/i.test(words)
  );
}

function isOrnament(image: DomElement): boolean {
  const sides = ['width', 'height'].map((side) => Number.parseInt(image.getAttribute(side) ?? '', 10));
  if (sides.some((side) => side > 0 && side < 64)) return true;
  if (/\blogo\b/i.test(image.getAttribute('alt') ?? '')) return true;
  return nameWords(image).some((word) =>
    /^(?:logo|icon|icons|avatar|badge|spacer|pixel|tracking|gravatar)$/.test(word),
  );
}

import { findDate } from './date.ts';
import type { Browser } from './dump.ts';
import type { JudgedPiece } from './dump-article.ts';

/** How far above an article its title and date may stand, in pieces. */
const reach = 40;

/** The title and the date that a dumped page sets above its article, where they are plain to see. */
export function findHead(
  pieces: readonly JudgedPiece[],
  articleFrom: number,
  browser: Browser,
  language?: string,
): { readonly title?: string; readonly date?: string } {
  let title: string | undefined;
  let date: string | undefined;
  for (let at = articleFrom - 1; at >= 0 && at >= articleFrom - reach && title === undefined; at--) {
    const piece = pieces[at];
    if (!piece) continue;
    date = findDate(piece.words <= 20 ? piece.text : '', language) ?? date;
    if (isTitle(piece, browser)) title = piece.text;
  }
  return { ...(title && { title }), ...(date && { date }) };
}

function isTitle({ kind, text, words, apart, bullet, indent }: JudgedPiece, browser: Browser): boolean {
  if (bullet || !apart || words < 3 || words > 30 || !/\p{L}{2}/u.test(text)) return false;
  if (kind !== 'short' && kind !== 'prose' && kind !== 'repeated') return false;
  return browser === 'lynx' ? indent !== 3 : !/[.:]$/.test(text);
}

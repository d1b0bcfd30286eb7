import { findDate } from '../../../text/dates.ts';
import type { JudgedSegment, SegmentRange } from './dump-article.ts';
import type { Browser } from './dump-segments.ts';

/** How far above an article its title and date may be, in segments. */
const reach = 40;

/**
 * Finds the title and the date above the article of a dumped page. The title is the line above it that shares most of
 * its words with the article; both are undefined where no line is clearly one.
 */
export function findHead(
  segments: readonly JudgedSegment[],
  article: SegmentRange,
  browser: Browser,
): { readonly title?: string; readonly date?: string } {
  const words = new Set<string>();
  for (const { text, kind } of segments.slice(article.from, article.to)) {
    if (kind === 'prose') for (const word of longWords(text)) words.add(word);
  }
  let title: string | undefined;
  let best = 1.1;
  let date: string | undefined;
  for (let at = Math.max(0, article.from - reach); at < article.from; at++) {
    const segment = segments[at];
    if (!segment) continue;
    const worth = titleWorth(segment, words, browser);
    if (worth >= best) {
      title = segment.text;
      best = worth;
      date = undefined;
    }
    date ??= findDate(segment.words <= 20 ? segment.text : '');
  }
  return { ...(title && { title }), ...(date && { date }) };
}

function titleWorth(segment: JudgedSegment, articleWords: ReadonlySet<string>, browser: Browser): number {
  const { kind, text, words, apart, bullet, indent } = segment;
  if (bullet || words < 2 || words > 30 || text.length > 400 || !/\p{L}{2}/u.test(text)) return 0;
  if (kind !== 'short' && kind !== 'prose' && kind !== 'repeated' && kind !== 'label') return 0;
  const own = longWords(text);
  if (own.length === 0) return 0;
  let shared = 0;
  for (const word of own) if (articleWords.has(word)) shared++;
  let worth = shared / own.length;
  if (apart) worth += 0.2;
  // lynx puts a page's first headings at the margin or in the middle, and text three columns in.
  if (browser === 'lynx' && indent !== 3) worth += 0.5;
  if (words >= 5 && words <= 20) worth += 0.4;
  if (kind === 'repeated') worth += 0.2;
  if (/[.:…]["”»]?$|\.\s+\p{Lu}/u.test(text)) worth -= 0.6;
  if (/^(?:by|par|von|por|di|updated|published|posted|image|photo|breaking news emails)\b|[|>]/i.test(text))
    worth -= 0.6;
  return worth;
}

/** Returns the content words: of four letters or more, or two of a script that is written without spaces. */
function longWords(text: string): string[] {
  return (
    text.toLowerCase().match(/[\p{L}\p{N}]{4,40}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{2}/gu) ?? []
  );
}

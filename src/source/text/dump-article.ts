import type { Piece } from './dump.ts';

/** The pieces of a dumped page that are its article: the run with the most prose in it, without what is set among it. */
export function findArticle(pieces: readonly Piece[]): Piece[] {
  const scores = pieces.map(scoreOf);
  let best = { from: 0, to: 0, sum: 0 };
  let from = 0;
  let sum = 0;
  for (const [at, score] of scores.entries()) {
    if (sum <= 0) {
      sum = 0;
      from = at;
    }
    sum += score;
    if (sum > best.sum) best = { from, to: at + 1, sum };
  }
  return pieces.slice(best.from, best.to).filter((_, at) => (scores[best.from + at] ?? 0) > -5);
}

function scoreOf(piece: Piece): number {
  const { text } = piece;
  const words = text.split(' ').length;
  const sentence = /[.!?…。！？]["”’»)\]]*$/.test(text);
  if (/^(?:related|comments?|leave a (?:reply|comment)|read more|most popular|©|copyright)\b/i.test(text) && words < 12)
    return -60;
  if (piece.bullet) return sentence && words > 12 ? Math.min(words, 30) / 2 : -4;
  if (words >= 12) return sentence ? Math.min(words, 60) : words / 3;
  return sentence && words > 4 ? 4 : -4;
}

/** Returns the tokens that are scored: `\w+`, letters of every script. */
export function words(text) {
  return text.match(/[\p{L}\p{N}_]+/gu) ?? [];
}

/** Computes precision and recall of a text against its reference, on multisets of 4-grams of tokens. */
export function compare(reference, text) {
  const wanted = shingles(reference);
  const found = shingles(text);
  let shared = 0;
  for (const [shingle, count] of wanted) shared += Math.min(count, found.get(shingle) ?? 0);
  const sum = (counts) => [...counts.values()].reduce((total, count) => total + count, 0);
  const [all, given] = [sum(wanted), sum(found)];
  return { precision: given ? shared / given : Number(all === 0), recall: all ? shared / all : 1 };
}

function shingles(text) {
  const tokens = words(text);
  const counts = new Map();
  for (let index = 0; index < Math.max(1, tokens.length - 3); index++) {
    const shingle = tokens.slice(index, index + 4).join(' ');
    if (shingle) counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

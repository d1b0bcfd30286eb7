/**
 * Returns words, sorted, as front-coded text, the form that `src/text/front-coded.ts` reads: of what a word shares with
 * the one before it only the length is written, as a capital: `A` for nothing, `C` for two UTF-16 units.
 */
export function frontCode(words) {
  let before = '';
  return [...words]
    .sort()
    .map((word) => {
      let shared = 0;
      while (shared < Math.min(before.length, 25) && before[shared] === word[shared]) shared++;
      before = word;
      return String.fromCharCode(65 + shared) + word.slice(shared);
    })
    .join('');
}

// The word lists of the `stopword` package, folded when the program is built, unfolded when one is read: they take half the
// room so.

/** Words as one text: each without the beginning that it shares with the one before, after a capital for how long that is. */
export function foldWords(words) {
  let before = '';
  let folded = '';
  for (const word of [...new Set(words)].sort()) {
    if (/[A-Z]/.test(word)) throw new Error(`“${word}” has a capital, which would part it.`);
    let shared = 0;
    while (shared < 25 && shared < before.length && word[shared] === before[shared]) shared++;
    folded += String.fromCharCode(0x41 + shared) + word.slice(shared);
    before = word;
  }
  return folded;
}

/** The words that {@link foldWords} made a text of. */
export function unfoldWords(folded) {
  let word = '';
  return folded.match(/[A-Z][^A-Z]*/g).map((piece) => {
    word = word.slice(0, piece.charCodeAt(0) - 0x41) + piece.slice(1);
    return word;
  });
}

// tinyld's models of languages, folded when the program is built and unfolded when one is asked for: what is alike stands
// together so (letters, languages, weights) and takes two thirds of the room.
import { foldWords, unfoldWords } from './word-lists.mjs';

/** `uniques`: the one language that has these letters. `multiples`: for each language a letter, and two digits of weight. */
export function foldModels({ uniques, multiples }) {
  const [alone, shared] = [sorted(uniques), sorted(multiples)];
  const weighed = shared.map(([, all]) => all.match(/.../g));
  return [
    foldWords(Object.keys(uniques)),
    alone.map(([, language]) => language).join(''),
    foldWords(Object.keys(multiples)),
    weighed.map((all) => all.map(([language]) => language).join('')).join(' '),
    weighed.flatMap((all) => all.map((one) => one.slice(1))).join(''),
  ];
}

/** The models that {@link foldModels} folded. */
export function unfoldModels([alone, owners, shared, languages, weights]) {
  let at = 0;
  const weigh = (language) => {
    at += 2;
    return language + weights.slice(at - 2, at);
  };
  const groups = languages.split(' ');
  return {
    uniques: Object.fromEntries(unfoldWords(alone).map((gram, index) => [gram, owners[index]])),
    multiples: Object.fromEntries(
      unfoldWords(shared).map((gram, index) => [gram, Array.from(groups[index], weigh).join('')]),
    ),
  };
}

/** In the order that {@link foldWords} gives. */
function sorted(record) {
  return Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1));
}

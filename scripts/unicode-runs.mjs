/**
 * The ranges of the characters whose kind is one of `wanted`, as re2js has them: first, last, step. `runs` says of all
 * characters in their order of which kind so many of them are.
 */
export function rangesOf(runs, wanted) {
  const kinds = new Set(wanted.map((name) => runs.names.indexOf(name)));
  const ranges = [];
  let start = 0;
  runs.lengths.match(/[a-z]*[A-Z]/g).forEach((digits, index) => {
    let length = 0;
    for (const digit of digits.toLowerCase()) length = length * 26 + digit.charCodeAt(0) - 0x61;
    const end = start + length;
    if (kinds.has(runs.kinds.charCodeAt(index) - 0x100)) {
      if (ranges.at(-2) === start - 1) ranges[ranges.length - 2] = end - 1;
      else ranges.push(start, end - 1, 1);
    }
    start = end;
  });
  return Uint32Array.from(ranges);
}

/** The categories in a union: in `L` all that begin with it, in `LC` those with case. */
export function categoryParts(name, { names }) {
  if (name === 'LC') return ['Lu', 'Ll', 'Lt'];
  return name.length > 1 ? [name] : names.filter((each) => each.startsWith(name));
}

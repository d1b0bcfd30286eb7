import type { DomDocument } from '../dom/dom-document.ts';
import type { DomElement } from '../dom/dom-element.ts';
import { lengthOf, lineOf } from '../dom/tree.ts';

const bylineClass = /byline|author-name|(?:^|\s)(?:p-)?author(?:\s|$)/i;
const blocks = 'p, div, span, i, em, small, h4, h5, h6, address, center, td';

/** A name: words with a capital, initials and particles; "and" and commas between several. */
const nameSource = String.raw`\p{Lu}[\p{L}.'\u2019-]*(?:\s+(?:(?:de|da|di|du|del|della|van|von|der|den|la|le|bin|al|ten|ter|dos|e)\s+)*\p{Lu}[\p{L}.'\u2019-]*){0,4}`;
/** After a comma only a name of several words is another one: "A. Leaf, March 1998". */
const namesSource = String.raw`${nameSource}(?:\s*,\s+\p{Lu}[\p{L}.'\u2019-]*\s+${nameSource}|\s*(?:&|\s(?:and|et|und|y|e|en|i|och)\s)\s*${nameSource}){0,5}`;
const bylineOpening =
  /^(?:(?:[Ww]ritten |[Pp]osted |[Ee]scrito |[Gg]eschrieben )?(?:[Bb]y|BY|[Pp]ar|[Vv]on|[Pp]or|[Dd]i|[Dd]oor|[Aa]v))[\s:]+/;
/** What may follow the names that such an opening has, and those that fill a line. */
const afterOpening = String.raw`(?=\s*(?:$|[,|\u00b7\u2022\u2013\u2014(/-]|\d|[Oo]n\s|[Pp]ublished|[Uu]pdated|for\s))`;
const afterNames = String.raw`(?=\s*(?:$|[|\u00b7\u2022\u2013\u2014(/]|,?\s*\d|,\s+\p{Lu}?\p{L}+\s+\d))`;

/** Finds the visible author of the text: "By A. Leaf, March 1998", or a name in an element of that class. */
export function seenByline(document: DomDocument): string | undefined {
  const named = document.body
    .querySelectorAll('[class], address')
    .filter((element) => element.nodeName === 'ADDRESS' || bylineClass.test(element.className));
  for (const element of named.filter(isShort)) {
    const line = lineOf(element);
    // A line that is only a name counts where its class marks it as the author's.
    const name = bylineIn(line) ?? (element.nodeName === 'ADDRESS' ? undefined : nameIn(line, afterNames));
    if (name) return name;
  }
  let read = 0;
  for (const element of document.body.querySelectorAll(blocks)) {
    // A line below the first paragraphs is another article's, or a signature.
    if (element.nodeName === 'P' && lengthOf(element) > 200) read += 1;
    if (read > 2) return undefined;
    const name = isShort(element) ? bylineIn(lineOf(element)) : undefined;
    if (name) return name;
  }
  return undefined;
}

function isShort(element: DomElement): boolean {
  return (
    lengthOf(element) > 3 &&
    lengthOf(element) < 120 &&
    element.closest('nav, aside, footer, blockquote, figure') === null
  );
}

function bylineIn(line: string): string | undefined {
  const [opening] = bylineOpening.exec(line) ?? [];
  return opening === undefined ? undefined : nameIn(line.slice(opening.length), afterOpening);
}

/** Compiled when they are first used: the classes of letters take milliseconds, and most pages need none. */
const patterns = new Map<string, RegExp>();

/** Returns the name of several words that a line begins with, where what `after` says follows it. */
function nameIn(line: string, after: string): string | undefined {
  let pattern = patterns.get(after);
  if (!pattern) {
    pattern = new RegExp(`^(${namesSource})${after}`, 'u');
    patterns.set(after, pattern);
  }
  const name = pattern.exec(line)?.[1]?.trim();
  return name && /\s/.test(name) && name.length < 100 ? name.replace(/[\s,]+$/, '') : undefined;
}

import { eachSection } from '../article/each-section.ts';
import type { Article, Section } from '../article/types.ts';
import { UserError } from '../errors.ts';
import { fold, foldedWords } from '../text/fold.ts';
import { suggest } from '../text/suggest.ts';

/**
 * The sections that the selectors name, in the order asked, each once: a section that another asked one brings along
 * is not repeated. A selector is a number (`2.1`), a range (`2-4`, `3-`), `0` or `lead`, `last`, an id
 * (`#tea`), or words of a title: the whole title, its beginning, or all words somewhere in it, ignoring case and
 * accents; an id without its `#` comes last. The first of these rules that matches decides.
 *
 * @throws UserError when a selector matches nothing, or several sections by their titles: these are listed.
 */
export function selectSections(article: Article, selectors: readonly string[]): readonly Section[] {
  const chosen = new Set(selectors.flatMap((selector) => selectOne(article, selector)));
  const brought = new Set([...chosen].flatMap(({ sections }) => [...eachSection(sections)]));
  return [...chosen].filter((section) => !brought.has(section));
}

function selectOne(article: Article, selector: string): readonly Section[] {
  const asked = selector.trim();
  const all = [...eachSection(article.sections)];
  const found =
    byNumber(all, asked) ??
    byRange(article, all, asked) ??
    byPlace(article, asked) ??
    (asked.startsWith('#') ? byId(article, all, asked.slice(1)) : (byTitle(all, asked) ?? byId(article, all, asked)));
  if (!found) throw notFound(article, all, asked);
  return found;
}

function byNumber(all: readonly Section[], asked: string): readonly Section[] | undefined {
  const section = all.find(({ number }) => number === asked);
  return section && [section];
}

function byRange(article: Article, all: readonly Section[], asked: string): readonly Section[] | undefined {
  const [, from, to] = /^(\d+(?:\.\d+)*)-(\d+(?:\.\d+)*)?$/.exec(asked) ?? [];
  if (from === undefined) return undefined;
  const inOrder = [article.lead, ...all];
  const first = inOrder.findIndex(({ number }) => number === from);
  if (first < 0) return undefined;
  if (to !== undefined && compareNumbers(to, from) < 0) {
    throw new UserError(`The range ${asked} runs backwards.`, { hint: `Did you mean ${to}-${from}?` });
  }
  const inRange = inOrder
    .slice(first)
    .filter(({ number }) => to === undefined || compareNumbers(number, to) <= 0 || number.startsWith(`${to}.`));
  const brought = new Set(inRange.flatMap(({ sections }) => [...eachSection(sections)]));
  return inRange.filter((section) => !brought.has(section));
}

function compareNumbers(one: string, other: string): number {
  const ours = one.split('.').map(Number);
  const theirs = other.split('.').map(Number);
  for (let at = 0; at < Math.max(ours.length, theirs.length); at += 1) {
    const difference = (ours[at] ?? 0) - (theirs[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function byPlace(article: Article, asked: string): readonly Section[] | undefined {
  const place = asked.toLowerCase();
  if (place === '0' || place === 'lead') return [article.lead];
  const last = place === 'last' && article.sections.at(-1);
  return last ? [last] : undefined;
}

function byId(article: Article, all: readonly Section[], asked: string): readonly Section[] | undefined {
  const id = asked.normalize('NFC');
  const section =
    all.find((candidate) => candidate.id === id) ??
    all.find((candidate) => fold(candidate.id) === fold(id)) ??
    (id === article.lead.id ? article.lead : undefined);
  return section && [section];
}

function byTitle(all: readonly Section[], asked: string): readonly Section[] | undefined {
  const words = foldedWords(asked);
  if (words.length === 0) return undefined;
  const phrase = words.join(' ');
  const titles = all.map((section) => ({ section, title: foldedWords(section.title).join(' ') }));
  const rules: ((title: string) => boolean)[] = [
    (title) => title === phrase,
    (title) => title.startsWith(phrase),
    (title) => words.every((word) => title.includes(word)),
  ];
  for (const rule of rules) {
    const matches = titles.filter(({ title }) => rule(title)).map(({ section }) => section);
    if (matches.length > 1) {
      throw new UserError(`“${asked}” matches ${matches.length} sections.`, {
        hint: `Name one by its number or id:\n${list(matches)}`,
      });
    }
    if (matches.length === 1) return matches;
  }
  return undefined;
}

function notFound(article: Article, all: readonly Section[], asked: string): UserError {
  const name = article.title ? ` in “${article.title}”` : '';
  if (all.length === 0) {
    return new UserError(`No section “${asked}”${name}: the article has no headings.`, {
      hint: 'Read it whole: article read, followed by the source.',
    });
  }
  const near = suggest(
    asked.replace(/^#/, ''),
    all.flatMap(({ title, id }) => (asked.startsWith('#') ? [`#${id}`] : [title])),
  );
  const hint =
    near.length > 0 ? `Did you mean ${near.map((title) => `“${title}”`).join(' or ')}?` : 'The sections are:';
  return new UserError(`No section “${asked}”${name}.`, {
    hint: `${hint}\n${list(all.slice(0, longestList))}${more(all)}`,
  });
}

const longestList = 20;

function list(sections: readonly Section[]): string {
  return sections.map(({ number, id, title }) => `  ${number}  ${title}  #${id}`).join('\n');
}

function more(all: readonly Section[]): string {
  return all.length > longestList ? `\n  … and ${all.length - longestList} more: article sections lists them all.` : '';
}

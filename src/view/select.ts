import type { Article, Section } from '../article/article-tree.ts';
import { eachSection } from '../article/each-section.ts';
import { namesOwnNumber, readOwnNumber } from '../article/own-number.ts';
import { UserError } from '../errors.ts';
import { fold, foldedWords } from '../text/fold.ts';
import { suggest } from '../text/suggest.ts';
import { omit } from './omit-sections.ts';

/**
 * Selects the sections that selectors name, in the requested order, each once: a section that another one includes is
 * not repeated. The first of these rules that matches decides:
 *
 * - `!` before any of them leaves a section out; of the whole article where nothing else is named;
 * - a number (`2.1`), a range (`2-4`, `3-`), several of them (`2,4`); `0` or `lead`, `first`, `last`;
 * - `@120`, the section that holds a line of the source;
 * - `next:2`, `prev:2`, `parent:2.1`, the neighbours of a section named by any of these rules;
 * - an id (`#tea`);
 * - a title's own number (`2.`, `§ 4`, `Chapter IV`);
 * - words of a title, ignoring case and accents: the whole title, its beginning up to the end of a word, all words
 *   somewhere in it as whole words; then its beginning, and all words as parts of words;
 * - a path (`Install > Linux`), each step by these rules among the subsections of the one before it;
 * - an id without its `#`.
 *
 * @throws UserError when a selector matches nothing, or several sections by their titles: these are listed.
 */
export function selectSections(article: Article, selectors: readonly string[]): readonly Section[] {
  const except = selectors.filter((selector) => /^\s*!./.test(selector));
  const named = selectors.filter((selector) => !except.includes(selector));
  const chosen = new Set(
    named.length > 0 || except.length === 0
      ? named.flatMap((selector) => selectOne(article, selector))
      : [article.lead, ...article.sections],
  );
  const included = new Set([...chosen].flatMap(({ sections }) => [...eachSection(sections)]));
  const kept = [...chosen].filter((section) => !included.has(section));
  if (except.length === 0) return kept;
  const omitted = new Set(eachSection(except.flatMap((selector) => selectOne(article, selector.trim().slice(1)))));
  const left = omit(kept, { except: omitted });
  if (left.length === 0)
    throw new UserError('Nothing is left.', { hint: `All of it is left out by ${except.join(' ')}.` });
  return left;
}

/** The scope of a selector: the whole article, or a section. */
interface Scope {
  readonly article: Article;
  readonly all: readonly Section[];
  readonly top: readonly Section[];
}

type Rule = (scope: Scope, selector: string) => readonly Section[] | undefined;

function selectOne(article: Article, typed: string): readonly Section[] {
  const selector = typed.trim();
  const scope = { article, all: [...eachSection(article.sections)], top: article.sections };
  const found = find(scope, selector);
  if (!found) throw notFound(scope, selector);
  return found;
}

const rules: readonly Rule[] = [
  byNumber,
  byRange,
  byList,
  byPlace,
  byLine,
  byNeighbour,
  (scope, selector) => (selector.startsWith('#') ? byId(scope, selector.slice(1)) : undefined),
  byOwnNumber,
  (scope, selector) => (selector.startsWith('#') ? undefined : byTitle(scope, selector)),
  byPath,
  byId,
];

function find(scope: Scope, selector: string): readonly Section[] | undefined {
  for (const rule of rules) {
    const found = rule(scope, selector);
    if (found) return found;
  }
  return undefined;
}

function byNumber({ all }: Scope, selector: string): readonly Section[] | undefined {
  const section = all.find(({ number }) => number === selector);
  return section && [section];
}

function byRange({ article, all }: Scope, selector: string): readonly Section[] | undefined {
  const [, from, to] = /^(\d+(?:\.\d+)*)-(\d+(?:\.\d+)*)?$/.exec(selector) ?? [];
  if (from === undefined) return undefined;
  const inOrder = [article.lead, ...all];
  const first = inOrder.findIndex(({ number }) => number === from);
  if (first < 0) return undefined;
  if (to !== undefined && compareNumbers(to, from) < 0) {
    throw new UserError(`The range ${selector} runs backwards.`, { hint: `Did you mean ${to}-${from}?` });
  }
  const inRange = inOrder
    .slice(first)
    .filter(({ number }) => to === undefined || compareNumbers(number, to) <= 0 || number.startsWith(`${to}.`));
  const included = new Set(inRange.flatMap(({ sections }) => [...eachSection(sections)]));
  return inRange.filter((section) => !included.has(section));
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

/** Selects by several numbers, ranges and places: `2,4`. */
function byList(scope: Scope, selector: string): readonly Section[] | undefined {
  const items = selector.split(',').map((item) => item.trim());
  if (items.length < 2 || !items.every((item) => /^(?:\d[\d.]*(?:-[\d.]*)?|lead|first|last)$/i.test(item))) {
    return undefined;
  }
  return items.flatMap((item) => {
    const found = byNumber(scope, item) ?? byRange(scope, item) ?? byPlace(scope, item);
    if (!found) throw notFound(scope, item);
    return found;
  });
}

function byPlace({ article, top }: Scope, selector: string): readonly Section[] | undefined {
  const place = selector.toLowerCase();
  if (place === '0' || place === 'lead') return [article.lead];
  const section = place === 'last' ? top.at(-1) : place === 'first' ? top[0] : undefined;
  return section && [section];
}

/** Selects the innermost section that holds a line of the source: `@120`. */
function byLine({ article, all }: Scope, selector: string): readonly Section[] | undefined {
  const [, digits] = /^@(\d+)$/.exec(selector) ?? [];
  if (digits === undefined) return undefined;
  const line = Number(digits);
  const last = article.sections.at(-1)?.endLine ?? article.lead.endLine;
  if (line < 1 || line > last) {
    throw new UserError(`There is no line ${digits}.`, { hint: `The text has ${last} lines.` });
  }
  return [all.findLast((section) => section.line <= line) ?? article.lead];
}

/** Selects what follows, precedes or contains a section: `next:2`, `prev:2`, `parent:2.1`. */
function byNeighbour(scope: Scope, selector: string): readonly Section[] | undefined {
  const [, relation, named] = /^(next|prev|parent):\s*(.+)$/is.exec(selector) ?? [];
  if (relation === undefined || named === undefined) return undefined;
  const [section, other] = find(scope, named.trim()) ?? [];
  if (!section) throw notFound(scope, named.trim());
  if (other) throw new UserError(`“${named}” is several sections.`, { hint: `Name one after ${relation}:` });
  const neighbour = neighbourOf(scope, section, relation.toLowerCase());
  if (!neighbour) {
    const reason = { next: 'is the last one', prev: 'is the first one', parent: 'is in no other section' };
    throw new UserError(`Section ${section.number} ${reason[relation.toLowerCase() as keyof typeof reason]}.`);
  }
  return [neighbour];
}

function neighbourOf({ article, all }: Scope, section: Section, relation: string): Section | undefined {
  const inOrder = [article.lead, ...all];
  const at = inOrder.indexOf(section);
  const parent = inOrder.slice(0, at).findLast((one) => one.sections.includes(section));
  if (relation === 'parent') return parent;
  const siblings = parent ? parent.sections : article.sections;
  const index = siblings.indexOf(section);
  if (relation === 'next') return inOrder[at + 1 + [...eachSection(section.sections)].length];
  return index > 0 ? siblings[index - 1] : (parent ?? inOrder[at - 1]);
}

function byId({ article, all }: Scope, selector: string): readonly Section[] | undefined {
  const id = selector.normalize('NFC');
  const section =
    all.find((candidate) => candidate.id === id) ??
    all.find((candidate) => fold(candidate.id) === fold(id)) ??
    (id === article.lead.id ? article.lead : undefined);
  return section && [section];
}

function byOwnNumber({ all }: Scope, selector: string): readonly Section[] | undefined {
  if (!readOwnNumber(selector)) return undefined;
  const matches = all.filter((section) => namesOwnNumber(selector, section));
  // More words than the number are a title: "Chapter 1: the sea".
  const exact = matches.filter(({ title }) => foldedWords(title).join(' ').startsWith(foldedWords(selector).join(' ')));
  if (exact.length > 1) throw ambiguous(selector, exact);
  return exact.length === 1 ? exact : undefined;
}

function byTitle({ all }: Scope, selector: string): readonly Section[] | undefined {
  const words = foldedWords(selector);
  if (words.length === 0) return undefined;
  const phrase = words.join(' ');
  // What looks like a path is the words of a title only where that has a `>` too.
  const candidates = selector.includes('>') ? all.filter(({ title }) => title.includes('>')) : all;
  const titles = candidates.map((section) => ({ section, title: foldedWords(section.title).join(' ') }));
  const tests: ((title: string) => boolean)[] = [
    (title) => title === phrase,
    (title) => title.startsWith(`${phrase} `),
    (title) => words.every((word) => ` ${title} `.includes(` ${word} `)),
    (title) => title.startsWith(phrase),
    (title) => words.every((word) => title.includes(word)),
  ];
  for (const test of tests) {
    const matches = titles.filter(({ title }) => test(title)).map(({ section }) => section);
    if (matches.length > 1) throw ambiguous(selector, matches);
    if (matches.length === 1) return matches;
  }
  return undefined;
}

/** Selects by a path through the tree: `Install > Linux`. */
function byPath(scope: Scope, selector: string): readonly Section[] | undefined {
  const steps = selector.split('>').map((step) => step.trim());
  if (steps.length < 2 || steps.some((step) => step === '')) return undefined;
  let { all, top } = scope;
  let found: readonly Section[] = [];
  for (const step of steps) {
    const within = { ...scope, all, top };
    const next = find(within, step);
    if (!next) throw notFound(within, step, found[0]);
    found = next;
    top = found.flatMap(({ sections }) => sections);
    all = [...eachSection(top)];
  }
  return found;
}

function ambiguous(selector: string, matches: readonly Section[]): UserError {
  return new UserError(`“${selector}” matches ${matches.length} sections.`, {
    hint: `Name one by its number or id:\n${list(matches)}`,
  });
}

function notFound({ article, all }: Scope, selector: string, parent?: Section): UserError {
  const container = parent?.title || article.title;
  const name = container ? ` in “${container}”` : '';
  if (all.length === 0) {
    const reason = parent ? 'it has no subsections' : 'the article has no headings';
    return new UserError(`No section “${selector}”${name}: ${reason}.`, {
      hint: parent
        ? `Read it whole: article read … ${parent.number}`
        : 'Read it whole: article read, followed by the source.',
    });
  }
  const near = suggest(
    selector.replace(/^#/, ''),
    all.flatMap(({ title, id }) => (selector.startsWith('#') ? [`#${id}`] : [title])),
  );
  const hint =
    near.length > 0 ? `Did you mean ${near.map((title) => `“${title}”`).join(' or ')}?` : 'The sections are:';
  return new UserError(`No section “${selector}”${name}.`, {
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

import type { DomDocument } from '../dom/dom-document.ts';
import type { DomElement } from '../dom/dom-element.ts';
import { lineOf, wordsOf as readWords } from '../dom/tree.ts';
import { isMasthead } from '../extract/headings.ts';

/** The sources of a page's title: the names in its metadata, the surest first, and its site. */
export interface TitleSources {
  /** JSON-LD's headline and name, OpenGraph's title and the like, as clean lines. */
  readonly named: readonly string[];
  /** The one among these of a bibliographic record: it names nothing but the article. */
  readonly recorded: string | undefined;
  readonly site: string | undefined;
  /** The host of the page's own address, where it is known. */
  readonly host: string | undefined;
  readonly tidy: (value: string) => string | undefined;
}

/** Returns the selector of the headings that may be a page's title; Doxygen has no `h1`. */
const headingsIn = (document: DomDocument) =>
  document.hasClassLike(/headertitle/) ? 'h1, .headertitle > .title' : 'h1';

/** What separates a title from the name of its site in `<title>`. */
const separator = /(\s+(?:[|\-–—·•»:~]|::|\/\/)\s+|\s*[|｜]\s*|_(?=[^_]{1,12}$))/u;

/** The name of a site in brackets behind a title. */
const bracketedEnd = /^(.*\S)\s*\[([^\]]{2,40})\]$/;
/** The last words of sites' names. */
const siteWords = /(?:^| )(?:website|site|blog|weblog|wiki|homepage|newsletter|magazine)$/;

/**
 * Returns the title that a page's sources agree on. A headline in JSON-LD may be a description, a heading the name of a
 * site, `<title>` has that name at either end: what most of them say, or contain as one of their segments, is the
 * article's.
 */
export function agreedTitle(document: DomDocument, sources: TitleSources): string | undefined {
  try {
    return mostAgreed(document, sources);
  } finally {
    known.clear();
  }
}

/** The words of the titles at hand, each of which is held against all others. */
const known = new Map<string, string>();

function wordsOf(title: string | undefined): string {
  if (!title) return '';
  let words = known.get(title);
  if (words === undefined) {
    words = readWords(title);
    known.set(title, words);
  }
  return words;
}

/** The titles of a page, and what of them is the site's name. */
interface Titles {
  readonly headings: readonly string[];
  /** What `<title>` says. */
  readonly written: string | undefined;
  readonly sources: readonly string[];
  readonly isSite: (title: string) => boolean;
  /** Whether words follow the article's own in `<title>`, as the name of a site or of a section does. */
  readonly isRear: (title: string) => boolean;
  readonly bare: (title: string) => string;
}

function mostAgreed(document: DomDocument, sources: TitleSources): string | undefined {
  const titles = titlesOf(document, sources);
  return trustedTitle(sources.named, titles) ?? votedTitle(sources.recorded, titles);
}

function titlesOf(document: DomDocument, { named, site, host, tidy }: TitleSources): Titles {
  const linesOf = (name: string) =>
    document
      .querySelectorAll(name)
      .filter((heading) => isSeen(heading) && !isMasthead(heading))
      .flatMap((heading) => tidy(headingLine(heading)) ?? []);
  const headings = linesOf(headingsIn(document));
  const first = headings.map(wordsOf);
  // A page without `<head>` has its title where it is; a drawing's title is not the page's.
  const written = tidy(document.title || (document.querySelector('html > title, body > title')?.textContent ?? ''));
  if (written && !headings.some((heading) => vote(heading, written) > 1)) {
    // Where the site's name is the h1, the title is a lower heading.
    headings.push(...linesOf('h2').filter((heading) => vote(heading, written) > 1));
  }
  const rear = written && (shortRear(written) ?? headedRear(written, first));
  const isHeadedBySite = rear !== undefined && first.includes(rear);
  // "Manual (2.4) - Chapter", below the heading "Manual".
  const isBehindSite =
    headings.slice(first.length).some((heading) => wordsOf(heading) === rear) &&
    first.some((heading) => wordsOf(written).startsWith(`${heading} `));
  const isSiteName = (name: string) => {
    const words = wordsOf(name);
    return words !== '' && (words === wordsOf(site) || (isHeadedBySite && words === rear) || isInHost(name, host));
  };
  return {
    headings,
    written,
    sources: [...named, ...(written ? [written] : []), ...headings.slice(0, 5)],
    isSite: (title) => wordsOf(title) === '' || isSiteName(title),
    isRear: (title) => wordsOf(title) === rear && !isBehindSite,
    bare: (title) => withoutSite(title, isSiteName),
  };
}

/** Returns the first title in the metadata that another source supports. */
function trustedTitle(named: readonly string[], { sources, isSite, bare }: Titles): string | undefined {
  const trusted = named.filter((title, at) => {
    const others = sources.filter((_, other) => other !== at);
    return !isSite(bare(title)) && (others.length === 0 || others.some((other) => sharesWords(bare(title), other)));
  });
  const [surest] = trusted;
  if (!surest) return undefined;
  // What follows a title that other sources have without it is an unknown name.
  const shorter = segments(bare(surest)).map(wordsOf);
  return bare(trusted.find((title) => shorter.includes(wordsOf(bare(title)))) ?? surest);
}

/** Returns the title, or the segment of one, that most sources say. */
function votedTitle(recorded: string | undefined, titles: Titles): string | undefined {
  const { headings, written, sources, isSite, isRear, bare } = titles;
  const candidates = [...headings, ...(written ? [bare(written)] : [])].flatMap((title) => [title, ...segments(title)]);
  let best: string | undefined;
  let most = 0;
  for (const candidate of new Set(candidates)) {
    if (isSite(candidate) || isRear(candidate)) continue;
    const said = sources.map((source) => vote(candidate, source));
    const isFront = written !== undefined && wordsOf(written).startsWith(`${wordsOf(candidate)} `);
    const votes = said.reduce((sum, one) => sum + one, isFront ? 0.25 : 0);
    // A heading alone may be anything: a slogan, another article. So may what follows a separator.
    const isAlone = written !== undefined && candidate !== bare(written) && said.filter(Boolean).length < 2;
    if ((!isAlone || sources.length === 1) && votes > most) [best, most] = [candidate, votes];
  }
  if (recorded && most < 3 && !isSite(bare(recorded))) return bare(recorded);
  const [only, ...others] = headings;
  if (only && others.length === 0 && written && most < 3 && saysMore(only, written) && !isSite(only)) return only;
  return best ?? (written && bare(written)) ?? only;
}

/** Reports whether a page's one heading says more than `<title>` does: where no sources agree, it is the title then. */
function saysMore(heading: string, written: string): boolean {
  const count = (title: string) => wordsOf(title).split(' ').length;
  return count(heading) > count(segments(written)[0] ?? written);
}

/** Reports whether half of a title's words are in another one: then both name the same article, even in other words. */
function sharesWords(title: string, other: string): boolean {
  if (vote(title, other) > 0) return true;
  const [words, others] = [wordsOf(title).split(' '), new Set(wordsOf(other).split(' '))];
  return words.filter((word) => others.has(word)).length > words.length * 0.5;
}

/** Scores how well one source supports a candidate: the same words, one of its segments, or its beginning. */
function vote(candidate: string, source: string): number {
  const [own, others] = [wordsOf(candidate), wordsOf(source)];
  if (own === others) return 2;
  if (segments(source).some((segment) => wordsOf(segment) === own)) return 1.5;
  return own.length > 12 && ` ${others} `.includes(` ${own} `) ? 0.5 : 0;
}

/** Returns a title without its last segment, without its last two, and so on; then without its first. */
function segments(title: string): readonly string[] {
  const parts = title.split(separator);
  const found: string[] = [];
  for (let at = parts.length - 2; at > 0; at -= 2) found.push(parts.slice(0, at).join('').trim());
  if (parts.length > 2) found.push(parts.slice(2).join('').trim());
  return found.filter((segment) => wordsOf(segment) !== '');
}

/**
 * Removes the name of the site at either end of a title, or in brackets at its end. After a bar any few words are one,
 * elsewhere only a known one is.
 */
function withoutSite(title: string, isSiteName: (name: string) => boolean): string {
  const [, outside = '', inside = ''] = bracketedEnd.exec(title) ?? [];
  if (outside && (isSiteName(inside) || wordsOf(inside).split(' ').length <= 4)) return outside;
  const parts = title.split(separator);
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  if (parts.length < 3) return title;
  const rest = parts.slice(0, -2).join('').trim();
  const isShort = wordsOf(last).split(' ').length <= 4 && wordsOf(rest).split(' ').length > 2;
  const isNamed = isShort && (/[|｜]/.test(parts.at(-2) ?? '') || siteWords.test(wordsOf(last)));
  if (isSiteName(last) || isNamed) return withoutSite(rest, isSiteName) || title;
  return isSiteName(first) ? parts.slice(2).join('').trim() || title : title;
}

/** Returns the words of a title's last segment, or in brackets at its end, if it is as short as a site's name. */
function shortRear(title: string): string | undefined {
  const bracketed = bracketedEnd.exec(title)?.[2];
  if (bracketed) return wordsOf(bracketed);
  const parts = title
    .split(separator)
    .filter((_, at) => at % 2 === 0)
    .map(wordsOf);
  const last = parts.at(-1) ?? '';
  const front = parts.slice(0, -1).join(' ');
  return parts.length > 1 && last.split(' ').length <= 4 && front.length > last.length ? last : undefined;
}

/** Returns the words of a title's last segment where they are a heading, and another heading or the first segment is the page's own. */
function headedRear(title: string, headings: readonly string[]): string | undefined {
  const parts = title.split(separator);
  const last = wordsOf(parts.at(-1));
  return parts.length > 2 && headings.includes(last) ? last : undefined;
}

/** Reports whether a name is in a host: "The Paper" for a page of `www.thepaper.example`. */
function isInHost(name: string, host: string | undefined): boolean {
  const letters = wordsOf(name).replaceAll(' ', '');
  return (
    letters.length > 2 && host !== undefined && host.split('.').some((label) => label.replaceAll('-', '') === letters)
  );
}

/** Returns a heading's words without the permalinks, badges and buttons in it. */
function headingLine(heading: DomElement): string {
  if (!heading.firstElementChild) return lineOf(heading);
  const copy = heading.cloneNode(true);
  for (const extra of copy.querySelectorAll('button, .headerlink, .anchor, .mw-editsection, .ingroups, sup, svg'))
    extra.remove();
  return lineOf(copy) || (heading.querySelector('img[alt]')?.getAttribute('alt') ?? '');
}

function isSeen(heading: DomElement): boolean {
  return heading.closest('nav, footer, aside, [hidden], template, dialog') === null;
}

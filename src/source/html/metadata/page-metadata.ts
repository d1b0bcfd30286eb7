import type { Metadata } from '../../../article/article-tree.ts';
import { decodeReferences } from '../../../text/character-references.ts';
import { isoDate } from '../../../text/dates.ts';
import { withoutUserInformation } from '../../../text/link-target.ts';
import { isWebScheme, parseUrl } from '../../../text/parse-url.ts';
import { cleanText } from '../../../text/sanitize.ts';
import type { DomDocument } from '../dom/dom-document.ts';
import { lineOf } from '../dom/tree.ts';
import { seenByline } from './byline.ts';
import type { LinkedData } from './json-ld.ts';
import { agreedTitle } from './page-title.ts';

/** A function that returns the content of the first `<meta>` of these names that there is. */
type Named = (...names: string[]) => string | undefined;

/** Reads what a page says of its article in JSON-LD, OpenGraph, `<meta>`, `<time>` and `<html lang>`, in this order. */
export function readMetadata(
  document: DomDocument,
  data: LinkedData,
  address?: string,
): { title?: string; metadata: Metadata } {
  const meta = metaValues(document);
  const named: Named = (...names) => names.map((name) => meta.get(name)).find(Boolean);

  const site = tidy(named('og:site_name', 'application-name') ?? data.site);
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? undefined;
  const metadata: { -readonly [key in keyof Metadata]: Metadata[key] } = {};
  const language = findLanguage(document, data, named);
  const date = findDate(document, data, named, language);
  if (date) metadata.date = date;
  const author = findAuthor(document, data, named);
  if (author) metadata.author = author;
  if (language) metadata.language = language;
  const place = firstOf([address, canonical, named('og:url'), data.address], (value) => webAddress(value, address));
  if (place) metadata.address = place;
  const record = named('dc:title', 'dc.title', 'dcterms.title', 'citation_title');
  const titles = [record, data.title, named('og:title', 'parsely-title'), named('twitter:title'), data.name];
  const title = agreedTitle(document, {
    named: titles.flatMap((value) => tidy(value) ?? []),
    recorded: tidy(record ?? named('parsely-title')),
    site,
    host: place && new URL(place).hostname,
    tidy,
  });
  if (site) metadata.site = site;
  const abstract = tidy(
    data.abstract ?? named('og:description', 'description', 'twitter:description', 'dc.description'),
  );
  if (abstract) metadata.abstract = abstract;
  const tags = data.tags ?? keywords(named('news_keywords', 'keywords'));
  if (tags && tags.length > 0) metadata.tags = tags;

  return title ? { title, metadata } : { metadata };
}

function findDate(document: DomDocument, data: LinkedData, named: Named, language?: string): string | undefined {
  const attribute = (selector: string, name: string) => () => document.querySelector(selector)?.getAttribute(name);
  const values = [
    data.date,
    named(...dateNames),
    attribute('[itemprop~="datePublished"][content]', 'content'),
    attribute('[itemprop~="datePublished"][datetime]', 'datetime'),
    attribute('time[pubdate][datetime]', 'datetime'),
    attribute('article time[datetime], main time[datetime]', 'datetime'),
    attribute('time[datetime]', 'datetime'),
  ];
  return firstOf(values, (value) => isoDate(value, language));
}

function findAuthor(document: DomDocument, data: LinkedData, named: Named): string | undefined {
  const line = (selector: string) => () => lineOf(document.querySelector(selector));
  const values = [
    data.author,
    named(...authorNames),
    line('[itemprop~="author"] [itemprop~="name"]'),
    line('a[rel~="author"]'),
    line('[itemprop~="author"]'),
    () => seenByline(document),
  ];
  return firstOf(values, authorName);
}

function findLanguage({ documentElement }: DomDocument, data: LinkedData, named: Named): string | undefined {
  const values = [
    documentElement?.getAttribute('lang'),
    documentElement?.getAttribute('xml:lang'),
    data.language,
    named('content-language', 'og:locale', 'dc.language', 'language'),
  ];
  return firstOf(values, languageTag);
}

const dateNames = (
  'article:published_time og:article:published_time og:published_time datepublished parsely-pub-date sailthru.date ' +
  'citation_publication_date citation_date dc.date.issued dcterms.created dcterms.date dc.date pubdate publishdate publish-date date'
).split(' ');
const authorNames =
  'author article:author parsely-author sailthru.author citation_author dc.creator dcterms.creator byl'.split(' ');

function metaValues(document: DomDocument): Map<string, string> {
  const values = new Map<string, string>();
  for (const element of document.querySelectorAll('meta[content]')) {
    const content = element.getAttribute('content')?.trim();
    const names =
      element.getAttribute('property') ?? element.getAttribute('name') ?? element.getAttribute('http-equiv');
    if (!content || !names) continue;
    for (const name of names.toLowerCase().trim().split(/\s+/)) if (!values.has(name)) values.set(name, content);
  }
  return values;
}

type Value = string | null | undefined;

/** Returns the first value that can be read; functions among them are called only when it is their turn. */
function firstOf(values: readonly (Value | (() => Value))[], read: (value: string) => string | undefined) {
  for (const each of values) {
    const value = typeof each === 'function' ? each() : each;
    const found = value ? read(value) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** Returns one clean line, without markup left in the value. */
function tidy(value: string | undefined): string | undefined {
  if (!value) return undefined;
  // Values are often escaped once too many, and the parser never decodes them in JSON-LD.
  const text = decodeReferences(value)
    .replace(/<\/?[a-z][^>]*>/gi, ' ')
    .replace(/\s+/g, ' ')
    .replace(/\s*[¶🔗#]\s*$/u, '');
  return cleanText(text).trim() || undefined;
}

function authorName(value: string): string | undefined {
  const name = tidy(value)?.replace(/^(?:by|par|von|por|di|da)\s+/i, '');
  return name && name.length <= 200 && !/^https?:|^@|^www\./i.test(name) ? name : undefined;
}

function languageTag(value: string): string | undefined {
  const tag = value.trim().replace(/_/g, '-');
  if (!/^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(tag)) return undefined;
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

function webAddress(value: string, base: string | undefined): string | undefined {
  const address = parseUrl(value, base);
  return address && isWebScheme(address) ? withoutUserInformation(cleanText(address.href)) : undefined;
}

function keywords(value: string | undefined): readonly string[] | undefined {
  const words = value?.split(',').flatMap((word) => tidy(word) ?? []);
  return words?.slice(0, 20);
}

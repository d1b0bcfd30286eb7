import type { Article, Section } from '../article/article-tree.ts';
import { isRecord } from '../text/own-property.ts';
import { isAddress, parseUrl } from '../text/parse-url.ts';

// Checks for callers in JavaScript what TypeScript checks: an error that names the argument, in place of one inside.

/** Checks that a value is a string; throws a TypeError otherwise. */
export function checkText(value: unknown, name: string): asserts value is string {
  if (typeof value !== 'string') throw wrong(name, 'a string', value);
}

/** Checks that a value is the address of a page; throws a TypeError otherwise. */
export function checkAddress(value: unknown, name: string): asserts value is string {
  if (typeof value !== 'string' || !isAddress(value) || !parseUrl(value))
    throw wrong(name, 'an address, http or https', value);
}

/** Checks that a value is an article; throws a TypeError otherwise. */
export function checkArticle(value: unknown, name = 'article'): asserts value is Article {
  const isArticle = isRecord(value) && isRecord(value.lead) && Array.isArray(value.sections);
  if (!isArticle) throw wrong(name, 'an article, as parseArticle gives it', value);
}

/** Checks that a value is a list of sections, or undefined; throws a TypeError otherwise. */
export function checkSections(value: unknown, name = 'sections'): asserts value is readonly Section[] | undefined {
  const isList = Array.isArray(value) && value.every((one) => isRecord(one) && typeof one.number === 'string');
  if (value !== undefined && !isList) throw wrong(name, 'a list of sections of the article', value);
}

/** Checks that a value is a list of strings; throws a TypeError otherwise. */
export function checkTexts(value: unknown, name: string): asserts value is readonly string[] {
  if (!Array.isArray(value) || !value.every((one) => typeof one === 'string')) {
    throw wrong(name, 'a list of strings', value);
  }
}

/** Checks that a value is one of `choices`; throws a TypeError otherwise. */
export function checkChoice(value: unknown, name: string, choices: readonly string[]): void {
  if (!choices.some((choice) => choice === value)) throw wrong(name, `one of ${choices.join(', ')}`, value);
}

/** Checks that these options, where given, are whole numbers from `least` on; throws a TypeError otherwise. */
export function checkCounts(options: object | undefined, names: readonly string[], least: number): void {
  for (const name of names) {
    const value: unknown = Object.entries(options ?? {}).find(([key]) => key === name)?.[1];
    const isCount = typeof value === 'number' && value >= least && (Number.isInteger(value) || value === Infinity);
    if (value !== undefined && !isCount) throw wrong(name, `a whole number from ${least} on`, value);
  }
}

/** Checks that these options, where given, are true or false; throws a TypeError otherwise. */
export function checkFlags(options: object | undefined, names: readonly string[]): void {
  for (const [name, value] of Object.entries(options ?? {})) {
    if (names.includes(name) && value !== undefined && typeof value !== 'boolean')
      throw wrong(name, 'true or false', value);
  }
}

/** Checks that a value is a list of objects; throws a TypeError otherwise. */
export function checkObjects(value: unknown, name: string): asserts value is readonly object[] {
  if (!Array.isArray(value) || !value.every(isRecord)) throw wrong(name, 'a list of objects', value);
}

/** Checks that a value is a block or an inline of an article, of one of `types`; throws a TypeError otherwise. */
export function checkToken(value: unknown, name: string, types?: readonly string[]): void {
  const isToken = isRecord(value) && typeof value.type === 'string' && (!types || types.includes(value.type));
  if (!isToken) throw wrong(name, types ? `a token of type ${types.join(' or ')}` : 'a token of an article', value);
}

/** Checks that a value is options, or undefined; throws a TypeError otherwise. */
export function checkOptions(value: unknown, name = 'options'): void {
  if (value !== undefined && !isRecord(value)) throw wrong(name, 'an object', value);
}

function wrong(name: string, wanted: string, value: unknown): TypeError {
  const given =
    value === null || typeof value === 'number' ? `${value}` : Array.isArray(value) ? 'an array' : typeof value;
  return new TypeError(`${name} must be ${wanted}, not ${typeof value === 'string' ? `“${value}”` : given}.`);
}

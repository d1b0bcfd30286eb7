import { attribute } from '../html/tag.ts';
import type { Dialect } from './dialect.ts';
import { mapText, outsideAddresses, outsideCode } from './dialect-lines.ts';
import type { Lines } from './lines.ts';
import { Rewriting } from './rewriting.ts';

/** `*[HTML]: Hypertext Markup Language`, as PHP Markdown Extra, kramdown and MkDocs have it. */
const definition = /^\*\[([^[\]]{1,60})\]:[ \t]+(\S.*)$/;

const element = /<(abbr|acronym)\s([^<>]{1,1000})>([^<>]{1,200})<\/\1\s*>/gi;
const tag = /<(?:abbr|acronym)\s/i;
const heading = /^ {0,3}#{1,6}[ \t]/;

/** More definitions than a person writes stay as they are. */
const most = 500;

/** Abbreviations: the meaning is written after the first use in the text, in brackets. Headings stay short. */
export const abbreviations: Dialect = {
  substrings: ['<abbr', '<acronym', '<ABBR', '<ACRONYM', '*['],
  pattern: /<(?:abbr|acronym|ABBR|ACRONYM)\s[^<>]*(?:title|TITLE)|^\*\[[^[\]\n]+\]:[ \t]/m,
  rewrite(lines) {
    const explained = new Set<string>();
    const { text, meanings } = takeDefinitions(lines);
    const words = meanings.size > 0 ? wordsOf(meanings) : undefined;
    const linePattern = words ? new RegExp(`${tag.source}|${words.source}`, 'iu') : tag;
    return mapText(text, linePattern, (line) => {
      if (heading.test(line)) return line;
      const shown = line.includes('<') ? elements(line, explained) : line;
      return words
        ? outsideCode(shown, (part) => outsideAddresses(part, firstUses(words, meanings, explained)))
        : shown;
    });
  },
};

/** Takes the definitions out of a text; it stays as it is where there are none, or too many. */
function takeDefinitions(lines: Lines): { readonly text: Lines; readonly meanings: ReadonlyMap<string, string> } {
  const meanings = new Map<string, string>();
  const text = new Rewriting(lines);
  for (const index of lines.find(/^\*\[/m)) {
    const line = lines.at(index);
    const [, name, meaning] = (line && !line.code && definition.exec(line.text)) || [];
    if (name === undefined || meaning === undefined) continue;
    meanings.set(name, meaning.trim());
    text.replace(index, index + 1, []);
  }
  return meanings.size > most ? { text: lines, meanings: new Map() } : { text: text.done, meanings };
}

function wordsOf(defined: ReadonlyMap<string, string>): RegExp {
  const names = [...defined.keys()]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[^\p{L}\p{N} ]/gu, '\\$&'));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${names.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
}

function firstUses(words: RegExp, defined: ReadonlyMap<string, string>, explained: Set<string>) {
  return (text: string) =>
    text.replace(words, (name) => {
      const meaning = defined.get(name) ?? '';
      return isNews(name, meaning, text, explained) ? `${name} (${meaning})` : name;
    });
}

function elements(line: string, explained: Set<string>): string {
  return outsideCode(line, (part) => {
    const text = part.replace(/<[^<>]*>/g, '');
    return part.replace(element, (_, name: string, attributes: string, short: string) => {
      const title = attribute({ name, closing: false, attributes, end: 0 }, 'title') ?? '';
      const meaning = title.replace(/\s+/g, ' ').trim();
      return isNews(short.trim(), meaning, text, explained) ? `${short} (${escaped(meaning)})` : short;
    });
  });
}

/** Reports whether a meaning is to be written: it was not before, adds something, and is not beside the abbreviation. */
function isNews(name: string, meaning: string, text: string, explained: Set<string>): boolean {
  if (meaning.length <= name.length || explained.has(name) || text.includes(meaning)) return false;
  explained.add(name);
  return true;
}

/** Writes an attribute's value as text, in Markdown and in HTML alike. */
function escaped(value: string): string {
  return value.replace(/[\\`*_[\]<>&~$=^|!:@]/g, (character) => `&#${character.charCodeAt(0)};`);
}

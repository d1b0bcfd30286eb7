import type { Lexer, Token } from 'marked';

/**
 * marked's tokens for a run of inlines, in time that grows with its length: marked's rules for emphasis, links, code
 * and addresses are quadratic where delimiters stand close and find no partner. A long run is parsed in parts, and what
 * is nothing but delimiters, or makes marked fail, is the text that it is.
 */
export function lexInlines(text: string, createLexer: () => Lexer): Token[] {
  if (!special.test(text)) return literal(text);
  const run = text.length > shortRun ? withoutPayload(text) : text;
  if (run.length <= shortRun) return lexPart(run, createLexer);
  const tokens: Token[] = [];
  let budget = mostDelimiters;
  let done = 0;
  for (const part of parts(run)) {
    budget -= part.delimiters;
    if (budget < 0) break;
    done += part.text.length;
    const found = isHopeless(part.text) ? literal(part.text) : lexPart(part.text, createLexer);
    for (const token of found) tokens.push(token);
  }
  if (done < run.length) for (const token of literal(run.slice(done))) tokens.push(token);
  return tokens;
}

/** Without any of these, a text is nothing but text: no escape, code, emphasis, link, HTML, reference, formula, hard break or address. */
const special = /[\\`*_~[\]<&$@]| {2}\n|:\/\/|www\.|mailto:|xmpp:/i;

/** Up to so many characters the quadratic is small. */
const shortRun = 1_000;
/** Longest part, and the most that its length times its number of delimiters may be. */
const longestPart = 65_536;
const costliestPart = 2_000_000;
/** Delimiters in one run that are looked at: a megabyte of ordinary prose, as one paragraph, has fewer. */
const mostDelimiters = 100_000;

function literal(text: string): Token[] {
  return [{ type: 'text', raw: text, text }];
}

function lexPart(text: string, createLexer: () => Lexer): Token[] {
  try {
    return createLexer().inlineTokens(text, []);
  } catch {
    // Too deep for marked's recursion, or a place where its rules do not get on: the words remain.
    return literal(text);
  }
}

/** Pictures that are written out in their address: nobody follows it, and it is longer than many an article. */
function withoutPayload(text: string): string {
  return text.includes('(data:') ? text.replace(/(\]\(data:)[^)\s]{200,}/g, '$1,') : text;
}

/** A text in parts, cut at spaces, if possible where no code, link or emphasis is open. */
function* parts(text: string): Generator<{ readonly text: string; readonly delimiters: number }> {
  const mark = /[\\`*_~[\]()<>!@$:&]|\s/g;
  let start = 0;
  while (start < text.length) {
    let delimiters = 0;
    let brackets = 0;
    let stars = 0;
    let ticks = 0;
    let angles = 0;
    let space = 0;
    let gap = 0;
    let end = text.length;
    mark.lastIndex = start;
    for (let match = mark.exec(text); match; match = mark.exec(text)) {
      const length = match.index - start;
      if (length > longestPart || length * delimiters > costliestPart) {
        end = start + (gap || space || Math.min(length, longestPart));
        break;
      }
      const character = match[0];
      if (character.trim() === '') {
        space = length;
        if (brackets <= 0 && stars % 2 === 0 && ticks % 2 === 0 && angles <= 0 && length > 0) gap = length;
        continue;
      }
      delimiters += 1;
      if (character === '[' || character === '(') brackets += 1;
      else if (character === ']' || character === ')') brackets -= 1;
      else if (character === '*') stars += 1;
      else if (character === '`') ticks += 1;
      else if (character === '<') angles += 1;
      else if (character === '>') angles -= 1;
    }
    if (end - start > longestPart) end = start + (gap || space || longestPart);
    // Never between the two halves of a character.
    if (isHighSurrogate(text.charCodeAt(end - 1)) && end < text.length) end += 1;
    yield { text: text.slice(start, end), delimiters };
    start = end;
  }
}

/** A word that no person wrote: marked looks from each of its letters to its end for an `@`. */
function isHopeless(part: string): boolean {
  return /[!-~]{2000}/.test(part) && !part.includes('](');
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;

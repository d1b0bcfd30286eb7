import type { Lexer, Token } from 'marked';

/**
 * Lexes inline content with marked in linear time. Guards against many unmatched delimiters, for which marked's rules
 * of emphasis, links, code and addresses are quadratic: long content is lexed in segments, and what is nothing but
 * delimiters, or makes marked fail, becomes literal text.
 */
export function lexBounded(text: string, createLexer: () => Lexer): Token[] {
  if (!markup.test(text)) return literal(text);
  const content = text.length > shortContent ? withoutPayload(text) : text;
  if (content.length <= shortContent) return lexSegment(content, createLexer);
  const tokens: Token[] = [];
  let budget = mostDelimiters;
  let done = 0;
  for (const segment of segments(content)) {
    budget -= segment.delimiters;
    if (budget < 0) break;
    done += segment.text.length;
    const lexed = isVeryLongWord(segment.text) ? literal(segment.text) : lexSegment(segment.text, createLexer);
    for (const token of lexed) tokens.push(token);
  }
  if (done < content.length) for (const token of literal(content.slice(done))) tokens.push(token);
  return tokens;
}

/** What an escape, code, emphasis, a link, HTML, a reference, a formula, a hard break or an address contains. */
const markup = /[\\`*_~[\]<&$@]| {2}\n|:\/\/|www\.|mailto:|xmpp:/i;

/** The length up to which quadratic time is short. */
const shortContent = 1_000;
/** The longest segment, and the most that its length times its number of delimiters may be. */
const longestSegment = 65_536;
const costliestSegment = 2_000_000;
/** The most delimiters of one paragraph: a megabyte of prose has fewer. */
const mostDelimiters = 100_000;

function literal(text: string): Token[] {
  return [{ type: 'text', raw: text, text }];
}

function lexSegment(text: string, createLexer: () => Lexer): Token[] {
  try {
    return createLexer().inlineTokens(text, []);
  } catch {
    // Too deep for marked's recursion, or its rules find no way on: the words remain.
    return literal(text);
  }
}

/** Truncates `data:` addresses of images: nobody follows them, and one is longer than many an article. */
function withoutPayload(text: string): string {
  return text.includes('(data:') ? text.replace(/(\]\(data:)[^)\s]{200,}/g, '$1,') : text;
}

/** Splits content into segments at spaces, if possible where no code, link or emphasis is open. */
function* segments(text: string): Generator<{ readonly text: string; readonly delimiters: number }> {
  const delimiter = /[\\`*_~[\]()<>!@$:&]|\s/g;
  let start = 0;
  while (start < text.length) {
    let delimiters = 0;
    let brackets = 0;
    let stars = 0;
    let backticks = 0;
    let angles = 0;
    let space = 0;
    let gap = 0;
    let end = text.length;
    delimiter.lastIndex = start;
    for (let match = delimiter.exec(text); match; match = delimiter.exec(text)) {
      const length = match.index - start;
      if (length > longestSegment || length * delimiters > costliestSegment) {
        end = start + (gap || space || Math.min(length, longestSegment));
        break;
      }
      const character = match[0];
      if (character.trim() === '') {
        space = length;
        if (brackets <= 0 && stars % 2 === 0 && backticks % 2 === 0 && angles <= 0 && length > 0) gap = length;
        continue;
      }
      delimiters += 1;
      if (character === '[' || character === '(') brackets += 1;
      else if (character === ']' || character === ')') brackets -= 1;
      else if (character === '*') stars += 1;
      else if (character === '`') backticks += 1;
      else if (character === '<') angles += 1;
      else if (character === '>') angles -= 1;
    }
    if (end - start > longestSegment) end = start + (gap || space || longestSegment);
    // Never between the two surrogates of a character.
    if (isHighSurrogate(text.charCodeAt(end - 1)) && end < text.length) end += 1;
    yield { text: text.slice(start, end), delimiters };
    start = end;
  }
}

/** Guards against a very long word: from each of its letters marked searches to its end for an `@`. */
function isVeryLongWord(segment: string): boolean {
  return longestWord(segment) >= 2_000 && !segment.includes('](');
}

/** Measures the longest run of ASCII characters but spaces: a regular expression for it takes 14 ms to compile. */
function longestWord(text: string): number {
  let longest = 0;
  let start = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const code = at < text.length ? text.charCodeAt(at) : 0x20;
    if (code > 0x20 && code < 0x7f) continue;
    longest = Math.max(longest, at - start);
    start = at + 1;
  }
  return longest;
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;

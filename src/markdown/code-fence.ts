/** Returns the fence of a code block for a text: longer than any fence of backticks in it. */
export function codeFence(text: string): string {
  let longest = 2;
  for (const [, fence = ''] of text.matchAll(/^[^\S\n]*(`{3,})/gm)) longest = Math.max(longest, fence.length);
  return '`'.repeat(longest + 1);
}

/** Writes a code span, between as many backticks as its text needs; of blank text the text. */
export function writeCodeSpan(text: string): string {
  if (text.trim() === '') return text;
  let longest = 0;
  for (const [backticks] of text.matchAll(/`+/g)) longest = Math.max(longest, backticks.length);
  const fence = '`'.repeat(longest + 1);
  const space = /^`|`$|^ .* $/s.test(text) ? ' ' : '';
  return fence + space + text + space + fence;
}

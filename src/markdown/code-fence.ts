/** Returns the fence of a code block for a text: longer than any fence of backticks in it. */
export function codeFence(text: string): string {
  let longest = 2;
  for (const [, fence = ''] of text.matchAll(/^[^\S\n]*(`{3,})/gm)) longest = Math.max(longest, fence.length);
  return '`'.repeat(longest + 1);
}

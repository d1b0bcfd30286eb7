/** Pieces of a long Markdown text that can be parsed one by one. */
export function* chunks(markdown: string): Iterable<string> {
  yield markdown;
}

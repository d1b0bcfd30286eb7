/**
 * Where a paragraph that `source` begins is interrupted by a line that matches, if it is. marked asks this of the whole
 * rest of the text for each paragraph; as a paragraph ends with the first blank line, looking further is time lost.
 */
export function startInParagraph(source: string, line: RegExp): number | undefined {
  const end = source.search(/\n[ \t]*\n/);
  const index = (end < 0 ? source : source.slice(0, end)).search(line);
  return index < 0 ? undefined : index;
}

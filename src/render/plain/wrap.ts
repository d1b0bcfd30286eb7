/** Breaks a line into lines no wider than so many columns; an infinite width breaks nothing. */
export function wrapPlain(text: string, width: number, _language: string | undefined): string[] {
  if (text.length <= width) return [text];
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  lines.push(line);
  return lines;
}

/** Gets the name and section, `ls(1)`, that the first line of a manual page has at both ends; undefined for any other line. */
export function manualName(line: string): string | undefined {
  return /^(\S{1,80}\(\w{1,10}\))\s(?:.{0,300}\s)?\1$/.exec(line.slice(0, 500))?.[1];
}

/** Returns the name and section, `ls(1)`, at both ends of the first line of a manual page; undefined otherwise. */
export function manualName(line: string): string | undefined {
  return /^(\S{1,80}\(\w{1,10}\))\s(?:.{0,300}\s)?\1$/.exec(line.slice(0, 500))?.[1];
}

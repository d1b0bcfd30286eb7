import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';

const file = fileURLToPath(new URL('RESULTS.md', import.meta.url));
const opening =
  '# Measured\n\nWritten by the benchmarks themselves with `--write`; each section says by which, when and where.\n';

/** Puts a section into RESULTS.md, in place of the one with the same title. */
export function writeResults(title, command, markdown) {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : opening;
  const where = `\`${command}\`, ${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim()}`;
  const section = `## ${title}\n\n${where}\n\n${markdown.trim()}\n`;
  const parts = text.split(/^(?=## )/m);
  const at = parts.findIndex((part) => part.startsWith(`## ${title}\n`));
  if (at < 0) parts.push(`\n${section}`);
  else parts[at] = at === parts.length - 1 ? section : `${section}\n`;
  writeFileSync(file, parts.join(''));
}

/** Returns rows of cells as a Markdown table; numbers are aligned right. */
export function table(header, rows) {
  const line = (cells) => `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`;
  const align = header.map((_, column) =>
    rows.every((row) => /^[-–<≤×.\d\s%a-zA-Z/]*\d[\d.]*( ?(%|MB|kB|ms|s|×))?$/.test(String(row[column])))
      ? '---:'
      : '---',
  );
  return [line(header), line(align), ...rows.map(line)].join('\n');
}

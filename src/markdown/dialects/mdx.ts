import type { Dialect } from './dialect.ts';
import { isBlank, type Line, mapText, outsideCode } from './dialect-lines.ts';

/**
 * MDX without its `import` and `export` statements and its comments; the text of components stays. A statement begins at
 * the start of a line, after a blank one, and has the syntax of JavaScript: prose that begins with "import" stays.
 */
export const mdx: Dialect = {
  marks: /^import\s[^;\n]*['"]|^export\s+(?:const|default|function|let|class|\{|\*)|\{\/\*/m,
  rewrite: (lines) => withoutComments(withoutStatements(lines)),
};

const statement =
  /^(?:import\s+(?:[\w*{][^'"]*\sfrom\s+)?['"][^'"]+['"];?\s*$|import\s+(?:[\w*]+,?\s*|,\s*)?\{\s*$|export\s+(?:const|default|function|async|let|class|\{|\*))/;

function withoutStatements(lines: readonly Line[]): readonly Line[] {
  const first = lines.findIndex(({ text, code }) => !code && statement.test(text));
  if (first < 0) return lines;
  const result = lines.slice(0, first);
  let depth = 0;
  let inStatement = false;
  for (let index = first; index < lines.length; index += 1) {
    const line = lines[index] as Line;
    const isStart =
      !line.code &&
      statement.test(line.text) &&
      (index === 0 ||
        inStatement ||
        isBlank(result.at(-1)?.text ?? '') ||
        statement.test(lines[index - 1]?.text ?? ''));
    if (!isStart && depth === 0) {
      inStatement = false;
      result.push(line);
      continue;
    }
    inStatement = true;
    for (const bracket of line.text.replace(/'[^']*'|"[^"]*"|`[^`]*`/g, '').match(/[()[\]{}]/g) ?? []) {
      depth = Math.max(0, depth + ('([{'.includes(bracket) ? 1 : -1));
    }
    // A statement whose brackets nothing closes ends with its paragraph: no text is lost for a typing error.
    if (depth > 0 && isBlank(lines[index + 1]?.text ?? '') && !closesLater(lines, index, depth)) depth = 0;
    result.push({ ...line, text: '' });
  }
  return result;
}

function closesLater(lines: readonly Line[], from: number, depth: number): boolean {
  return lines.slice(from + 1, from + 200).some(({ text }) => /^[\])}]+;?\s*$/.test(text) && depth > 0);
}

function withoutComments(lines: readonly Line[]): readonly Line[] {
  let open = false;
  return mapText(lines, (text) => {
    if (!open && !text.includes('{/*')) return text;
    let rest = text;
    if (open) {
      const end = rest.indexOf('*/}');
      if (end < 0) return '';
      open = false;
      rest = rest.slice(end + 3);
    }
    return outsideCode(rest, (words) =>
      words.replace(/\{\/\*[\s\S]*?(\*\/\}|$)/g, (_, end: string) => {
        if (!end) open = true;
        return '';
      }),
    );
  });
}

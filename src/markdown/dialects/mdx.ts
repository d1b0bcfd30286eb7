import type { Dialect } from './dialect.ts';
import { isBlank, mapText, outsideCode } from './dialect-lines.ts';
import type { Lines } from './lines.ts';
import { Rewriting } from './rewriting.ts';

/**
 * MDX without its `import` and `export` statements and its comments; the text of components stays, and the labels and
 * titles in their attributes. A statement begins a line, after a blank one, and has the syntax of JavaScript: prose
 * that begins with "import" stays.
 */
export const mdx: Dialect = {
  substrings: ['import', 'export', '{/*', '<'],
  pattern:
    /^import\s[^;\n]*['"]|^export\s+(?:const|default|function|let|class|\{|\*)|\{\/\*|^[ \t]*<[A-Z]\w*[a-z]\w*\b[^>\n]*\s(?:label|title|header|summary|alt)=["']/m,
  rewrite: (lines) => withLabels(withoutComments(withoutStatements(lines))),
};

const statement =
  /^(?:import\s+(?:[\w*{][^'"]*\sfrom\s+)?['"][^'"]+['"];?\s*$|import\s+(?:[\w*]+,?\s*|,\s*)?\{\s*$|export\s+(?:const|default|function|async|let|class|\{|\*))/;

function withoutStatements(lines: Lines): Lines {
  const result = new Rewriting(lines);
  for (const start of lines.find(/^(?:im|ex)port\b/m)) {
    const follows = isBlank(lines.at(start - 1)?.text ?? '') || statement.test(lines.at(start - 1)?.text ?? '');
    if (start < result.next || !follows || !isStatement(lines, start)) continue;
    let depth = 0;
    for (let index = start; depth > 0 || isStatement(lines, index); index += 1) {
      const line = lines.at(index);
      if (!line) break;
      for (const bracket of line.text.replace(/'[^']*'|"[^"]*"|`[^`]*`/g, '').match(/[()[\]{}]/g) ?? []) {
        depth = Math.max(0, depth + ('([{'.includes(bracket) ? 1 : -1));
      }
      // A statement with an unclosed bracket ends with its paragraph: no text is lost for a typing error.
      if (depth > 0 && isBlank(lines.at(index + 1)?.text ?? '') && !closesLater(lines, index)) depth = 0;
      result.replace(index, index + 1, [{ ...line, text: '' }]);
    }
  }
  return result.done;
}

const component = /^([ \t]*)<([A-Z][\w.]*)((?:\s[^<>]*?)?)(\/?)>(?:(.*)<\/\2>)?[ \t]*$/;
/** Elements of HTML, in either case: no components. */
const ofHtml =
  /^(?:table|details|summary|center|font|div|span|img|picture|video|audio|iframe|section|article|header|footer|nav|main|aside|figure|form|button|input|label|style|script|title|head|body|html|base|link|meta|blockquote|strong|code)$/i;

/** Shows the labels of components that are alone on a line, `<TabItem label="Linux">`, above their text. */
function withLabels(lines: Lines): Lines {
  const result = new Rewriting(lines);
  for (const index of lines.find(/<[A-Z](?<=^[ \t]*<.)/m)) {
    const line = lines.at(index);
    const [, indent = '', name = '', attributes = '', isEmpty = '', text] =
      component.exec(line?.text.slice(0, 2000) ?? '') ?? [];
    if (!line || line.code || !/[a-z]/.test(name) || ofHtml.test(name)) continue;
    const isImage = /(?:^|\s)alt=/.test(attributes);
    const label = /\s(?:label|title|header|summary|alt)=(?:"([^"]{1,300})"|'([^']{1,300})')/.exec(attributes);
    const words = (label?.[1] ?? label?.[2] ?? '').trim();
    if (words === '' || (isEmpty !== '' && !isImage && text !== undefined)) continue;
    const shown = isImage ? words : `**${words.replace(/[*\\]/g, '\\$&')}**`;
    const made = ['', indent.slice(0, 3) + shown, '', ...(text === undefined ? [] : [text.trim(), ''])];
    result.replace(
      index,
      index + 1,
      made.map((each) => ({ ...line, text: each })),
    );
  }
  return result.done;
}

function isStatement(lines: Lines, index: number): boolean {
  const line = lines.at(index);
  return line !== undefined && !line.code && statement.test(line.text);
}

function closesLater(lines: Lines, from: number): boolean {
  for (let index = from + 1; index < from + 200; index += 1)
    if (/^[\])}]+;?\s*$/.test(lines.at(index)?.text ?? '')) return true;
  return false;
}

/** Removes comments. An unclosed one is none, so that no text is lost for a typing error; nor is one in an address. */
function withoutComments(lines: Lines): Lines {
  let last = -1;
  for (const index of lines.find(/\*\/\}/)) last = index;
  let open = false;
  const rewrite = (text: string, index: number): string => {
    let rest = text;
    if (open) {
      const end = rest.indexOf('*/}');
      if (end < 0) return '';
      open = false;
      rest = rest.slice(end + 3);
    }
    return outsideCode(rest, (words) =>
      words.replace(/(?:https?|ftp):\/\/\S+|\{\/\*[\s\S]*?(\*\/\}|$)/g, (found, end?: string) => {
        if (!found.startsWith('{')) return found;
        if (end) return '';
        open = index < last;
        return open ? '' : found;
      }),
    );
  };
  return mapText(lines, /\{\/\*/, rewrite, () => open);
}

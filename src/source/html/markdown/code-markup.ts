import type { DomElement } from '../dom/dom-element.ts';
import { isBlock, nextInOrder } from '../dom/tree.ts';

/** Returns a `<code>` as a code span, fenced by as many backquotes as its text needs. */
export function codeSpan(element: DomElement): string {
  const text = (element.textContent ?? '').replace(/[ \t]*\n[ \t]*/g, ' ');
  if (!text.trim()) return text;
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).slice(0, 1000).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const space = /^`|`$|^ .*\S.* $/.test(text) ? ' ' : '';
  return `${fence}${space}${text}${space}${fence}`;
}

/** Keeps an empty line of code from being taken for the space between blocks (file separator). */
export const EMPTY_LINE = '\x1c';

/** Returns a `<pre>` as a fenced block with the language that its classes tell. */
export function codeBlock(element: DomElement): string {
  const text = codeLines(element).replace(/^\n/, '').trimEnd();
  if (!text.trim()) return '\n\n';
  const longest = Math.max(2, ...(text.match(/^[ \t]*`{3,}/gm) ?? []).slice(0, 1000).map((run) => run.trim().length));
  const fence = '`'.repeat(longest + 1);
  const lines = text.replace(/\n(?=\n)/g, `\n${EMPTY_LINE}`);
  return `\n\n${fence}${codeLanguage(element)}\n${lines}\n${fence}\n\n`;
}

/** Returns the text with line ends where the page shows them: `<br>`, and one element a line. */
function codeLines(pre: DomElement): string {
  let text = '';
  for (let node = nextInOrder(pre, pre); node; node = nextInOrder(node, pre)) {
    if (node.nodeType === 3) text += node.textContent ?? '';
    else if (node.nodeName === 'BR') text += '\n';
    else if (isBlock(node) && text && !text.endsWith('\n')) text += '\n';
  }
  return text.replace(/\r\n?/g, '\n').replaceAll('\u00a0', ' ');
}

/**
 * Reads the language: `language-js`, `lang-js`, `highlight-source-js`, `brush: js`, on the block, its code or up to three
 * parents.
 */
export function codeLanguage(pre: DomElement): string {
  const near: (DomElement | null)[] = [pre.querySelector('code'), pre];
  for (let at = pre.parentNode, level = 0; at && level < 3; at = at.parentNode, level++) near.push(at);
  for (const element of near) {
    const named = element?.getAttribute('data-language') ?? element?.getAttribute('data-lang');
    if (named && /^[\w+#.-]{1,20}$/.test(named)) return named.toLowerCase();
    const classes = element?.getAttribute('class') ?? '';
    const match =
      /(?:^|\s)(?:(?:language|lang|highlight-source|highlight|src|code)-|brush:\s*|(?:sourceCode|hljs|prettyprint|shiki) +)([a-z][\w+#.-]{0,19})/i.exec(
        classes,
      );
    const language = match?.[1]?.toLowerCase();
    if (
      language &&
      !/^(?:none|default|plain(?:text)?|text|txt|wrapper|block|container|code|box|line.*|numbers|notranslate|highlight|auto.*|toolbar)$/.test(
        language,
      )
    )
      return language;
  }
  return '';
}

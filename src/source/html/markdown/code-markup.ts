import { codeFence } from '../../../markdown/code-fence.ts';
import type { DomElement } from '../dom/dom-element.ts';
import { isBlock, nextInOrder } from '../dom/tree.ts';

/** What keeps an empty line of code from becoming the space between blocks (file separator). */
export const emptyCodeLine = '\x1c';

/** Returns a `<pre>` as a fenced block in the language of its classes. */
export function codeMarkup(element: DomElement): string {
  const text = codeLines(element).replace(/^\n/, '').trimEnd();
  if (!text.trim()) return '\n\n';
  const fence = codeFence(text);
  const lines = text.replace(/\n(?=\n)/g, `\n${emptyCodeLine}`);
  return `\n\n${fence}${markupLanguage(element)}\n${lines}\n${fence}\n\n`;
}

/** Returns the text with line ends where the page shows them: `<br>`, and one element a line. */
export function codeLines(pre: DomElement): string {
  let text = '';
  for (let node = nextInOrder(pre, pre); node; node = nextInOrder(node, pre)) {
    if (node.nodeType === 3) text += node.textContent;
    else if (node.nodeName === 'BR') text += '\n';
    else if (isBlock(node) && text && !text.endsWith('\n')) text += '\n';
  }
  return text.replace(/\r\n?/g, '\n').replaceAll('\u00a0', ' ');
}

const languageAttributes = ['data-language', 'data-lang', 'data-enlighter-language'];
const prefixed = /(?:^|\s)(?:(?:language|lang|highlight-source|highlight|src|code)-|brush:\s*)([a-z][\w+#.-]{0,19})/i;
const following = /(?:^|\s)(?:sourceCode|hljs|prettyprint|syntaxhighlighter) +([a-z][\w+#.-]{0,19})/i;
const hexo = /(?:^|\s)highlight +([a-z][\w+#.-]{0,19})/i;
/** Names that are a language's where they are the first class of a listing itself. */
const languageNames =
  /^(bash|c|console|cpp|css|diff|go|haskell|html|ini|java|javascript|json|kotlin|lisp|lua|makefile|perl|php|python3?|r|ruby|rust|scheme|sh|sql|swift|toml|typescript|xml|yaml)(?:\s|$)/i;
const noLanguage =
  /^(?:none|default|plain(?:text)?|text|txt|wrapper|block|container|code|box|line.*|numbers|notranslate|highlight|auto.*|toolbar|lang-.*|language-.*)$/;

/** Patterns for the classes of some elements alone. */
const ownPatterns: ReadonlyMap<string, readonly RegExp[]> = new Map([
  ['FIGURE', [hexo]],
  ['PRE', [languageNames]],
  ['CODE', [languageNames]],
]);

/** Reads the language (`language-js`, `lang-js`, `brush: js` …) from the block, its code or up to three parents. */
export function markupLanguage(pre: DomElement): string {
  const near: (DomElement | null)[] = [pre.querySelector('code'), pre];
  for (let at = pre.parentNode, level = 0; at && level < 3; at = at.parentNode, level++) near.push(at);
  for (const element of near) {
    const named = languageAttributes.map((name) => element?.getAttribute(name)).find(Boolean);
    if (named && /^[\w+#.-]{1,20}$/.test(named)) return named.toLowerCase();
    const classes = element?.getAttribute('class') ?? '';
    // Some highlighters put the language after their own name, where nothing clearer is there.
    for (const pattern of [prefixed, following, ...(ownPatterns.get(element?.nodeName ?? '') ?? [])]) {
      const language = pattern.exec(classes)?.[1]?.toLowerCase();
      if (language && !noLanguage.test(language)) return language;
    }
  }
  return '';
}

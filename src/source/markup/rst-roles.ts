import { codeSpan, emphasis, link } from '../markdown-blocks.ts';

/** Writes interpreted text as Markdown, by its role; that of an unknown role is code. */
export function writeRole(role: string, words: string, read: (text: string) => string): string {
  const [, title] = /^([\s\S]+?)\s*<[^<>]+>$/.exec(words) ?? [];
  const text = title ?? words.replace(/^[~!]/, '');
  if (/^(?:sub|subscript)$/.test(role)) return `<sub>${read(words)}</sub>`;
  if (/^(?:sup|superscript)$/.test(role)) return `<sup>${read(words)}</sup>`;
  if (role === 'math') return `$${words}$`;
  if (/^(?:strong|guilabel|menuselection)$/.test(role)) return emphasis('**', read(text));
  if (/^(?:emphasis|title|title-reference|t|dfn|abbr|term)$/.test(role)) return emphasis('*', read(text));
  if (role === 'pep' || role === 'rfc') {
    const address =
      role === 'pep'
        ? `https://peps.python.org/pep-${words.padStart(4, '0')}/`
        : `https://datatracker.ietf.org/doc/html/rfc${words}`;
    return /^\d+$/.test(words) ? link(`${role.toUpperCase()} ${words}`, address) : read(text);
  }
  if (/^(?:ref|doc|numref|any|download|index)$/.test(role)) return read(text);
  return codeSpan(
    text.replace(/\\(.)/g, '$1') + (/(?:^|:)(?:func|meth)$/.test(role) && !text.endsWith(')') ? '()' : ''),
  );
}

import type { Dialect } from './dialect.ts';
import { mapText } from './dialect-lines.ts';

const role = /(?<![`\\])\{([a-z][\w:+-]{0,30})\}(`+)(?!`)([^`\n]{1,500})\2(?!`)/g;
const known =
  /^(?:[a-z]+:[a-z]+|ref|doc|numref|eq|term|download|sub|subscript|sup|superscript|math|kbd|abbr|cite|footcite|guilabel|menuselection|file|command|envvar|option|program|samp|any|pep|rfc|index|func|class|meth|mod|attr|obj|data|exc)$/;

/** MyST: roles, `` {ref}`Text <target>` ``, become their texts; targets, `(name)=`, are removed. */
export const myst: Dialect = {
  substrings: ['}`', ')='],
  pattern: /(?<![`\\])\{[a-z][\w:+-]{0,30}\}`|^\([\w.:/-]{1,100}\)=[ \t]*$/m,
  rewrite: (lines) =>
    mapText(lines, /\}`|^\([\w.:/-]{1,100}\)=[ \t]*$/m, (text) => {
      if (/^\([\w.:/-]{1,100}\)=[ \t]*$/.test(text)) return '';
      return text.replace(role, (whole, name: string, _, words: string) =>
        known.test(name) ? textOf(name, words) : whole,
      );
    }),
};

function textOf(name: string, words: string): string {
  const text = /^(.+?)\s*<[^<>]+>$/.exec(words)?.[1] ?? words.replace(/^[~!]/, '');
  switch (name) {
    case 'sub':
    case 'subscript':
      return `<sub>${words}</sub>`;
    case 'sup':
    case 'superscript':
      return `<sup>${words}</sup>`;
    case 'kbd':
      return `<kbd>${words}</kbd>`;
    case 'math':
      return `$${words}$`;
    case 'pep':
    case 'rfc':
      return `${name.toUpperCase()} ${text}`;
    default:
      return /^(?:py|c|cpp|js):|^(?:func|class|meth|mod|attr|obj|data|exc|file|command|envvar|option|program|samp)$/.test(
        name,
      )
        ? `\`${text}\``
        : text;
  }
}

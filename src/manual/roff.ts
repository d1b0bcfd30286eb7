import type { Section } from '../article/article-tree.ts';
import { quoteBlocks } from '../markdown/alert.ts';
import { htmlBlocks } from '../markdown/html/html-blocks.ts';
import { plainText } from '../markdown/inline-text.ts';
import { inlines } from '../markdown/lazy-inlines.ts';
import type { Block, Inline, Table } from '../markdown/syntax-tree.ts';

/** Escapes text for roff, non-ASCII characters by their code points, so that the encoding does not matter. */
export function escapeRoff(text: string): string {
  const escaped = text
    .replace(/\\/g, '\\e')
    .replace(/-/g, '\\-')
    .replace(/'/g, '\\(aq')
    .replace(/`/g, '\\(ga')
    .replace(/\^/g, '\\(ha')
    .replace(/~/g, '\\(ti')
    // groff has nothing for it where the terminal is ASCII.
    .replace(/\u23ce/g, 'Enter')
    .replace(/[^\x00-\x7f]/gu, (character) => {
      return `\\[u${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
    });
  // A line that begins with a dot would be a request.
  return escaped.replace(/^\./gm, '\\&.');
}

/** Quotes the argument of a macro. */
export function roffArgument(text: string): string {
  return `"${escapeRoff(text).replace(/"/g, '\\(dq')}"`;
}

/** Breaks running text into lines that fit an editor, as man-pages(7) asks for; code stays as it is. */
export function breakLines(roff: string): string {
  let isCode = false;
  return roff.replace(/^.*$/gm, (line) => {
    if (line === '.EX' || line === '.EE') isCode = line === '.EX';
    if (isCode || line.length <= longestLine || line.startsWith('.')) return line;
    const lines: string[] = [];
    for (const word of line.split(/ +/)) {
      const last = lines.at(-1);
      if (last !== undefined && last.length + word.length < longestLine) lines[lines.length - 1] = `${last} ${word}`;
      else lines.push(/^[.']/.test(word) ? `\\&${word}` : word);
    }
    return lines.join('\n');
  });
}

const longestLine = 78;

/** Converts the sections of an article to those of a manual page: the first level to `.SH`, all others to `.SS`. */
export function sectionsRoff(sections: readonly Section[]): string {
  return sections.map((section) => sectionRoff(section, 'SH')).join('');
}

function sectionRoff(section: Section, macro: 'SH' | 'SS'): string {
  const title = macro === 'SH' ? section.title.toUpperCase() : section.title;
  const children = section.sections.map((child) => sectionRoff(child, 'SS'));
  return `.${macro} ${roffArgument(title)}\n${blocksRoff(section.blocks)}${children.join('')}`;
}

/** Converts blocks; each begins with a macro. */
function blocksRoff(blocks: Iterable<Block>): string {
  let roff = '';
  let isFirst = true;
  for (const block of blocks) {
    const text = blockRoff(block);
    // A paragraph after a heading needs no macro, and mandoc warns of one.
    roff += isFirst ? text.replace(/^\.PP\n/, '') : text;
    if (text !== '') isFirst = false;
  }
  return roff;
}

function blockRoff(block: Block): string {
  switch (block.type) {
    case 'paragraph':
    case 'text':
      return paragraph(inlinesRoff(inlines(block.tokens)));
    case 'heading':
      return paragraph(`\\fB${inlinesRoff(inlines(block.tokens))}\\fR`);
    case 'code':
    case 'math':
      return `.PP\n.RS 4\n.EX\n${escapeRoff(block.text.replace(/\n$/, ''))}\n.EE\n.RE\n`;
    case 'list':
      return block.items
        .map(({ tokens }, index) => {
          const marker = block.ordered ? `${Number(block.start) + index}.` : '\\(bu';
          return `.IP ${marker} 4\n${itemRoff(tokens)}`;
        })
        .join('');
    case 'blockquote':
      return `.PP\n.RS 4\n${blocksRoff(quoteBlocks(block))}.RE\n`;
    case 'table':
      return tableRoff(block);
    case 'html':
      return [...htmlBlocks(block)].map(blockRoff).join('');
    case 'definition_list':
      return block.items
        .map(({ terms, descriptions }) => {
          const term = terms.map(({ tokens }) => inlinesRoff(inlines(tokens))).join(', ');
          return `.TP\n${term}\n${itemRoff(descriptions)}`;
        })
        .join('');
    default:
      return '';
  }
}

/** Converts the contents of an item, whose macro has begun the paragraph. */
function itemRoff(blocks: readonly Block[]): string {
  const [first, ...rest] = blocks.map(blockRoff).filter((text) => text !== '');
  if (first === undefined) return '\\&\n';
  const inner = rest.join('');
  return `${first.replace(/^\.PP\n(?!\.)/, '')}${inner === '' ? '' : `.RS 4\n${inner.replace(/^\.PP\n(?!\.)/, '')}.RE\n`}`;
}

function paragraph(text: string): string {
  return text === '' ? '' : `.PP\n${text}\n`;
}

/** Converts a table: one of two columns to terms and descriptions, which fit every terminal; others for tbl. */
function tableRoff({ header, rows }: Table): string {
  const cell = ({ tokens }: Table['header'][number]) => inlinesRoff(inlines(tokens));
  return rows
    .map((row) => {
      const [term, ...others] = row.map(cell);
      const described = others
        .map((text, index) => {
          const { tokens } = header[index + 1] ?? {};
          const name = others.length > 1 && tokens ? `${plainText(inlines(tokens))}: ` : '';
          return text === '' ? '' : `${escapeRoff(name)}${text}`;
        })
        .filter(Boolean);
      return `.TP\n${term === '' ? '\\&' : term}\n${described.length === 0 ? '\\&' : described.join('\n.br\n')}\n`;
    })
    .join('');
}

function inlinesRoff(content: readonly Inline[]): string {
  return content
    .map(inlineRoff)
    .join('')
    .trim()
    .replace(/[ \t]*\n[ \t]*/g, '\n')
    .replace(/^\.(?!br$)/gm, '\\&.');
}

function inlineRoff(inline: Inline): string {
  switch (inline.type) {
    case 'text':
      return escapeRoff(inline.text.replace(/\s*\n\s*/g, ' ')).replace(/^\\&\./, '.');
    case 'codespan':
      return `\\fB${escapeRoff(inline.text).replace(/^\\&\./, '.')}\\fR`;
    case 'strong':
      return `\\fB${inline.tokens.map(inlineRoff).join('')}\\fR`;
    case 'em':
      return `\\fI${inline.tokens.map(inlineRoff).join('')}\\fR`;
    case 'link': {
      const text = inline.tokens.map(inlineRoff).join('');
      return /^https?:/i.test(inline.href) && plainText(inline.tokens) !== inline.href
        ? `${text} (${escapeRoff(inline.href)})`
        : text;
    }
    case 'image':
    case 'inline_math':
      return escapeRoff(inline.text);
    case 'br':
      return '\n.br\n';
    case 'footnote_reference':
    case 'checkbox':
      return '';
    default:
      return inline.tokens.map(inlineRoff).join('');
  }
}

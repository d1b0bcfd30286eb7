import { readFields } from '../../article/title-block.ts';
import { escapeInline } from '../../markdown/escape.ts';
import { alert, codeBlock, codeSpan, definition, image, isAlert, link, list, quote, table } from './markdown-blocks.ts';
import { dedent, indentOf } from './markup-lines.ts';

/** What a directive needs of its document. */
export interface DirectiveContext {
  /** Reads lines as blocks of Markdown. */
  readonly blocks: (lines: readonly string[]) => string;
  /** Reads inline markup. */
  readonly read: (text: string) => string;
  readonly setTitle: (title: string) => void;
}

/** Writes a directive as Markdown: `''` where it shows nothing, undefined where it is unknown. */
export function writeDirective(
  fullName: string,
  argument: string,
  lines: readonly string[],
  { blocks, read, setTitle }: DirectiveContext,
): string | undefined {
  const name = fullName.toLowerCase().replace(/^(?:py|c|cpp|js|rst|std|ipython):/, '');
  const { options, body } = splitOptions(lines);
  const inner = (): string => blocks(body);
  const all = (): string => blocks(argument ? [argument, ...body] : body);
  const title = argument && read(argument);
  if (isAlert(name)) return alert(name, all());
  switch (name) {
    case 'admonition':
    case 'topic':
    case 'sidebar':
      return name === 'admonition'
        ? alert('note', inner(), title)
        : quote([title && `**${title}**`, inner()].filter(Boolean).join('\n\n'));
    case 'code':
    case 'code-block':
    case 'sourcecode':
    case 'parsed-literal':
    case 'doctest':
    case 'testcode':
    case 'testoutput':
    case 'prompt':
    case 'ipython':
      return [options.get('caption') && read(options.get('caption') ?? ''), codeBlock(body, argument)]
        .filter(Boolean)
        .join('\n\n');
    case 'math':
      return `$$\n${[argument, ...body].filter(Boolean).join('\n')}\n$$`;
    case 'image':
    case 'figure': {
      const picture = image(options.get('alt') ?? '', argument);
      const target = options.get('target');
      return [target ? link(picture, target.replace(/^`?<?|>?`?_?$/g, '')) : picture, inner()]
        .filter(Boolean)
        .join('\n\n');
    }
    case 'versionadded':
    case 'versionchanged':
    case 'deprecated':
    case 'versionremoved': {
      const words = {
        versionadded: 'New in version',
        versionchanged: 'Changed in version',
        deprecated: 'Deprecated since version',
        versionremoved: 'Removed in version',
      }[name];
      return `*${words} ${title}*${body.length > 0 ? `\n\n${inner()}` : ''}`;
    }
    case 'table':
    case 'csv-table':
    case 'list-table': {
      const rows = name === 'csv-table' ? body.map((row) => csvCells(row)) : bulletRows(body);
      const header = options.get('header');
      const content =
        name === 'table'
          ? inner()
          : table([...(header ? [csvCells(header)] : []), ...rows].map((row) => row.map(read)));
      return [title && `**${title}**`, content].filter(Boolean).join('\n\n');
    }
    case 'toctree':
      return body.length === 0
        ? ''
        : list(body.filter(Boolean).map((entry) => ['-', escapeInline(entry.replace(/\s*<[^>]*>$/, ''))] as const));
    case 'rubric':
    case 'centered':
      return `**${title}**`;
    case 'contents':
    case 'sectnum':
    case 'index':
    case 'meta':
    case 'highlight':
    case 'default-role':
    case 'role':
    case 'currentmodule':
    case 'module':
    case 'tabularcolumns':
    case 'only':
    case 'container':
    case 'class':
    case 'compound':
    case 'epigraph':
    case 'highlights':
    case 'pull-quote':
    case 'header':
    case 'footer':
    case 'tab-set':
    case 'grid': {
      if (/^(?:epigraph|highlights|pull-quote)$/.test(name)) return quote(all());
      return /^(?:only|container|class|compound|tab-set|grid)$/.test(name) ? inner() : '';
    }
    case 'title':
      setTitle(argument);
      return '';
    case 'include':
    case 'literalinclude':
      return undefined;
    default:
      // The documentation of a function or an option: its signature and description.
      return /^(?:function|method|class(?:method)?|staticmethod|attribute|property|data|exception|decorator|option|envvar|confval|describe|object|program|cmdoption|macro|type|struct|var|member|glossary|glossary-term)$/.test(
        name,
      ) &&
        (argument || body.length > 0)
        ? argument
          ? definition(codeSpan([argument, ...leading(body)].join(' ')), inner() || '\u00a0')
          : inner()
        : undefined;
  }
}

/** Splits a directive's options, `:name: value`, from its content. */
function splitOptions(lines: readonly string[]): { options: Map<string, string>; body: readonly string[] } {
  let end = 0;
  while (/^:[\w-]+:(?:\s|$)/.test(lines[end] ?? '') || (end > 0 && lines[end] !== '' && indentOf(lines[end] ?? '') > 0))
    end += 1;
  const options = readFields(
    lines
      .slice(0, end)
      .map((line) => line.replace(/^:([\w-]+):/, '$1:'))
      .join('\n'),
  );
  return { options: options ?? new Map(), body: dedent(lines.slice(end)) };
}

/** Returns the further signatures that a directive begins with. */
function leading(body: readonly string[]): string[] {
  return body[0] !== undefined && body[1] === '' && /^[\w.]+\(.*\)$/.test(body[0]) ? [body[0]] : [];
}

function csvCells(row: string): string[] {
  return Array.from(row.matchAll(/\s*(?:"((?:[^"]|"")*)"|([^,]*))\s*(?:,|$)/g), ([, quoted, bare = '']) =>
    (quoted?.replace(/""/g, '"') ?? bare).trim(),
  ).slice(0, -1 * Number(!row.endsWith(',')) || undefined);
}

/** Returns the rows of a table that is written as a list of lists. */
function bulletRows(lines: readonly string[]): string[][] {
  const rows: string[][] = [];
  for (const line of lines) {
    const [, star, dash = '', text = ''] = /^(\*\s)?\s*(?:(-)\s*)?(.*)$/.exec(line) ?? [];
    if (star) rows.push([]);
    const row = rows.at(-1);
    if (!row) continue;
    if (dash) row.push(text);
    else if (row.length > 0) row.push(`${row.pop()}\n${text}`.trim());
  }
  return rows;
}

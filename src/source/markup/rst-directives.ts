import { readFields } from '../../article/title-block.ts';
import { alertKinds } from '../../markdown/alert-kind.ts';
import { escapeInline } from '../../markdown/escape.ts';
import { ownProperty } from '../../text/own-property.ts';
import { valueRows } from '../data/parse-csv.ts';
import { alert, codeBlock, codeSpan, definition, image, link, list, quote, table } from '../markdown-blocks.ts';
import { dedent, indentOf } from './markup-lines.ts';

/** What a directive needs of its document. */
export interface DirectiveContext {
  /** Reads lines as blocks of Markdown. */
  readonly blocks: (lines: readonly string[]) => string;
  /** Reads inline markup. */
  readonly read: (text: string) => string;
  readonly setTitle: (title: string) => void;
}

const code = names('code code-block sourcecode parsed-literal doctest testcode testoutput prompt ipython');
const quotes = names('epigraph highlights pull-quote');
/** Directives around content that is shown by itself. */
const wrappers = names('only container class compound tab-set grid');
/** Directives that show nothing. */
const silent = names(
  'contents sectnum index meta highlight default-role role currentmodule module tabularcolumns header footer',
);
/** Directives that document a function, an option and the like: its signature and description. */
const documenting = names(
  'function method classmethod staticmethod attribute property data exception decorator option envvar confval ' +
    'describe object program cmdoption macro type struct var member glossary glossary-term',
);
const versions: Readonly<Record<string, string>> = {
  versionadded: 'New in version',
  versionchanged: 'Changed in version',
  deprecated: 'Deprecated since version',
  versionremoved: 'Removed in version',
};

function names(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
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
  if (alertKinds.has(name.toLowerCase())) return alert(name, all());
  if (code.has(name)) return stacked(read(options.get('caption') ?? ''), codeBlock(body, argument));
  if (quotes.has(name)) return quote(all());
  if (wrappers.has(name)) return inner();
  if (silent.has(name)) return '';
  const version = ownProperty(versions, name);
  if (version) return stacked(`*${version} ${title}*`, body.length > 0 ? inner() : '');
  switch (name) {
    case 'admonition':
      return alert('note', inner(), title);
    case 'topic':
    case 'sidebar':
      return quote(stacked(title && `**${title}**`, read(options.get('subtitle') ?? ''), inner()));
    case 'math':
      return `$$\n${[argument, ...body].filter(Boolean).join('\n')}\n$$`;
    case 'image':
    case 'figure':
      return stacked(linkedImage(argument, options), inner());
    case 'table':
      return stacked(title && `**${title}**`, inner());
    case 'csv-table':
    case 'list-table': {
      const header = options.get('header');
      const rows = name === 'list-table' ? bulletRows(body) : valueRows(header ? [header, ...body] : body, ',');
      return stacked(title && `**${title}**`, table(rows.map((row) => row.map((cell) => read(cell.trim())))));
    }
    case 'toctree': {
      const entries = body.filter(Boolean).map((entry) => escapeInline(entry.replace(/\s*<[^>]*>$/, '')));
      const entryList = list(entries.map((entry) => ['-', entry] as const));
      return body.length === 0 ? '' : stacked(read(options.get('caption') ?? ''), entryList);
    }
    case 'rubric':
    case 'centered':
      return `**${title}**`;
    case 'title':
      setTitle(argument);
      return '';
  }
  if (!documenting.has(name) || (argument === '' && body.length === 0)) return undefined;
  return argument ? definition(codeSpan([argument, ...leading(body)].join(' ')), inner() || '\u00a0') : inner();
}

/** Joins blocks, without the empty ones. */
function stacked(...blocks: readonly string[]): string {
  return blocks.filter(Boolean).join('\n\n');
}

function linkedImage(address: string, options: ReadonlyMap<string, string>): string {
  const shown = image(options.get('alt') ?? '', address);
  const target = options.get('target');
  return target ? link(shown, target.replace(/^`?<?|>?`?_?$/g, '')) : shown;
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

import type { Article } from '../../article/article-tree.ts';
import { UserError } from '../../errors.ts';
import { plainText } from '../../markdown/inline-text.ts';
import { inlines } from '../../markdown/lazy-inlines.ts';
import type { TableCell } from '../../markdown/syntax-tree.ts';
import type { FoundTable, TablesView } from '../view.ts';
import type { CodeOptions } from './find-code.ts';
import { eachBlock } from './walk.ts';

/** The choice of tables, and how their rows are written. */
export interface TableOptions extends Pick<CodeOptions, 'sections' | 'number'> {
  /** Rows as RFC 4180 has them, in place of tabs. */
  readonly csv?: boolean | undefined;
}

/**
 * Lists the tables.
 *
 * @throws UserError when there are fewer than `number`.
 */
export function findTables(article: Article, { sections, number, csv = false }: TableOptions = {}): TablesView {
  const tables: FoundTable[] = [];
  for (const { block, section, line } of eachBlock(article, sections)) {
    if (block.type !== 'table') continue;
    const [header = [], ...rows] = [block.header, ...block.rows].map((row) => row.map(cellText));
    tables.push({ number: tables.length + 1, table: block, header, rows, section, line });
  }
  const chosen = number === undefined || tables.length === 0 ? tables : tables.slice(number - 1, number);
  if (chosen.length > 0 || tables.length === 0) return { kind: 'tables', article, tables: chosen, ...(csv && { csv }) };
  throw new UserError(`There ${tables.length === 1 ? 'is 1 table' : `are ${tables.length} tables`}.`, {
    hint: `Name one from 1 to ${tables.length}.`,
  });
}

function cellText({ tokens }: TableCell): string {
  return plainText(inlines(tokens)).trim();
}

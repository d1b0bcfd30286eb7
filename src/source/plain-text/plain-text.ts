import { takeDateStamp } from '../../text/dates.ts';
import type { Source } from '../source.ts';
import { belongs, findDumpedArticle, judgeSegments } from './dump/dump-article.ts';
import { dumpBlocks } from './dump/dump-blocks.ts';
import { findHead } from './dump/dump-head.ts';
import { type Browser, browserOf, readSegments, withoutReferences } from './dump/dump-segments.ts';
import { readBook } from './gutenberg.ts';
import { readMarginSections } from './headings/margin-sections.ts';
import { readFieldsHead } from './heads/fields-head.ts';
import { readMail, readMailbox } from './heads/mail.ts';
import { readManualHead } from './heads/manual-page.ts';
import { decodeMessages } from './heads/mime.ts';
import { readRfcHead } from './heads/rfc.ts';
import type { TextHead } from './heads/text-head.ts';
import { readLines, repairHyphens, type TextLine } from './lines/line.ts';
import { joinPages } from './lines/page-breaks.ts';
import { readBlocks } from './lines/text-blocks.ts';
import { countGlued, repairSentences } from './repair-sentences.ts';
import type { TextBlock } from './text-block.ts';
import { writeMarkdown } from './write-blocks.ts';

export interface PlainTextOptions {
  /** Keep everything: a page's menus, a book's licence, a date stamp. */
  readonly whole?: boolean;
}

/**
 * Reads plain text as Markdown: paragraphs joined, headings, lists, verse, code and tables by their shape. Every word
 * stays, in order, except what frames a text: a browser dump's menus, a book's licence, a date stamp (which becomes
 * metadata).
 */
export function readText(text: string, options: PlainTextOptions = {}): Source {
  const lines = readLines(options.whole ? text : decodeMessages(text));
  const messages = options.whole ? undefined : readMailbox(lines);
  if (messages) return readMessages(messages);
  const known = readHead(lines);
  const browser = known ? undefined : browserOf(lines);
  if (browser) return readDump(lines, browser, options);
  const head = options.whole ? undefined : known;
  const { lines: stamped, date } = head ? { lines: head.lines, date: undefined } : takeStamp(lines, options);
  const body = repairHyphens(options.whole ? stamped : joinPages(stamped));
  const read = repairAll(
    head?.titles
      ? readMarginSections(body, { subsections: head.titles === 'margin and subsections' })
      : readBlocks(body),
  );
  const blocks = head?.title && !head.isBook ? belowTitle(read, head.title) : read;
  const title = head?.title ?? titleOf(blocks);
  const metadata = { ...head?.metadata, ...(date && { date }) };
  const underscores = head?.isBook ? 'italics' : 'words';
  return { markdown: writeMarkdown(blocks, underscores), ...(title && { title }), metadata };
}

/** Reads the head of a known form of text: a book's, a message's, an RFC's, a manual page's, or a title block. */
function readHead(lines: readonly TextLine[]): (TextHead & { readonly isBook?: boolean }) | undefined {
  const book = readBook(lines);
  if (book) return { ...book, isBook: true };
  return readMail(lines) ?? readRfcHead(lines) ?? readManualHead(lines) ?? readFieldsHead(lines);
}

/** Lowers a first heading that is not the title, where this is known: it is an ordinary section's. */
function belowTitle(blocks: readonly TextBlock[], title: string): readonly TextBlock[] {
  const [first, ...rest] = blocks;
  if (first?.kind !== 'heading' || first.level > 1 || first.text === title) return blocks;
  return rest.some((block) => block.kind === 'heading' && block.level === 1)
    ? blocks
    : [{ ...first, level: 2 }, ...rest];
}

/** Writes a mailbox: a section a message, its author and date below its subject. */
function readMessages(messages: readonly TextHead[]): Source {
  const sections = messages.map(({ title = 'Without a subject', metadata, lines }) => {
    const line = [metadata.author, metadata.date].filter(Boolean).join(', ');
    const blocks = repairAll(readBlocks(repairHyphens(lines))).map(
      (block): TextBlock => (block.kind === 'heading' ? { ...block, level: Math.min(block.level + 2, 6) } : block),
    );
    const head: TextBlock[] = [{ kind: 'heading', level: 2, text: title }];
    if (line !== '') head.push({ kind: 'paragraph', text: line });
    return writeMarkdown([...head, ...blocks]);
  });
  return { markdown: sections.join('\n'), metadata: {} };
}

/** Reads a page that a text browser dumped: its article, or with `whole` all of it. */
function readDump(lines: readonly TextLine[], browser: Browser, { whole }: PlainTextOptions): Source {
  const segments = judgeSegments(readSegments(whole ? lines : withoutReferences(lines), browser));
  const article = findDumpedArticle(segments);
  if (whole || article.to === 0)
    return { markdown: writeMarkdown(repairAll(dumpBlocks(segments, browser))), metadata: {} };
  const kept = segments.slice(article.from, article.to).filter((_, at) => belongs(segments, article.from + at));
  const { title, date } = findHead(segments, article, browser);
  return {
    markdown: writeMarkdown(repairAll(dumpBlocks(kept, browser))),
    ...(title && { title }),
    metadata: date ? { date } : {},
  };
}

function takeStamp(
  lines: readonly TextLine[],
  { whole }: PlainTextOptions,
): { lines: readonly TextLine[]; date?: string } {
  const at = lines.findIndex(({ text }) => text !== '');
  const first = lines[at];
  const stamp = first && takeDateStamp(first.text.slice(0, 400));
  if (!first || !stamp) return { lines };
  // The stamp of a text that is nothing else stays.
  if (whole || (stamp.rest === '' && !lines.some(({ text }, other) => other !== at && text !== ''))) {
    return { lines, date: stamp.date };
  }
  return {
    lines: [...lines.slice(0, at), { ...first, text: stamp.rest + first.text.slice(400) }, ...lines.slice(at + 1)],
    date: stamp.date,
  };
}

function titleOf(blocks: readonly TextBlock[]): string | undefined {
  const [first] = blocks;
  return first?.kind === 'heading' && first.level === 1 ? first.text : undefined;
}

/** Repairs sentences throughout a text; where many are glued, weaker evidence is enough. */
function repairAll(blocks: readonly TextBlock[]): TextBlock[] {
  let count = 0;
  for (const block of blocks) {
    if (block.kind === 'paragraph') count += countGlued(block.text, 2 - count);
    if (count >= 2) break;
  }
  return blocks.map((block) => repair(block, count >= 2));
}

function repair(block: TextBlock, glued: boolean): TextBlock {
  switch (block.kind) {
    case 'paragraph':
      return { ...block, text: repairSentences(block.text, glued) };
    case 'list':
      return { ...block, items: block.items.map((item) => ({ ...item, text: repairSentences(item.text, glued) })) };
    case 'quote':
      return { ...block, blocks: block.blocks.map((inner) => repair(inner, glued)) };
    default:
      return block;
  }
}

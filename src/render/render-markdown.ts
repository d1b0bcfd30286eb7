import type { Section } from '../article/article-tree.ts';
import { eachSection } from '../article/each-section.ts';
import { codeFence } from '../markdown/code-fence.ts';
import { escapeInline, escapeLinkText } from '../markdown/escape.ts';
import type { Code } from '../markdown/syntax-tree.ts';
import type { View } from '../view/view.ts';
import { labelsFor } from './labels.ts';
import type { Page } from './page.ts';
import { sectionName, sectionSummaryText, summaryLines } from './summary-text.ts';

/**
 * Renders the source text of what was requested, byte for byte apart from control characters and line ends. A list of
 * sections, a summary or the shelf, which have no source, become Markdown of their own.
 */
export function* renderMarkdown(view: View, _page: Page): Iterable<string> {
  switch (view.kind) {
    case 'article':
      if (view.contents) {
        for (const section of view.article.sections) yield* outline(section, '');
        yield '\n';
      }
      yield withLineEnd(view.article.source);
      break;
    case 'sections':
      if (view.title) yield `# ${literal(view.title)}\n\n`;
      for (const { source } of eachSection(view.sections)) yield withLineEnd(source);
      break;
    case 'outline':
      for (const section of view.article.sections) yield* outline(section, '');
      break;
    case 'summary': {
      if (view.each) {
        const labels = labelsFor(view.article.metadata.language);
        for (const one of view.each) {
          const name = [sectionName(one.section), one.section.title].filter(Boolean).join(' ');
          yield `- **${literal(name)}**: ${one.sentence?.text ?? literal(sectionSummaryText(one, labels))}\n`;
        }
        break;
      }
      yield summaryLines(view, (text) => text)
        .map((line) => `${line}\n`)
        .join('\n');
      break;
    }
    case 'matches':
      yield* sourceHeading(view.source);
      for (const { section, text } of view.matches) yield `- ${section.number}: ${literal(text)}\n`;
      break;
    case 'counts':
      yield* sourceHeading(view.source);
      for (const { section, hits } of view.counts) yield `- ${section.number} ${literal(section.title)}: ${hits}\n`;
      break;
    case 'links':
      for (const { number, text, address } of view.links) {
        yield `${number}. [${escapeLinkText(text.replace(/\s+/g, ' '))}](<${address.replace(/[<>\\]/g, '\\$&')}>)\n`;
      }
      break;
    case 'code':
      for (const [index, { code }] of view.blocks.entries()) yield `${index > 0 ? '\n' : ''}${fenced(code)}`;
      break;
    case 'tables':
      for (const [index, { header, rows }] of view.tables.entries()) {
        if (index > 0) yield '\n';
        yield tableRow(header.map(literal));
        yield tableRow(header.map(() => '-'));
        for (const cells of rows) yield tableRow(cells.map(literal));
      }
      break;
    case 'shelf':
      for (const { name, article } of view.entries) yield `- \`${name}\`: ${literal(article.title)}\n`;
      break;
  }
}

function* sourceHeading(source: string | undefined): Generator<string> {
  if (source !== undefined) yield `**${literal(source)}**\n\n`;
}

function withLineEnd(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}

function* outline(section: Section, indent: string): Iterable<string> {
  yield `${indent}- [${escapeLinkText(section.title)}](#${section.id})\n`;
  for (const child of section.sections) yield* outline(child, `${indent}  `);
}

function fenced({ lang = '', text }: Code): string {
  const fence = codeFence(text);
  return `${fence}${lang}\n${withLineEnd(text)}${fence}\n`;
}

function tableRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |\n`;
}

/** Writes text that is not at the start of a line, so that nothing in it is markup. */
function literal(text: string): string {
  return escapeInline(text.replace(/\s+/g, ' '));
}

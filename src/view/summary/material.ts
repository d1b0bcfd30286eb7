import type { Section } from '../../article/types.ts';
import { quoteBlocks } from '../../markdown/alert.ts';
import { plainText } from '../../markdown/block-text.ts';
import { htmlBlocks } from '../../markdown/html/html-blocks.ts';
import { inlines } from '../../markdown/lazy-inlines.ts';
import type { Block, Inline, InlineContent, ListItem } from '../../markdown/types.ts';
import { splitSentences } from './sentences.ts';

/** A sentence that a summary may be made of, and where it stands. */
export interface Candidate {
  readonly text: string;
  readonly section: Section;
  /** The section's own block, counted from 0, that it stands in. */
  readonly block: number;
  /** Whether it opens a paragraph. */
  readonly opening: boolean;
}

/**
 * The sentences of a section's own paragraphs, and those of its list items that are sentences. Headings, tables, code,
 * captions, footnotes and lists of links are no material; images, boxes and footnote marks leave no trace.
 */
export function gatherCandidates(section: Section, language?: string): readonly Candidate[] {
  const candidates: Candidate[] = [];
  let block = 0;
  let broken = false;
  for (const top of section.blocks) {
    for (const { text, item } of passages([top])) {
      // What goes on in lower case after a formula or a listing is the end of a sentence that began before it.
      let rest = broken && /^\p{Ll}/u.test(text);
      let opening = true;
      for (const sentence of splitSentences(text, language)) {
        const whole = !rest && (!item || isSentence(sentence.text));
        if (whole) candidates.push({ text: sentence.text, section, block, opening });
        rest = false;
        opening = false;
      }
    }
    if (top.type !== 'space') broken = top.type === 'math' || top.type === 'code';
    block += 1;
  }
  return candidates;
}

interface Passage {
  readonly text: string;
  readonly item: boolean;
}

function* passages(blocks: Iterable<Block>, item = false): Iterable<Passage> {
  for (const block of blocks) {
    if (block.type === 'paragraph' || block.type === 'text') {
      const text = prose(block.tokens);
      if (text !== '') yield { text, item };
    } else if (block.type === 'list') {
      for (const { tokens } of block.items as readonly ListItem[]) yield* passages(tokens, true);
    } else if (block.type === 'blockquote') {
      yield* passages(quoteBlocks(block), item);
    } else if (block.type === 'html') {
      yield* passages(htmlBlocks(block), item);
    }
  }
}

/** A paragraph's running text; empty for a caption or a row of links. */
function prose(tokens: InlineContent): string {
  const tree = inlines(tokens);
  const words = withoutMarks(tree);
  const text = plainText(words)
    .replace(/^\s*\[!\w+\]/, '')
    .trim();
  const linked = plainText(linksOf(words)).trim().length;
  if (linked > 0.8 * text.length) return '';
  if (tree.some((inline) => inline.type === 'image') && !isSentence(text)) return '';
  return caption.test(text) ? '' : text;
}

const caption =
  /^(?:fig(?:ure|\.)?|table(?:au)?|tabelle|abb(?:ildung|\.)|photo|foto|source|crédits?|credits?|quelle|図|圖|图|表)\s*[\d.]*\s*[:：.–—-]/i;

function withoutMarks(tree: readonly Inline[]): Inline[] {
  return tree.flatMap((inline): Inline[] => {
    if (inline.type === 'image' || inline.type === 'checkbox' || inline.type === 'footnote_reference') return [];
    if (inline.type === 'sup') {
      const raised = plainText(inline.tokens);
      // 10⁸ stays a power; a note's mark in brackets, or one that is a link, goes as a footnote's does.
      if (/^\d+$/.test(raised) && inline.tokens.every(({ type }) => type === 'text')) {
        return [{ type: 'text', text: raised.replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit))) }];
      }
      if (/^\[?[\d*†‡,–-]+\]?$/.test(raised)) return [];
    }
    return 'tokens' in inline ? [{ ...inline, tokens: withoutMarks(inline.tokens) }] : [inline];
  });
}

function linksOf(tree: readonly Inline[]): readonly Inline[] {
  return tree.flatMap((inline) => {
    if (inline.type === 'link') return [inline];
    return 'tokens' in inline ? linksOf(inline.tokens) : [];
  });
}

/** Whether a text ends as sentences do and has the length of one. */
export function isSentence(text: string): boolean {
  return /[.!?…。．！？؟۔।॥]["'’”»)\]」』）]*$/.test(text) && (text.length >= 24 || /[\u3040-\u9fff]{8}/.test(text));
}

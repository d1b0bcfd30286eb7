import type { Section } from '../../article/article-tree.ts';
import { quoteBlocks } from '../../markdown/alert.ts';
import { htmlBlocks } from '../../markdown/html/html-blocks.ts';
import { plainText } from '../../markdown/inline-text.ts';
import { inlines } from '../../markdown/lazy-inlines.ts';
import type { Block, Inline, ListItem } from '../../markdown/syntax-tree.ts';
import { isPublishersNote } from './cues.ts';
import { leavesQuotationOpen } from './quotation.ts';
import { splitSentences } from './sentences.ts';

/** A sentence that a summary may include, and its place in the article. */
export interface SentenceCandidate {
  readonly text: string;
  readonly section: Section;
  /** The index of its block among the section's own. */
  readonly block: number;
  /** Whether it opens a paragraph. */
  readonly opening: boolean;
  /** Whether it is the only sentence of its paragraph. */
  readonly sole: boolean;
  /** Whether it is of a list item. */
  readonly item: boolean;
  /** Whether it is within a quotation that began before it: its words are somebody's who is not named in it. */
  readonly quoted: boolean;
}

/** The sentences of a section, and how much of it is code. */
export interface Material {
  readonly candidates: readonly SentenceCandidate[];
  /** Number of its code blocks and of paragraphs with code in them, by which documentation is recognized. */
  readonly listings: number;
}

/**
 * Gathers the sentences of a section's own paragraphs, and those list items that are sentences. Headings, tables, code,
 * captions, footnotes, lists of links and publishers' notes are left out, and so are images, checkboxes and footnote
 * references.
 */
export function gatherCandidates(section: Section, language?: string): Material {
  const candidates: SentenceCandidate[] = [];
  let listings = 0;
  let block = 0;
  let interrupted = false;
  for (const top of section.blocks) {
    if (top.type === 'code') listings += 1;
    for (const { text, item, coded } of passages([top])) {
      if (coded) listings += 1;
      // A paragraph that continues in lower case after a formula or a listing is the end of a sentence begun before it.
      let continues = interrupted && /^\p{Ll}/u.test(text);
      let opening = true;
      const sentences = splitSentences(text, language);
      const sole = sentences.length === 1;
      let open = false;
      for (const { text: sentence } of sentences) {
        const quoted = open;
        open = leavesQuotationOpen(sentence, open);
        // Punctuation alone says nothing, and a text may have very much of it.
        if (!hasWord.test(sentence) && (!sole || candidates.length > 0)) continue;
        const complete = !continues && (!item || (isSentence(sentence) && !/^\p{Ll}/u.test(sentence)));
        if (complete && !isPublishersNote(sentence)) {
          candidates.push({ text: sentence, section, block, opening, sole, item, quoted });
        }
        continues = false;
        opening = false;
      }
    }
    if (top.type !== 'space') interrupted = top.type === 'math' || top.type === 'code';
    block += 1;
  }
  return { candidates, listings };
}

const hasWord = /[\p{L}\p{N}]/u;

interface Passage {
  readonly text: string;
  readonly item: boolean;
  /** Whether it has code spans. */
  readonly coded: boolean;
}

function* passages(blocks: Iterable<Block>, item = false): Iterable<Passage> {
  for (const block of blocks) {
    if (block.type === 'paragraph' || block.type === 'text') {
      const tree = inlines(block.tokens);
      const text = prose(tree);
      if (text !== '') yield { text, item, coded: tree.some(({ type }) => type === 'codespan') };
    } else if (block.type === 'list') {
      for (const { tokens } of block.items as readonly ListItem[]) yield* passages(tokens, true);
    } else if (block.type === 'blockquote') {
      yield* passages(quoteBlocks(block), item);
    } else if (block.type === 'html') {
      yield* passages(htmlBlocks(block), item);
    }
  }
}

/** Returns a paragraph's running text; empty for a caption or a row of links. */
function prose(tree: readonly Inline[]): string {
  const words = withoutReferences(tree);
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

function withoutReferences(tree: readonly Inline[]): Inline[] {
  return tree.flatMap((inline): Inline[] => {
    if (inline.type === 'image' || inline.type === 'checkbox' || inline.type === 'footnote_reference') return [];
    if (inline.type === 'sup') {
      const raised = plainText(inline.tokens);
      // 10⁸ stays a power; a reference in brackets, or one that is a link, goes as a footnote's does.
      if (/^\d+$/.test(raised) && inline.tokens.every(({ type }) => type === 'text')) {
        return [{ type: 'text', text: raised.replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit))) }];
      }
      if (/^\[?[\d*†‡,–-]+\]?$/.test(raised)) return [];
    }
    return 'tokens' in inline ? [{ ...inline, tokens: withoutReferences(inline.tokens) }] : [inline];
  });
}

function linksOf(tree: readonly Inline[]): readonly Inline[] {
  return tree.flatMap((inline) => {
    if (inline.type === 'link') return [inline];
    return 'tokens' in inline ? linksOf(inline.tokens) : [];
  });
}

/** Reports whether a text ends as sentences do and has the length of one. */
export function isSentence(text: string): boolean {
  if (!endsAsSentence(text)) return false;
  // A Korean syllable or a Han character says as much as two letters.
  return (
    text.length + (text.match(/[\u3040-\u9fff\uac00-\ud7af]/g)?.length ?? 0) >= 24 || /[\u3040-\u9fff]{8}/.test(text)
  );
}

/** Reports whether a text ends as sentences do, of whatever length. */
export function endsAsSentence(text: string): boolean {
  return endsSentence.test(text);
}

/** The full stops of all scripts, closing punctuation after them, and a reference in brackets. */
const endsSentence = /[.!?…。．！？؟۔।॥։።፧፨။។៕།༎][\p{Pe}\p{Pf}"'’”»“]*(?:\[\d{1,3}\])*$/u;

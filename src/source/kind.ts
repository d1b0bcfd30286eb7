import { codeLanguageOfFile, languageByLooks } from './data/source-code.ts';
import { type Declaration, declaredKind } from './declared-kind.ts';
import { extensionOf, textKind } from './extensions.ts';
import { detectMarkup } from './markup/detect-markup.ts';
import { browserOf } from './plain-text/dump/dump-segments.ts';
import { readBook } from './plain-text/gutenberg.ts';
import { readMail } from './plain-text/heads/mail.ts';
import { manualName } from './plain-text/heads/manual-name.ts';
import { readLines } from './plain-text/lines/line.ts';
import type { SourceKind } from './source.ts';
import { parseMediaType } from './web/media-type.ts';

/** What is known of a text before it is parsed. */
export interface KindClues extends Declaration {
  readonly text?: string | undefined;
}

/**
 * Detects the kind of a text: by its Content-Type, else by its extension, else by its contents. `text/plain` and `.txt`
 * are used for Markdown too, so there clear evidence in the contents counts.
 */
export function kindOf({ contentType, name = '', text = '' }: KindClues): SourceKind {
  const declared = declaredKind({ contentType, name });
  if (declared) return declared;
  const type = parseMediaType(contentType)?.essence ?? '';
  if (codeLanguageOfFile(name) !== undefined || /^application\/(?:json|yaml)$|\+json$/.test(type)) return 'code';
  return kindByLooks(text, textKind(extensionOf(name)) === 'undeclared');
}

/** Detects the kind of a text from its contents. `calledText`: declared plain text, so Markdown must be evident. */
function kindByLooks(text: string, calledText: boolean): SourceKind {
  const start = text.slice(0, 200_000);
  const head = afterComments(start.slice(0, 8000));
  if (/^<(?:!doctype\s+html|html|head|body)\b/i.test(head)) return 'html';
  if (languageByLooks(text) !== undefined) return 'code';
  if (manualName(head.slice(0, head.indexOf('\n')).trimEnd()) !== undefined) return 'text';
  const markdown = findMarkdown(start);
  // Some of Markdown's markup is theirs too; its fences, tables and links are not.
  const markup = detectMarkup(start, markdown.own);
  if (markup) return markup;
  if (isFragment(head, start) && markdown.score < 2.5) return 'html';
  if (markdown.score < (calledText ? 6 : markdown.lines > 40 ? 4 : 1.5) || markdown.kinds < (calledText ? 2 : 1))
    return 'text';
  if (markdown.kinds >= 3 && markdown.score >= 12) return 'markdown';
  // A dump's rows of `* ` and a book's rows of stars are not Markdown's.
  const lines = readLines(start);
  return browserOf(lines) || readBook(lines) || readMail(lines) ? 'text' : 'markdown';
}

/** Drops the comments and the XML declaration that a page may begin with. */
function afterComments(text: string): string {
  let rest = text.trimStart();
  for (;;) {
    const close = rest.startsWith('<!--') ? '-->' : rest.startsWith('<?xml') ? '?>' : undefined;
    const end = close ? rest.indexOf(close) : -1;
    if (!close || end < 0) return rest;
    rest = rest.slice(end + close.length).trimStart();
  }
}

/** Reports whether a text is HTML without `<html>`: it begins with an element and is full of them. */
function isFragment(head: string, text: string): boolean {
  if (
    !/^<(?:p|div|h[1-6]|article|section|main|header|ul|ol|table|blockquote|figure|pre|a|img|span|strong|em|meta|title|link|script|style|nav)\b[^>]{0,500}>/i.test(
      head,
    )
  )
    return false;
  const closed =
    text.match(
      /<\/(?:p|div|h[1-6]|article|section|main|header|ul|ol|li|table|tr|td|blockquote|figure|pre|a|span|strong|em)>/gi,
    )?.length ?? 0;
  const lines = text.match(/\n[^\S\n]*\S/g)?.length ?? 0;
  return closed > 0 && closed >= lines * 0.2;
}

/** The evidence of Markdown in a text. */
interface Evidence {
  readonly score: number;
  /** How many different constructs occur. */
  readonly kinds: number;
  readonly lines: number;
  /** How many constructs occur that no other markup has: fences, tables, inline links, headings with `#`. */
  readonly own: number;
}

/** Scores the constructs that only Markdown has. Lists, quotes and underlines count little: plain text has them too. */
function findMarkdown(text: string): Evidence {
  const found = new Map<string, number>();
  const add = (construct: string, worth: number, most: number): void => {
    found.set(construct, Math.min(most, (found.get(construct) ?? 0) + worth));
  };
  let lines = 0;
  let before = '';
  let fence: string | undefined;
  if (/^---\r?\n[\w-]+:[\s\S]{0,10000}?\n---[ \t]*\r?\n/.test(text)) add('front matter', 6, 6);
  if (/^% \S[^\n]*\n(?: +\S[^\n]*\n|% ?[^\n]*\n){1,8}\r?\n/.test(text) && !/\\(?:begin|document\w+)\{/.test(text))
    add('front matter', 6, 6);
  if (/^Title:[ \t]+\S[^\n]*\n(?:[^\n]+\n){0,40}\r?\n/.test(text)) add('front matter', 3.5, 6);
  for (const raw of text.split('\n')) {
    const line = raw.slice(0, 2000).trimEnd();
    const opening = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence !== undefined) {
      if (opening?.startsWith(fence) && line.trim() === opening) {
        add('fence', 4, 12);
        fence = undefined;
      }
      continue;
    }
    if (line !== '') lines++;
    if (opening) {
      fence = opening;
    } else if (/^#{1,6} \S/.test(line)) {
      // Two in a row are a shell's comments.
      add('heading', /^#/.test(before) ? -2 : 2.5, 20);
    } else if (/^ {0,3}\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)+\|?$/.test(line) && before.includes('|')) {
      add('table', 4, 8);
    } else if (/^\s*[-*+] \[[ xX]\] /.test(line)) {
      add('task', 3, 6);
    } else if (/^ {0,3}\[[^\]\n]{1,200}\]: ?\S/.test(line)) {
      add('definition', 2, 6);
    } else if (/^(?:={3,}|-{3,})$/.test(line) && before !== '') {
      add('underline', 0.5, 1);
    } else if (/^[-*+] \S/.test(line)) {
      add('bullet', 0.25, 1);
    }
    if (/!?\[[^\][\n]{0,300}\]\([^\s()]{1,300}/.test(line)) add('link', 3, 12);
    if (/(?<![\w*\\])\*\*[^\s*][^*\n]{0,200}\*\*(?![\w*])/.test(line)) add('strong', 2, 8);
    if (/(?<![\w*\\])\*[^\s*][^*\n]{0,200}[^\s*]\*(?![\w*])/.test(line)) add('emphasis', 1.5, 4);
    if (/(?<!`)`[^`\s][^`\n]{0,200}`(?!`)/.test(line)) add('code', 1.5, 6);
    before = line;
  }
  let score = 0;
  let kinds = 0;
  for (const worth of found.values()) {
    score += worth;
    if (worth >= 1) kinds++;
  }
  const own = ['fence', 'table', 'link', 'heading'].filter((construct) => (found.get(construct) ?? 0) > 0).length;
  return { score, kinds, lines, own };
}

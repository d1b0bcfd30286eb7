import { readFrontMatter } from '../../article/front-matter.ts';
import { UserError } from '../../errors.ts';
import { cleanLine } from '../../text/sanitize.ts';
import { extensionOf, pandocFormat, textKind } from '../extensions.ts';
import type { Received } from '../input/receive.ts';
import type { Source } from '../source.ts';
import { documentExtension } from '../web/media-type.ts';
import { type ProgramResult, runProgram } from './run-program.ts';

/** The options of reading a document. */
export interface DocumentOptions {
  readonly whole?: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Read also what we could read ourselves with pandoc. */
  readonly via?: 'pandoc';
}

/** Of the formats that do not need pandoc, those that it reads too, by its names, which are our kinds'. */
const alsoPandoc = /^(?:epub|rst|org|markdown|html)$/;

const limits = { timeout: 60_000, maxOutput: 100_000_000 };

/**
 * Reads a binary document, or one that another program converts: an EPUB, what pandoc reads, a PDF. Undefined for all
 * others.
 *
 * @throws UserError when that program is not installed, or fails.
 */
export async function readDocument(received: Received, options: DocumentOptions): Promise<Source | undefined> {
  const { path = '', contentType } = received;
  const extension = documentExtension(contentType, path) ?? extensionOf(path);
  if (startsWith(received.bytes, '%PDF-')) return readPdf(received, options);
  const own = textKind(extension) ?? extension;
  const format = pandocFormat(extension) ?? (options.via && alsoPandoc.test(own) ? own : undefined);
  if (format && !(format === 'rtf' && !startsWith(received.bytes, '{\\rtf')))
    return readWithPandoc(format, received, options);
  if (options.via) {
    throw new UserError(`pandoc cannot tell what ${received.name} is.`, {
      hint: 'Its name should end with .rst, .org, .docx or another of its formats.',
    });
  }
  if (!startsWith(received.bytes, 'PK')) return undefined;
  const { readEpub } = await import('./epub.ts');
  const book = readEpub(received.bytes, options);
  if (book) return book;
  if (extension !== 'epub') return undefined;
  throw new UserError(`${received.name} cannot be read.`, {
    hint: 'It is damaged, too large, or locked by its publisher.',
  });
}

function startsWith(bytes: Uint8Array, signature: string): boolean {
  return [...signature].every((character, at) => bytes[at] === character.charCodeAt(0));
}

/** GFM, with front matter, formulas and footnotes; without the HTML elements that pandoc's `gfm` resorts to. */
const markdownOut = [
  'markdown_strict',
  ...['pipe_tables', 'fenced_code_blocks', 'backtick_code_blocks', 'fenced_code_attributes', 'strikeout', 'task_lists'],
  ...['definition_lists', 'footnotes', 'yaml_metadata_block', 'tex_math_dollars', 'all_symbols_escapable'],
  ...['intraword_underscores', 'space_in_atx_header', 'lists_without_preceding_blankline'],
]
  .join('+')
  .concat('-raw_html-native_divs-native_spans');

async function readWithPandoc(format: string, { bytes, name }: Received, { env }: DocumentOptions): Promise<Source> {
  const argv = ['--sandbox', `--from=${format}`, `--to=${markdownOut}`, '--standalone', '--wrap=none'];
  const result = await runProgram('pandoc', argv, { input: bytes, env, ...limits });
  if (result.status === 'missing') {
    const source = isBinaryFormat.test(format) ? '' : ' As it is written: --from text.';
    throw missing(name, 'pandoc', 'pandoc', source);
  }
  const { body, title, metadata } = readFrontMatter(textOf(result, name, 'pandoc', 'pandoc'));
  return { markdown: body, ...(title && { title }), metadata };
}

/** Returns a PDF's text, laid out as on its pages where they have one column; else in reading order. */
async function readPdf({ bytes, name }: Received, { env, whole = false }: DocumentOptions): Promise<Source> {
  const run = async (...layout: readonly string[]): Promise<string> => {
    const result = await runProgram('pdftotext', [...layout, '-enc', 'UTF-8', '-', '-'], {
      input: bytes,
      env,
      ...limits,
    });
    return textOf(result, name, 'pdftotext', 'poppler-utils');
  };
  const laidOut = await run('-layout');
  const text = isInColumns(laidOut) ? await run() : laidOut;
  if (text.trim() === '')
    throw new UserError(`${name} has no text in it.`, { hint: 'Its pages are images: ocrmypdf makes text of them.' });
  const { readText } = await import('../plain-text/plain-text.ts');
  return readText(text, { whole });
}

/** Reports whether most lines have words on both sides of a gap: then pages have two columns. */
function isInColumns(text: string): boolean {
  let filled = 0;
  let split = 0;
  for (const line of text.split('\n').slice(0, 5000)) {
    if (line.trim() === '') continue;
    filled += 1;
    if (/\S+ \S+ \S+ {2,}\S+ \S+ \S+/.test(line.slice(0, 300))) split += 1;
  }
  return split > filled * 0.3;
}

function textOf(result: ProgramResult, name: string, program: string, installed: string): string {
  switch (result.status) {
    case 'done':
      return new TextDecoder().decode(result.output);
    case 'missing':
      throw missing(name, program, installed);
    case 'too-slow':
      throw new UserError(`${program} takes longer than a minute for ${name}.`);
    case 'too-large':
      throw new UserError(`${program} makes more than 100 MB of ${name}.`);
    case 'failed':
      throw new UserError(`${program} cannot read ${name}.`, {
        hint: cleanLine(result.message.split('\n').find((line) => line.trim() !== '') ?? '').slice(0, 200),
      });
  }
}

const isBinaryFormat = /^(?:docx|odt|epub)$/;

function missing(name: string, program: string, installed: string, more = ''): UserError {
  const brew = installed === 'poppler-utils' ? 'poppler' : installed;
  return new UserError(`${name} is read through ${program}, which is not installed.`, {
    hint: `The package ${installed} brings it: apt install ${installed}, or brew install ${brew}.${more}`,
  });
}

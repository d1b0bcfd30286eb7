import chalk from 'chalk';
import core from 'highlight.js/lib/core';
import { markedTerminal } from 'marked-terminal';
import type { Code } from '../../markdown/syntax-tree.ts';
import type { Segment } from '../segment.ts';
import type { Style } from '../style.ts';
import type { Role, Theme } from '../theme.ts';
import type { Highlighter, TimeLimit } from '../tools.ts';
import { codeLanguage, codeText } from './code-text.ts';
import { type Language, languageNamed, loadGrammars } from './languages.ts';

/** The most characters of a block that is highlighted. */
const usualLongestBlock = 64_000;
/** The most characters of a word in it, or of white space: on longer runs some grammars take more than linear time. */
const longestRun = 2000;

/** A code block with the text given to highlight.js, with which its output is compared. */
interface Job {
  readonly block: Code;
  readonly code: string;
  readonly language: Language;
}

/**
 * Loads a highlighter for some languages: marked-terminal's rendering of code, with the grammars requested and no
 * others. Which blocks are highlighted depends on their text alone; `limit` is the last resort against a regular
 * expression that backtracks without end, far above what any block that passes {@link mayHighlight} takes.
 */
export async function loadHighlighter(languages: Iterable<Language>, limit: TimeLimit): Promise<Highlighter> {
  for (const language of new Set(languages)) {
    for (const [name, grammar] of await loadGrammars(language)) {
      if (core.getLanguage(name)) continue;
      core.registerLanguage(name, grammar);
      // Compiles the grammar: interrupted by the time limit it would stay half compiled.
      core.highlight('', { language: name });
    }
  }
  // marked-terminal leaves code alone where chalk's shared instance has found no colours.
  chalk.level = 1;
  core.configure({ __emitter: Marker });
  const { code: highlight } = markedTerminal({ tab: 0, code: (text) => text }, { ignoreIllegals: true }).renderer;

  const results = new Map<Code, { readonly marked: string; readonly code: string } | undefined>();
  let stopped = false;

  function jobFor(block: Code): Job | undefined {
    const language = languageNamed(codeLanguage(block.lang));
    if (!language || !core.getLanguage(language)) return undefined;
    const code = codeText(block);
    return mayHighlight(code, language) ? { block, code, language } : undefined;
  }

  function prepare(blocks: readonly Code[]): void {
    const jobs: Job[] = [];
    for (const block of blocks) {
      results.set(block, undefined);
      const job = stopped ? undefined : jobFor(block);
      if (job) jobs.push(job);
    }
    if (jobs.length === 0) return;
    let next = 0;
    // A text with one runaway block may have thousands: after the first, highlighting stops.
    stopped ||= !limit(() => {
      for (; next < jobs.length; next++) {
        const { block, code, language } = jobs[next] as Job;
        results.set(block, { marked: highlight.call({ options: {} }, { text: code, lang: language }), code });
      }
    });
  }

  return {
    prepare,
    take(block, theme) {
      if (!results.has(block)) prepare([block]);
      const result = results.get(block);
      results.delete(block);
      return result && segmentsOf(result.marked, result.code, theme);
    },
  };
}

/** Reports whether code is short enough for its language's grammar, as a whole and in each of its runs. */
function mayHighlight(code: string, language: Language): boolean {
  if (code.length > (longestBlock[language] ?? usualLongestBlock)) return false;
  if (code.length <= longestRun) return true;
  const runs = [/\s+/, /\S+/, ...(likeC.has(language) ? [/[;{}()=,"]/] : [])];
  return runs.every((separator) => code.split(separator).every((run) => run.length <= longestRun));
}

/** Grammars that take more than linear time on some texts without a long run, and their characters in a second. */
const longestBlock: Partial<Record<Language, number>> = { ini: 16_000, markdown: 32_000 };

/** Languages whose grammars search for a function's declaration from every word on, up to the next punctuation. */
const likeC: ReadonlySet<Language> = new Set(['c', 'cpp', 'csharp', 'java']);

/** The roles of highlight.js's classes in the theme; not of `built_in`: a shell's `read` or `cd` is an ordinary word. */
const roles: Readonly<Record<string, Role>> = {
  keyword: 'codeKeyword',
  literal: 'codeNumber',
  number: 'codeNumber',
  symbol: 'codeNumber',
  bullet: 'codeNumber',
  string: 'codeString',
  regexp: 'codeString',
  formula: 'codeString',
  link: 'codeString',
  comment: 'codeComment',
  quote: 'codeComment',
  doctag: 'codeComment',
  title: 'codeName',
  section: 'codeName',
  name: 'codeName',
  // A template's `${…}` is code again, whatever surrounds it.
  subst: 'codeBlock',
  type: 'codeType',
  selector: 'codeName',
  attr: 'codeType',
  attribute: 'codeType',
  variable: 'codeType',
  template: 'codeType',
  meta: 'codeMeta',
  emphasis: 'em',
  strong: 'strong',
  code: 'codeString',
  addition: 'codeAdded',
  deletion: 'codeRemoved',
};
const kinds = Object.keys(roles);

// Shift out, a letter for the kind of code, …, shift in: characters that no sanitized code contains.
const open = '\x0e';
const close = '\x0f';
const firstKind = 0x40;

/** What highlight.js writes code to: its text, each part of a kind within delimiters in place of HTML's tags. */
class Marker {
  #text = '';
  #depth = 0;

  addText(text: string): void {
    this.#text += text;
  }

  addKeyword(text: string, kind: string): void {
    this.openNode(kind);
    this.addText(text);
    this.closeNode();
  }

  addSublanguage(emitter: Marker): void {
    this.#text += emitter.#text;
  }

  openNode(kind: string): void {
    this.#depth++;
    // `meta` of `meta-string`.
    this.#text += open + String.fromCharCode(firstKind + kinds.indexOf(kind.split('-')[0] ?? ''));
  }

  closeNode(): void {
    if (this.#depth === 0) return;
    this.#depth--;
    this.#text += close;
  }

  closeAllNodes(): void {
    while (this.#depth > 0) this.closeNode();
  }

  finalize(): void {}

  /** Returns the marked text as cli-highlight takes it: it parses HTML. */
  toHTML(): string {
    return this.#text.replace(/[&<]/g, (character) => (character === '&' ? '&amp;' : '&lt;'));
  }
}

/** Turns marked text into segments; a nested kind has the inner style. `undefined` if its text is not the code. */
function segmentsOf(marked: string, code: string, theme: Theme): Segment[] | undefined {
  const segments: { text: string; readonly style: Style }[] = [];
  const styles = [theme.codeBlock];
  let style = theme.codeBlock;
  let done = 0;
  // marked-terminal ends every block with an empty line.
  for (const chunk of marked.trimEnd().split(/(\x0e.|\x0f)/)) {
    if (chunk.startsWith(open)) {
      const role = roles[kinds[chunk.charCodeAt(1) - firstKind] ?? ''];
      style = role ? theme[role] : style;
      styles.push(style);
    } else if (chunk === close) {
      styles.pop();
      style = styles.at(-1) ?? theme.codeBlock;
    } else if (chunk !== '') {
      if (!code.startsWith(chunk, done)) return undefined;
      done += chunk.length;
      const last = segments.at(-1);
      if (last?.style === style) last.text += chunk;
      else segments.push({ text: chunk, style });
    }
  }
  return done === code.length ? segments : undefined;
}

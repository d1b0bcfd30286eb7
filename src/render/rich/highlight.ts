import chalk from 'chalk';
import core from 'highlight.js/lib/core';
import { markedTerminal } from 'marked-terminal';
import type { Segment } from '../segment.ts';
import type { Role, Style, Theme } from '../theme.ts';
import type { Highlighter, TimeLimit } from './highlighter.ts';
import { type Language, languageNamed, loadGrammars } from './languages.ts';

/** A block longer than this, in characters, stays plain. */
const LONGEST = 64_000;
/** So many blocks may be stopped before their language is given up: a text may hold thousands that run away. */
const MOST_STOPPED = 5;

/**
 * A highlighter for these languages: marked-terminal's paint of code, with the grammars asked for and no others. Each
 * block is painted within `limit`, for some grammars take half a minute on 20 kB.
 */
export async function loadHighlighter(languages: Iterable<Language>, limit: TimeLimit): Promise<Highlighter> {
  const wanted = new Set(languages);
  for (const language of wanted) {
    for (const [name, grammar] of await loadGrammars(language)) core.registerLanguage(name, grammar);
  }
  // marked-terminal leaves code alone where chalk's shared instance has judged its own surroundings colourless. That
  // instance paints nothing here: the theme below only marks what is to be painted.
  chalk.level = 1;
  const options = { theme: marks(), ignoreIllegals: true };
  const { code: paint } = markedTerminal({ tab: 0, code: (text) => text }, options).renderer;

  // A grammar is compiled when it is first used, which is no block's fault. V8 too: it interprets an expression at its
  // first use and compiles it at the second, but on a text of a thousand characters it does so at once.
  for (const language of wanted) paint.call({ options: {} }, { text: ' '.repeat(1000), lang: language });

  const stopped = new Map<Language, number>();
  return (code, name, theme) => {
    const language = languageNamed(name);
    if (!language || !core.getLanguage(language) || code.length > LONGEST) return undefined;
    const before = stopped.get(language) ?? 0;
    if (before >= MOST_STOPPED) return undefined;
    let marked = '';
    const done = limit(() => {
      marked = paint.call({ options: {} }, { text: code, lang: language });
    });
    if (!done) {
      stopped.set(language, before + 1);
      return undefined;
    }
    return segmentsOf(marked, code, theme);
  };
}

/** What highlight.js calls a piece of code, by what it is to the theme. */
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
  function: 'codeBlock',
  class: 'codeBlock',
  params: 'codeBlock',
  subst: 'codeBlock',
  tag: 'codeBlock',
  default: 'codeBlock',
  type: 'codeType',
  // A shell's `read` or `cd` is a word like any other there.
  built_in: 'codeBlock',
  builtin: 'codeBlock',
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
const kinds = Object.entries(roles);

// Shift out, a letter for the kind of code, …, shift in: characters that no cleaned code can have.
const OPEN = '\x0e';
const CLOSE = '\x0f';
const FIRST_KIND = 0x40;

/** A theme for cli-highlight that paints nothing, but marks each piece by its kind. */
function marks(): Readonly<Record<string, (text: string) => string>> {
  return Object.fromEntries(
    kinds.map(([name], index) => {
      const open = OPEN + String.fromCharCode(FIRST_KIND + index);
      return [name, (text: string) => open + text + CLOSE];
    }),
  );
}

/**
 * Marked text as segments; a kind within a kind has the look of the inner one. `undefined` if its text is not the code.
 */
function segmentsOf(marked: string, code: string, theme: Theme): Segment[] | undefined {
  const segments: { text: string; readonly style: Style }[] = [];
  const styles = [theme.codeBlock];
  let style = theme.codeBlock;
  let told = 0;
  let from = 0;
  for (let at = 0; at <= marked.length && told < code.length; at++) {
    const character = at < marked.length ? marked[at] : CLOSE;
    if (character !== OPEN && character !== CLOSE) continue;
    if (at > from) {
      // marked-terminal ends every block with an empty line.
      const text = marked.slice(from, Math.min(at, from + code.length - told));
      if (!code.startsWith(text, told)) return undefined;
      told += text.length;
      const last = segments.at(-1);
      if (last?.style === style) last.text += text;
      else segments.push({ text, style });
    }
    if (character === CLOSE) styles.pop();
    else {
      at++;
      const [name, role] = kinds[marked.charCodeAt(at) - FIRST_KIND] ?? [];
      const own = role && role !== 'codeBlock' ? theme[role] : undefined;
      // A template's `${…}` is code again, whatever surrounds it.
      styles.push(own ?? (name === 'subst' ? theme.codeBlock : style));
    }
    style = styles.at(-1) ?? theme.codeBlock;
    from = at + 1;
  }
  return told === code.length ? segments : undefined;
}

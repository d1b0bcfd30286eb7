import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { basename } from 'node:path';
import type { System } from '../system.ts';
import { cleanLine } from '../text/sanitize.ts';
import { write } from './output.ts';

/** A program and its arguments. */
export type PagerCommand = readonly [program: string, ...arguments_: string[]];

/** ARTICLE_PAGER, then PAGER, else less; none when it is `cat` or set to nothing. */
export function pagerCommand(env: System['env']): PagerCommand | undefined {
  const [program, ...rest] = splitWords(env.ARTICLE_PAGER ?? env.PAGER ?? 'less');
  return program === undefined || program === 'cat' ? undefined : [program, ...rest];
}

/** Words as a shell parts them, quotes and backslashes understood; nothing is expanded, since no shell runs it. */
export function splitWords(line: string): string[] {
  const words = line.match(/(?:[^\s"'\\]|\\.|"(?:[^"\\]|\\.)*"|'[^']*')+/g) ?? [];
  return words.map((word) =>
    word.replace(
      /\\(.)|"((?:[^"\\]|\\.)*)"|'([^']*)'/g,
      (_, escaped, double, single) => escaped ?? single ?? double.replace(/\\(["\\$`])/g, '$1'),
    ),
  );
}

export interface PagerOptions {
  /** Whether colours and links may pass. */
  readonly escapes: boolean;
  /** What the prompt says. */
  readonly title?: string;
  /** Open at the first place where this stands, and let `n` and `N` go from one to the next. */
  readonly find?: string;
}

/** What a section's heading looks like on the page: its number and two spaces. */
const sectionPattern = '^ *[0-9]+([.][0-9]+)*  [^ ]';

/**
 * Has less know a pattern from the start, so that `n` and `N` go from section to section, or from hit to hit, and say
 * the title and how far one is. What the person has set in LESS stays.
 */
function lessArguments({ title, find }: PagerOptions, { LESS = '' }: System['env']): string[] {
  const prompt = /(^|[\s-])[A-Za-z]*P|--prompt/.test(LESS) ? [] : [`-Ps${promptText(title)}?pB(%pB\\%):line %lb.`];
  // Sections are searched for quietly, and from the top: `g` goes back to where we were.
  const search = find === undefined ? ['-G', `+/${sectionPattern}\ng`] : ['-i', `+/${anyAccent(find)}\n`];
  return [...prompt, ...search];
}

/**
 * A title in less's language of prompts, where some signs have a meaning. In ASCII: less 590 takes the letters of a
 * prompt for bytes. Nothing, where that would leave a title in ruins.
 */
function promptText(title = ''): string {
  const ascii = cleanLine(title)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[‘’]/g, "'")
    .replace(/[«»“”]/g, '"')
    .replace(/[–—]/g, '-')
    .replace(/\s+/g, ' ')
    .slice(0, 60);
  return /^[ -~]+$/.test(ascii) ? `${ascii.replace(/[\\?:.%]/g, '\\$&')} ` : '';
}

/** The letters that accents make of a letter, for less knows nothing of them. */
const accented: Readonly<Record<string, string>> = {
  a: 'aàáâãäåāăą',
  c: 'cçćč',
  e: 'eèéêëēęě',
  i: 'iìíîïī',
  n: 'nñńň',
  o: 'oòóôõöøō',
  s: 'sśšş',
  u: 'uùúûüūů',
  y: 'yýÿ',
  z: 'zźżž',
};

/** A pattern for less that matches the text whatever its accents; spaces may be of any kind. */
function anyAccent(text: string): string {
  const letters = [...cleanLine(text).trim()].map((letter) => {
    if (/\s/.test(letter)) return '[[:space:]\u00a0\u202f]+';
    if (letter === "'" || letter === '’') return "['’]";
    const variants = accented[letter.toLowerCase()];
    return variants ? `[${variants}]` : letter.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  });
  return letters.join('');
}

/**
 * Feeds pieces to the pager and waits until the reader leaves it; leaving early is success. False when the pager
 * cannot be started, with nothing shown yet.
 */
export async function page(
  pieces: Iterable<string>,
  command: PagerCommand,
  system: System,
  options: PagerOptions,
): Promise<boolean> {
  const [program, ...arguments_] = command;
  const isLess = basename(program) === 'less';
  const child = spawn(program, isLess ? [...lessArguments(options, system.env), ...arguments_] : arguments_, {
    stdio: ['pipe', 'inherit', 'inherit'],
    // Our pattern is nothing that the person has searched for: less shall not remember it.
    env: { ...system.env, LESS: system.env.LESS ?? 'FRX', ...(isLess && { LESSHISTFILE: '-' }) },
  });
  try {
    await once(child, 'spawn');
  } catch {
    return false;
  }
  // Ctrl-C belongs to the pager while it runs: less stops searching, and we must not leave it alone on the terminal.
  const ignore = () => {};
  const terminate = () => child.kill('SIGTERM');
  process.on('SIGINT', ignore);
  process.once('SIGTERM', terminate);
  const closed = once(child, 'close');
  try {
    await write(pieces, child.stdin, options);
    child.stdin.end();
    await closed;
  } finally {
    process.off('SIGINT', ignore);
    process.off('SIGTERM', terminate);
  }
  return true;
}

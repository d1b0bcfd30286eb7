import { Command } from 'commander';
import type { System } from '../system.ts';
import { write } from '../terminal/output.ts';
import { cleanLine } from '../text/sanitize.ts';
import type { Tree } from './command-tree.ts';
import { shells } from './completion.ts';
import { summaries } from './summaries.ts';

/** Makes the command that shells run; see `completion/scripts.ts`. Whatever goes wrong, it is silent. */
export function completeCommand(system: System, tree: Tree): Command {
  return new Command('complete')
    .description('Print the words that may come next on a command line: what shells run.')
    .argument('[shell]', 'who asks')
    .argument('[words...]', 'the words so far')
    .action(async (shell: string | undefined, words: readonly string[]) => {
      if (shell === undefined) return;
      // A first word that is no shell is the first of @bomb.sh/tab, whose protocol names none.
      const isTab = !(shells as readonly string[]).includes(shell);
      const found = isTab ? linesFor('', [shell, ...words], system, tree) : linesFor(shell, words, system, tree);
      const lines = await found.then((all) => (isTab ? asTab(all) : all)).catch((): readonly string[] => []);
      await write(lines, system.stdout, { escapes: false }).catch(() => {});
    });
}

/** What ends the lines of @bomb.sh/tab: whether names of files may come next (0) or not (4). */
function asTab(lines: readonly string[]): readonly string[] {
  return lines.at(-1) === files ? [...lines.slice(0, -1), ':0\n'] : [...lines, ':4\n'];
}

/** What ends our lines where names of files may come next. */
const files = ':files\n';

/** The commands that a person types. */
const names = Object.entries(summaries)
  .filter(([name]) => name !== 'complete' && name !== 'manual')
  .map(([value, description]) => ({ value, description }));

/** Loads the command that the words belong to: all of them take as long to load as Node to start. */
async function commandsFor(words: readonly string[], tree: Tree): Promise<readonly Command[]> {
  const [first = '', ...rest] = words;
  if (first === 'help' || (rest.length === 0 && !first.startsWith('-'))) return [];
  return (await tree.load(tree.names.includes(first) ? first : 'read')).commands;
}

/** Returns the words as the program would get them. */
async function typedWords(
  shell: string,
  sent: readonly string[],
  { home }: Pick<System, 'home'>,
): Promise<readonly string[]> {
  const isLine = shell === 'bash';
  const words = isLine ? (await import('../completion/line-words.ts')).lineWords(sent.join(' ')).slice(1) : sent;
  const last = words.at(-1) ?? '';
  const before = words.slice(0, -1).map((word) => (/^~(?:\/|$)/.test(word) && home ? home + word.slice(1) : word));
  // PowerShell loses an empty word, and sends a space for it; zsh leaves a quote that is still open.
  if (shell === 'powershell' && last === ' ') return [...before, ''];
  return [...before, shell === 'zsh' ? last.replace(/^["']/, '') : last];
}

async function linesFor(
  shell: string,
  words: readonly string[],
  system: System,
  tree: Tree,
): Promise<readonly string[]> {
  const { findCandidates } = await import('../completion/find-candidates.ts');
  const typed = await typedWords(shell, words, system);
  const commands = await commandsFor(typed, tree);
  const { candidates, files: withFiles } = await findCandidates(typed, commands, names, shell, system);
  const lines = candidates.map(({ value, description = '' }) => {
    const meaning = cleanLine(description);
    return `${cleanLine(value)}${meaning === '' ? '' : `\t${meaning}`}\n`;
  });
  return withFiles ? [...lines, files] : lines;
}

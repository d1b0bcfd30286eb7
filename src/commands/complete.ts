import { Command } from 'commander';
import { shells } from '../completion/shells.ts';
import type { System } from '../system.ts';
import { write } from '../terminal/output.ts';
import { cleanLine } from '../text/sanitize.ts';
import type { CommandTree } from './command-tree.ts';
import { summaries } from './summaries.ts';

/** Creates the command that shells run; see `completion/scripts.ts`. It is silent whatever goes wrong. */
export function completeCommand(system: System, tree: CommandTree): Command {
  return new Command('complete')
    .description('Print the words that may come next on a command line: what shells run.')
    .argument('[shell]', 'who asks')
    .argument('[words...]', 'the words so far')
    .action(async (shell: string | undefined, words: readonly string[]) => {
      if (shell === undefined) return;
      // Otherwise it is the first word of @bomb.sh/tab, whose protocol names no shell.
      const isTab = !(shells as readonly string[]).includes(shell);
      const found = isTab ? linesFor('', [shell, ...words], system, tree) : linesFor(shell, words, system, tree);
      const lines = await found.then((all) => (isTab ? asTab(all) : all)).catch((): readonly string[] => []);
      await write(lines, system.stdout, { escapes: false }).catch(() => {});
    });
}

/** Returns candidates in the protocol of @bomb.sh/tab, whose last line allows file names (0) or not (4). */
function asTab(lines: readonly string[]): readonly string[] {
  return lines.at(-1) === files ? [...lines.slice(0, -1), ':0\n'] : [...lines, ':4\n'];
}

/** The last line of our own protocol, where file names may come next. */
const files = ':files\n';

/** The commands that a user types. */
const names = Object.entries(summaries)
  .filter(([name]) => name !== 'complete' && name !== 'manual')
  .map(([value, description]) => ({ value, description }));

/** Loads the command that the words belong to: loading all takes as long as starting Node. */
async function commandsFor(words: readonly string[], tree: CommandTree): Promise<readonly Command[]> {
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
  tree: CommandTree,
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

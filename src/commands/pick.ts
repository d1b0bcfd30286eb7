import { Command } from 'commander';
import type { Article } from '../article/article-tree.ts';
import { eachSection } from '../article/each-section.ts';
import { UserError, usageError } from '../errors.ts';
import type { System } from '../system.ts';
import { printNote } from '../terminal/diagnostics.ts';
import { cleanLine } from '../text/sanitize.ts';
import { loadSource } from './load-source.ts';
import { addPrintOptions, addSourceOptions, type PrintOptions, type SourceOptions, sourceArgument } from './options.ts';
import { printViews } from './print-views.ts';
import { splitRequest } from './split-request.ts';

interface PickOptions extends SourceOptions, PrintOptions {}

export function pickCommand(system: System): Command {
  const command = new Command('pick')
    .description('Choose sections by typing, with fzf where it is installed, else from a list, and read them.')
    .argument(...sourceArgument)
    .addHelpText(
      'before',
      `Examples:
  article pick notes.md                 type some letters, Enter; Tab marks several
`,
    );
  return addPrintOptions(addSourceOptions(command)).action((source: string | undefined, options: PickOptions) =>
    pick(source === undefined ? [] : [source], options, system),
  );
}

async function pick(arguments_: readonly string[], options: PickOptions, system: System): Promise<void> {
  const request = await splitRequest(arguments_, options, system);
  if (request.selectors.length > 0) {
    throw usageError(`“${request.selectors[0]}” is no source.`);
  }
  if (system.stderr.isTTY !== true) {
    throw new UserError('There is no terminal to choose on.', { hint: 'Name the section: article read.' });
  }
  const article = await loadSource(request.source, options, system);
  if (article.sections.length === 0) return printViews({ kind: 'article', article }, options, system);
  const chosen = await choose(article, system);
  if (chosen.length === 0) return;
  const { selectSections } = await import('../view/select.ts');
  await printViews({ kind: 'sections', article, sections: selectSections(article, chosen) }, options, system);
}

async function choose(article: Article, system: System): Promise<readonly string[]> {
  const [{ ask, chooseWithFzf }, { controllingTerminal }] = await Promise.all([
    import('../terminal/choose-line.ts'),
    import('../terminal/device.ts'),
  ]);
  const choices = Array.from(eachSection(article.sections), ({ number, title }) => ({
    value: number,
    text: `${'  '.repeat(number.split('.').length - 1)}${number}  ${cleanLine(title)}`,
  }));
  const { savedText } = await import('../source/shelf/saved-text.ts');
  const found = await chooseWithFzf(choices, savedText(article, new Date().toISOString()), system);
  if (found) return found;
  const keys = system.stdin.isTTY === true ? undefined : controllingTerminal();
  if (!keys && system.stdin.isTTY !== true) {
    throw new UserError('There is no fzf, and no terminal to type on.', { hint: 'Name the section: article read.' });
  }
  printNote(choices.map(({ text }) => text).join('\n'), system);
  const typed = await ask('Section: ', keys ?? (system.stdin as NodeJS.ReadStream), system);
  keys?.destroy();
  return typed === undefined ? [] : [typed];
}

import { Command, Option } from 'commander';
import { UserError } from '../errors.ts';
import type { System } from '../system.ts';
import { printNote } from '../terminal/diagnostics.ts';
import { linkTarget } from '../text/link-target.ts';
import { isAddress } from '../text/parse-url.ts';
import type { FoundLink } from '../view/view.ts';
import { loadSections } from './load-sections.ts';
import { type ReadingOptions, wholeNumber, withReading } from './options.ts';
import { printViews } from './print-views.ts';

interface LinksOptions extends ReadingOptions {
  readonly open?: number;
}

export function linksCommand(system: System): Command {
  const command = new Command('links')
    .description(
      'List the links, images and footnotes of an article. In a pipe: number, text, address, section and kind, separated by tabs.',
    )
    .addOption(
      new Option('--open <number>', 'open this one in the browser')
        .argParser(wholeNumber(1, 1_000_000, 'as the number of a link'))
        .conflicts('batch'),
    )
    .addHelpText(
      'before',
      `Examples:
  article links notes.md                all of a file
  article links guide 2                 of section 2
  article links notes.md --open 3       the third, in the browser
`,
    );
  return withReading(command, (arguments_, options: LinksOptions) => links(arguments_, options, system));
}

async function links(arguments_: readonly string[], options: LinksOptions, system: System): Promise<void> {
  const { findLinks } = await import('../view/parts/find-links.ts');
  if (options.batch) return (await import('./batch.ts')).batch(arguments_, findLinks, options, system);
  const { article, sections } = await loadSections(arguments_, options, system);
  const view = findLinks(article, sections);
  if (options.open !== undefined) return open(view.links, options.open, system);
  if (view.links.length === 0) throw new UserError('There is no link.');
  await printViews(view, options, system);
}

/** Opens a link in the browser, after printing its address. */
async function open(links: readonly FoundLink[], number: number, system: System): Promise<void> {
  const link = links[number - 1];
  if (!link) {
    throw new UserError(`There is no link ${number}.`, {
      hint: `There are ${links.length}: article links lists them.`,
    });
  }
  const address = linkTarget(link.address);
  if (address === undefined || !isAddress(address)) {
    throw new UserError(`Link ${number} is no page for a browser: ${link.address}`, {
      hint: '\nOnly http and https are opened.',
    });
  }
  printNote(`Opening ${address}`, system);
  const { openBrowser } = await import('../terminal/programs.ts');
  if (await openBrowser(address, system.env)) return;
  throw new UserError('No browser can be started.', { hint: 'Name one in BROWSER.' });
}

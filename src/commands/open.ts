import { Command } from 'commander';
import type { System } from '../system.ts';
import { printDiagnostic } from '../terminal/diagnostics.ts';
import { isAddress } from '../text/parse-url.ts';
import { chooseSections } from './choose-sections.ts';
import { loadSource } from './load-source.ts';
import { addPrintOptions, addSourceOptions, type PrintOptions, type SourceOptions } from './options.ts';
import { printViews } from './print-views.ts';
import { splitRequest } from './split-request.ts';

export interface OpenOptions extends SourceOptions, PrintOptions {
  readonly private?: boolean;
}

export function openCommand(system: System): Command {
  const command = new Command('open')
    .description(
      'Read an article in the full screen: contents beside the text, search, links that open in place. A text opened again opens where it was left. Press ? for the keys.',
    )
    .argument(
      '[source]',
      'a name on the shelf, a path, an address, or - for standard input (default: what was read last)',
    )
    .argument('[section]', 'where to begin: a number (2.1), an id (#intro) or words of the title')
    .option('--private', 'keep nothing of what is read')
    .addHelpText(
      'before',
      `Examples:
  article open                          what was read last, to choose from
  article open notes.md                 a file, from where it was left
  article open notes.md 2.1             from its section 2.1
  article open https://example.org/     a page
`,
    );
  return addPrintOptions(addSourceOptions(command)).action(
    (source: string | undefined, section: string | undefined, options: OpenOptions) =>
      open(
        [source, section].filter((typed) => typed !== undefined),
        options,
        system,
      ),
  );
}

/** Opens the full screen; where there can be none, says so and prints, as `read` does. */
export async function open(arguments_: readonly string[], options: OpenOptions, system: System): Promise<void> {
  const { openArticle, openList, openSource, refusal } = await import('../reader/open-reader.ts');
  const reason = refusal(options, system);
  const request = await splitRequest(arguments_, options, system);
  const { source } = request;
  const isWhole = request.selectors.length === 0 && request.fragment === undefined;
  if (reason === undefined && isWhole) {
    if (source === undefined && system.stdinType === 'other' && (await openList(options, system))) return;
    if (source !== undefined && isFile(source) && (await openSource(source, options, system))) return;
  }
  const article = await loadSource(source, options, system);
  const sections = await chooseSections(article, request, system);
  const origin = source ?? (system.stdinType === 'other' ? undefined : '-');
  if (reason === undefined && (await openArticle(article, origin, sections?.[0], options, system))) return;
  printDiagnostic(`no full screen, for ${reason ?? 'there is no terminal'}: printed instead.`, system);
  await printViews(sections ? { kind: 'sections', article, sections } : { kind: 'article', article }, options, system);
}

/** Reports whether a source is neither an address, which is slow, nor standard input, which can be read only once. */
function isFile(source: string): boolean {
  return source !== '-' && !isAddress(source);
}

import { Command, Option } from 'commander';
import type { System } from '../system.ts';
import {
  addPrintOptions,
  addSectionOptions,
  addSourceOptions,
  type PrintOptions,
  type SourceOptions,
  sectionArgument,
  sourceArgument,
  toWhole,
} from './options.ts';
import { loadSections, print } from './pipeline.ts';

interface CodeOptions extends SourceOptions, PrintOptions {
  readonly lang?: string;
  readonly number?: number;
}

export function codeCommand(system: System): Command {
  const command = addSectionOptions(new Command('code'))
    .summary('the blocks of code')
    .description('Print the blocks of code of an article, as they are written. In a pipe: nothing but the code.')
    .argument(...sourceArgument)
    .argument(...sectionArgument)
    .option('--lang <language>', 'only those of this language, as their fence names it')
    .addOption(
      new Option('-n, --number <number>', 'only the one of this number').argParser((typed) =>
        toWhole(typed, 1, 1_000_000, 'as the number of a block'),
      ),
    )
    .addHelpText(
      'before',
      `Examples:
  article code notes.md                 all of a file
  article code notes.md install         of one section
  article code notes.md --lang sh -n 1  the first in sh
`,
    );
  return addPrintOptions(addSourceOptions(command)).action(
    (first: string | undefined, rest: string[], options: CodeOptions) =>
      code(first === undefined ? rest : [first, ...rest], options, system),
  );
}

async function code(arguments_: readonly string[], options: CodeOptions, system: System): Promise<void> {
  const { article, sections } = await loadSections(arguments_, options, system);
  const { findCode } = await import('../view/parts/code.ts');
  const { lang: language, number } = options;
  const chosen = { ...(sections && { sections }), ...(language && { language }), ...(number && { number }) };
  await print(findCode(article, chosen), options, system);
}

import { Argument, Command } from 'commander';
import { type Shell, shells } from '../completion/shells.ts';
import type { System } from '../system.ts';
import { write } from '../terminal/output.ts';

export function completionCommand(system: System): Command {
  return new Command('completion')
    .description(
      'Print what a shell runs to complete commands, options and their values, names on the shelf, and the sections of the source on the line.',
    )
    .addArgument(new Argument('<shell>', 'the shell').choices(shells))
    .addHelpText(
      'before',
      `Examples:
  eval "$(article completion bash)"     in ~/.bashrc
  eval "$(article completion zsh)"      in ~/.zshrc
  article completion fish | source      in ~/.config/fish/config.fish
  article completion powershell | Out-String | Invoke-Expression
                                        in the file that $PROFILE names
`,
    )
    .action(async (shell: Shell) => {
      const { completionScripts } = await import('../completion/scripts.ts');
      await write([completionScripts[shell]], system.stdout, { escapes: false });
    });
}

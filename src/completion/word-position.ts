import type { Command, Option } from 'commander';

/** What is to be completed: a word of a command line, in the context of the words before it. */
export interface WordPosition {
  /** The command; undefined where it is itself to be completed. */
  readonly command: Command | undefined;
  /** The typed characters of the word, without an option's name and `=`. */
  readonly beginning: string;
  /** What the shell expects before each candidate: `--format=`, where the shell takes that for one word. */
  readonly prefix: string;
  /** The option whose value the word is. */
  readonly option?: Option;
  /** Whether the word is an option. */
  readonly isOption: boolean;
  /** The arguments before the word, without options. */
  readonly arguments: readonly string[];
  /** The values of the options that select the article, before the word. */
  readonly values: Readonly<Record<string, string>>;
}

/** Classifies the last word of a command line. `words` are those after the program's name. */
export function wordPositionOf(words: readonly string[], commands: readonly Command[], shell: string): WordPosition {
  const last = words.at(-1) ?? '';
  const before = words.slice(0, -1);
  const [first] = before;
  const named = first === undefined ? undefined : find(commands, first);
  const command = named ?? (first === undefined && !last.startsWith('-') ? undefined : find(commands, 'read'));
  const values: Record<string, string> = {};
  const arguments_: string[] = [];
  let option: Option | undefined;
  let isEnded = false;
  for (const word of named ? before.slice(1) : before) {
    if (option) {
      values[option.attributeName()] = word;
      option = undefined;
    } else if (isEnded || !/^-./.test(word)) {
      arguments_.push(word);
    } else if (word === '--') {
      isEnded = true;
    } else {
      const [name = '', value] = word.split(/=(.*)/s);
      const found = command?.options.find(({ long, short }) => name === long || name === short);
      if (value !== undefined && found) values[found.attributeName()] = value;
      else if (found?.required) option = found;
    }
  }
  const base = { command, arguments: arguments_, values };
  const [, name, value] = /^(--[^=]+)=(.*)$/s.exec(isEnded ? '' : last) ?? [];
  if (!option && name !== undefined && value !== undefined) {
    const assigned = command?.options.find(({ long }) => long === name);
    // bash takes the value behind `=` for a word of its own.
    const prefix = shell === 'bash' ? '' : `${name}=`;
    return { ...base, ...(assigned && { option: assigned }), beginning: value, prefix, isOption: !assigned };
  }
  const isOption = !option && !isEnded && last.startsWith('-');
  return { ...base, ...(option && { option }), beginning: last, prefix: '', isOption };
}

function find(commands: readonly Command[], word: string): Command | undefined {
  return commands.find((command) => command.name() === word || command.aliases().includes(word));
}

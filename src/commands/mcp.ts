import { Command } from 'commander';
import { version } from '../../package.json';
import { UserError } from '../errors.ts';
import type { Input, System } from '../system.ts';
import { write } from '../terminal/output.ts';

export function mcpCommand(system: System): Command {
  return new Command('mcp')
    .description(
      'Serve the Model Context Protocol on standard input and output: a language model lists, reads, searches and sums up files below the current folder, and addresses, and nothing else.',
    )
    .addHelpText(
      'before',
      `Examples:
  claude mcp add article -- article mcp
`,
    )
    .action(() => serve(system));
}

/** Characters of a message: a longer one is no request. */
const longestMessage = 10_000_000;

async function serve(system: System): Promise<void> {
  const [{ answerMessage }, { createTools }] = await Promise.all([
    import('../mcp/protocol.ts'),
    import('../mcp/create-tools.ts'),
  ]);
  const tools = createTools(system);
  const server = {
    name: 'article',
    version,
    instructions: 'Lists, reads, searches and sums up articles: Markdown, HTML and text, from files and addresses.',
  };
  let written: Promise<unknown> = Promise.resolve();
  const answer = async (line: string): Promise<void> => {
    const text = await answerMessage(line, tools, server);
    if (text === undefined) return;
    written = written.then(() => write([`${text}\n`], system.stdout, { escapes: false }));
    await written;
  };
  const answering = new Set<Promise<unknown>>();
  const take = (line: string) => {
    if (line.trim() === '') return;
    // A slow page does not delay the other messages.
    const answered: Promise<unknown> = answer(line).then(() => answering.delete(answered));
    answering.add(answered);
    // Nobody can be answered any more. The error stays in the set, and is thrown below.
    answered.catch(() => system.stdin.destroy?.());
  };
  try {
    await eachLine(system.stdin, take);
  } finally {
    // However the input ends, what was asked before is answered.
    await Promise.all(answering);
  }
}

/**
 * Calls `take` with each line of an input, without its end, as soon as that has come.
 *
 * @throws UserError at a line that is too long.
 */
async function eachLine(input: Input, take: (line: string) => void): Promise<void> {
  const decoder = new TextDecoder();
  let line = '';
  for await (const chunk of input) {
    const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    const [end = '', ...others] = text.split('\n');
    line += end;
    for (const other of others) {
      take(line);
      line = other;
    }
    if (line.length > longestMessage) throw new UserError('A message is longer than any request can be.');
  }
  take(line);
}

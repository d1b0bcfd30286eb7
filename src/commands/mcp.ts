import { Command } from 'commander';
import { version } from '../../package.json';
import { UserError } from '../errors.ts';
import type { System } from '../system.ts';
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
  const decoder = new TextDecoder();
  let written: Promise<unknown> = Promise.resolve();
  const answering = new Set<Promise<void>>();
  let rest = '';
  const take = (line: string) => {
    if (line.trim() === '') return;
    // A slow page does not delay the other messages.
    const answer = answerMessage(line, tools, server).then((text) => {
      if (text !== undefined) written = written.then(() => write([`${text}\n`], system.stdout, { escapes: false }));
      answering.delete(answer);
    });
    answering.add(answer);
  };
  for await (const chunk of system.stdin) {
    rest += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    const lines = rest.split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > longestMessage) throw new UserError('A message is longer than any request can be.');
    for (const line of lines) take(line);
  }
  take(rest);
  await Promise.all(answering);
  await written;
}

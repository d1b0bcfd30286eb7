import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A pipe to another program that shows afterwards whether everything was read. */
export interface WatchedPipe {
  /** The end that is written to. */
  readonly input: Socket;
  /** The program's end. Nothing else reads it while the program runs. */
  readonly output: Socket;
}

/**
 * Opens such a pipe; undefined where there can be none. It is a pair of sockets: of a pipe to a child process Node
 * closes the child's end, and what was left in it is lost.
 */
export async function openWatchedPipe(): Promise<WatchedPipe | undefined> {
  let folder: string | undefined;
  const server = createServer({ pauseOnConnect: true });
  try {
    // Only its owner may enter it, so that nobody else can connect.
    folder = mkdtempSync(join(tmpdir(), 'article-'));
    const path = join(folder, 'pipe');
    server.listen(path);
    await once(server, 'listening');
    const accepted = once(server, 'connection');
    const input = connect(path);
    await once(input, 'connect');
    const [output] = (await accepted) as [Socket];
    return { input, output };
  } catch {
    return undefined;
  } finally {
    server.close();
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  }
}

/** Reports whether a program that has ended has read everything written. */
export function isAllRead({ input, output }: WatchedPipe): Promise<boolean> {
  if (!input.writableEnded || output.destroyed) return Promise.resolve(false);
  return new Promise((resolve) => {
    output.once('data', () => resolve(false));
    output.once('end', () => resolve(true));
    output.once('error', () => resolve(false));
    output.resume();
  });
}

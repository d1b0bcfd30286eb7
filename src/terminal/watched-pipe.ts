import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A pipe to another program, of which one can tell afterwards whether all was read. */
export interface WatchedPipe {
  /** The end that is written to. */
  readonly input: Socket;
  /** The end that the program is to be given. Nothing else reads it while that runs. */
  readonly output: Socket;
}

/**
 * Makes such a pipe; undefined where there can be none. It is a pair of sockets: of the pipes that Node makes for a child
 * process it closes the child's end, and with it goes what was left in them.
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

/** Tells whether a program that has ended has read all that was written. */
export function isAllRead({ input, output }: WatchedPipe): Promise<boolean> {
  if (!input.writableEnded || output.destroyed) return Promise.resolve(false);
  return new Promise((resolve) => {
    output.once('data', () => resolve(false));
    output.once('end', () => resolve(true));
    output.once('error', () => resolve(false));
    output.resume();
  });
}

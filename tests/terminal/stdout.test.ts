import { closeSync, constants, openSync, readFileSync, readSync } from 'node:fs';
import { Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Output } from '../../src/system.ts';
import { directOutput } from '../../src/terminal/stdout.ts';
import { createFifo } from '../support/fifo.ts';
import { emptyFolder } from '../support/program.ts';

const never = () => {
  throw new Error('Node’s stream is not needed.');
};

/** Returns the result of a write: its error's code, or nothing. */
function written(output: Output, text: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    output.write(text, (error) => resolve((error as NodeJS.ErrnoException | null)?.code));
  });
}

describe('an output that is written to directly', () => {
  it('has written when write returns', () => {
    const path = join(emptyFolder(), 'file');
    const descriptor = openSync(path, 'w');
    const output = directOutput(descriptor, never);
    expect(output.write('one é\n')).toBe(true);
    expect(output.write('')).toBe(true);
    expect(output.write('two\n')).toBe(true);
    expect(readFileSync(path, 'utf8')).toBe('one é\ntwo\n');
    closeSync(descriptor);
  });

  it.runIf(process.platform === 'linux')('reports a full disk to the write', async () => {
    const descriptor = openSync('/dev/full', 'w');
    expect(await written(directOutput(descriptor, never), 'text')).toBe('ENOSPC');
    closeSync(descriptor);
  });

  it('reports to the write that the reader has gone', async () => {
    const path = createFifo();
    const reader = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const descriptor = openSync(path, 'w');
    closeSync(reader);
    expect(await written(directOutput(descriptor, never), 'text')).toBe('EPIPE');
    closeSync(descriptor);
  });

  it('leaves a pipe that does not wait to Node’s stream, in order and without loss', async () => {
    const path = createFifo();
    const reader = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const descriptor = openSync(path, constants.O_WRONLY | constants.O_NONBLOCK);
    const stream = new Socket({ fd: descriptor, readable: false, writable: true });
    const output = directOutput(descriptor, () => stream);
    const text = Array.from({ length: 40_000 }, (_, number) => `ligne ${number} é\n`).join('');
    const ends = [written(output, text), written(output, 'the end\n')];
    const chunks: Buffer[] = [];
    const chunk = Buffer.alloc(10_000);
    while (!Buffer.concat(chunks.slice(-2)).includes('the end\n')) {
      try {
        chunks.push(Buffer.from(chunk.subarray(0, readSync(reader, chunk))));
      } catch (error) {
        expect((error as NodeJS.ErrnoException).code).toBe('EAGAIN');
      }
      await setTimeout(0);
    }
    expect(Buffer.concat(chunks).toString()).toBe(`${text}the end\n`);
    expect(await Promise.all(ends)).toEqual([undefined, undefined]);
    stream.destroy();
    closeSync(reader);
  });
});

import { closeSync, constants, openSync, writeFileSync, writeSync } from 'node:fs';
import { Socket } from 'node:net';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Input } from '../../src/system.ts';
import { directInput } from '../../src/terminal/stdin.ts';
import { createFifo } from '../support/fifo.ts';
import { emptyFolder } from '../support/program.ts';

const never = () => {
  throw new Error('Node’s stream is not needed.');
};

/** Creates a named pipe that has a reader, so that it can be opened for writing. */
function openPipe() {
  const path = createFifo();
  const reader = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  return { path, reader, writer: openSync(path, 'w') };
}

async function readAll(input: Input): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of input) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString();
}

describe('an input that is read directly', () => {
  it('is a file, to its end', async () => {
    const path = join(emptyFolder(), 'file');
    const text = 'une ligne é\n'.repeat(20_000);
    writeFileSync(path, text);
    expect(await readAll(directInput(path, never))).toBe(text);
  });

  it.runIf(process.platform === 'linux')(
    'is a pipe whose writer has gone, with something in it or nothing',
    async () => {
      for (const text of ['', 'one\ntwo\n']) {
        const { path, reader, writer } = openPipe();
        writeSync(writer, text);
        closeSync(writer);
        expect(await readAll(directInput(path, never))).toBe(text);
        closeSync(reader);
      }
    },
  );

  it.runIf(process.platform === 'linux')('leaves what a pipe does not have yet to Node’s stream', async () => {
    for (const first of ['', 'one, ']) {
      const { path, reader, writer } = openPipe();
      writeSync(writer, first);
      const stream = new Socket({ fd: reader, readable: true, writable: false });
      const text = readAll(directInput(path, () => stream as unknown as NodeJS.ReadStream));
      await setTimeout(50);
      writeSync(writer, 'two');
      closeSync(writer);
      expect(await text).toBe(`${first}two`);
    }
  });

  it('is what Node’s stream gives where it cannot be opened', async () => {
    const stream = Readable.from([Buffer.from('words')]) as unknown as NodeJS.ReadStream;
    expect(await readAll(directInput(join(emptyFolder(), 'missing'), () => stream))).toBe('words');
  });

  it('is not waited for once it is destroyed', async () => {
    const input = directInput(join(emptyFolder(), 'missing'), never);
    input.destroy?.();
    expect(await readAll(input)).toBe('');
  });
});

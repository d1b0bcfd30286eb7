import { describe, expect, it } from 'vitest';
import { type OutputSink, write } from '../../src/terminal/output.ts';

/** Creates a sink whose writes fail with an error of this code. */
function failing(code: string): OutputSink {
  return {
    on: () => {},
    write(_text, done) {
      done?.(Object.assign(new Error(`${code}: write`), { code }));
      return false;
    },
  };
}

describe('a write that fails', () => {
  // The last is what a pager's pipe says on Node 22 and later when the pager quits while a write waits.
  it.each(['EPIPE', 'ECONNRESET', 'ERR_STREAM_DESTROYED', 'ECANCELED'])(
    'is a quiet end where nobody reads on (%s)',
    async (code) => {
      expect(await write(['text'], failing(code), { escapes: false })).toBe(false);
    },
  );

  it('is an error on a full disk', async () => {
    await expect(write(['text'], failing('ENOSPC'), { escapes: false })).rejects.toThrow('no space left');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDecoder, type InputEvent } from '../../../src/reader/keys/decode.ts';
import { runs } from '../../support/effort.ts';

/** What a terminal sends, and what it means: a key's name, or an event. */
const table: readonly (readonly [bytes: string, ...events: (string | InputEvent)[]])[] = [
  ['a', 'a'],
  ['G', 'G'],
  ['é', 'é'],
  ['語', '語'],
  ['👩', '👩'],
  [' ', 'space'],
  ['\r', 'enter'],
  ['\n', 'enter'],
  ['\t', 'tab'],
  ['\x7f', 'backspace'],
  ['\b', 'backspace'],
  ['\0', 'ctrl-space'],
  ['\x03', 'ctrl-c'],
  ['\x1a', 'ctrl-z'],
  ['\x1c', 'ctrl-\\'],
  ['\x1b', 'escape'],
  ['\x1b\x1b', 'escape', 'escape'],
  ['\x1bv', 'alt-v'],
  ['\x1bé', 'alt-é'],
  ['\x1b\r', 'alt-enter'],
  ['\x1b[', 'alt-['],
  ['\x1bO', 'alt-O'],
  ['\x1b]', 'alt-]'],
  ['\x1b[A', 'up'],
  ['\x1b[B', 'down'],
  ['\x1bOA', 'up'],
  ['\x1bOB', 'down'],
  ['\x1bOH', 'home'],
  ['\x1bOM', 'enter'],
  ['\x1bOq', 'alt-O', 'q'],
  ['\x1b[1;3C', 'alt-right'],
  ['\x1b[1;5D', 'ctrl-left'],
  ['\x1b[1;2A', 'shift-up'],
  ['\x1b[1;8A', 'ctrl-alt-shift-up'],
  ['\x1b[H', 'home'],
  ['\x1b[F', 'end'],
  ['\x1b[1~', 'home'],
  ['\x1b[4~', 'end'],
  ['\x1b[5~', 'pageup'],
  ['\x1b[6~', 'pagedown'],
  ['\x1b[6;5~', 'ctrl-pagedown'],
  ['\x1b[3~', 'delete'],
  ['\x1b[Z', 'shift-tab'],
  ['\x1bOP', 'f1'],
  ['\x1b[11~', 'f1'],
  ['\x1b[[A', 'f1'],
  ['\x1b[24~', 'f12'],
  // Kitty's protocol and xterm's modifyOtherKeys, where another program has left them on.
  ['\x1b[97u', 'a'],
  ['\x1b[97;2u', 'A'],
  ['\x1b[97;5u', 'ctrl-a'],
  ['\x1b[97:65;2u', 'A'],
  ['\x1b[106;1:2u', 'j'],
  ['\x1b[106;1:3u'],
  ['\x1b[27u', 'escape'],
  ['\x1b[13u', 'enter'],
  ['\x1b[13;2u', 'shift-enter'],
  ['\x1b[9;2u', 'shift-tab'],
  ['\x1b[32u', 'space'],
  ['\x1b[57404u', '5'],
  ['\x1b[57358u'],
  ['\x1b[27;5;106~', 'ctrl-j'],
  // The mouse, in SGR's notation.
  ['\x1b[<0;10;5M', { type: 'mouse', action: 'press', column: 9, row: 4 }],
  ['\x1b[<0;10;5m', { type: 'mouse', action: 'release', column: 9, row: 4 }],
  ['\x1b[<32;11;5M', { type: 'mouse', action: 'drag', column: 10, row: 4 }],
  ['\x1b[<64;1;1M', { type: 'mouse', action: 'wheel-up', column: 0, row: 0 }],
  ['\x1b[<65;1;1M', { type: 'mouse', action: 'wheel-down', column: 0, row: 0 }],
  ['\x1b[<66;1;1M'],
  ['\x1b[<2;1;1M'],
  ['\x1b[<0;10M'],
  ['\x1b[M !!'],
  ['\x1b[M\x1b[Aq', 'q'],
  // Pastes, whatever is in them.
  ['\x1b[200~q\x03\x1b[A\x1b[201~', { type: 'paste', text: 'q\x03\x1b[A' }],
  ['\x1b[200~\x1b[201~x', { type: 'paste', text: '' }, 'x'],
  ['\x1b[200~naïve 語\x1b[201~', { type: 'paste', text: 'naïve 語' }],
  // Replies that nobody requested, and what is no key.
  ['\x1b]11;rgb:ffff/ffff/ffff\x07q', 'q'],
  ['\x1b]11;rgb:ffff/ffff/ffff\x1b\\q', 'q'],
  ['\x1bP1$r0m\x1b\\q', 'q'],
  ['\x1b[?62;4cq', 'q'],
  ['\x1b[?2026;2$yq', 'q'],
  ['\x1b[>0;276;0cq', 'q'],
  ['\x1b[1;1Rq', 'f3', 'q'],
  ['\x1b[Iq', 'q'],
  ['\x1b[99999999999;99999999999~q', 'q'],
  ['\x1b[1;2\x18q', 'ctrl-x', 'q'],
];

function events(expected: readonly (string | InputEvent)[]): InputEvent[] {
  return expected.map((event) => (typeof event === 'string' ? { type: 'key', key: event } : event));
}

/** Returns what is decoded when the bytes come in chunks, and nothing after them. */
function decode(chunks: readonly Uint8Array[]): InputEvent[] {
  const decoder = createDecoder();
  return [...chunks.flatMap((chunk) => decoder.push(chunk)), ...decoder.flush()];
}

describe('what a terminal sends', () => {
  it.each(table.map(([bytes, ...expected]) => [JSON.stringify(bytes), bytes, events(expected)] as const))(
    '%s is understood, split anywhere',
    (_, text, expected) => {
      const bytes = Buffer.from(text);
      expect(decode([bytes])).toEqual(expected);
      for (let at = 1; at < bytes.length; at++) {
        expect(decode([bytes.subarray(0, at), bytes.subarray(at)])).toEqual(expected);
      }
      expect(decode(Array.from(bytes, (_, at) => bytes.subarray(at, at + 1)))).toEqual(expected);
    },
  );

  it('is the same events however it is split, whatever it is', () => {
    const pieces = fc.oneof(
      fc.constantFrom(...table.map(([bytes]) => Buffer.from(bytes))),
      fc.uint8Array({ maxLength: 12 }),
      fc
        .constantFrom('\x1b', '\x1b[', '\x1b[<', '\x1b[200~', '\x1b[201~', '\x1bO', ';', '1', 'M', '~', 'u')
        .map((text) => Buffer.from(text)),
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), fc.array(fc.nat(200), { maxLength: 6 }), (parts, cuts) => {
        const bytes = Buffer.concat(parts);
        const places = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((one, other) => one - other);
        const split = [0, ...places].map((from, index) => bytes.subarray(from, places[index] ?? bytes.length));
        expect(decode(split)).toEqual(decode([bytes]));
      }),
      runs(3000),
    );
  });

  it('leaves nothing waiting for ever', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const decoder = createDecoder();
        decoder.push(bytes);
        decoder.flush();
        // A paste waits for its end, and a reply for its own, up to their limits: then a key is a key again.
        decoder.push(Buffer.from(`\x1b[201~\x1b\\${'x'.repeat(5000)}`));
        const last = decoder.push(Buffer.from('q')).at(-1);
        expect(last).toEqual({ type: 'key', key: 'q' });
      }),
      runs(2000),
    );
  });

  it('keeps no more of a paste and of a reply than it may', () => {
    const decoder = createDecoder();
    decoder.push(Buffer.from('\x1b[200~'));
    for (let count = 0; count < 300; count++) decoder.push(Buffer.alloc(1000, 97));
    const [paste] = decoder.push(Buffer.from('\x1b[201~'));
    expect(paste?.type === 'paste' && paste.text.length).toBe(100_000);
    expect(decoder.push(Buffer.from(`\x1b]${'x'.repeat(6000)}`)).length).toBeGreaterThan(0);
  });
});

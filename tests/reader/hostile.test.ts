import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../src/article/parse-article.ts';
import { createFrameWriter } from '../../src/reader/screen/frame-writer.ts';
import { copySequence, enterModes, leaveModes } from '../../src/reader/screen/terminal-sequences.ts';
import { destinationOf } from '../../src/reader/state/destination.ts';
import { strangersIn } from '../hostile/strangers.ts';
import { contexts, threats } from '../hostile/threats.ts';
import { isThorough, sample } from '../support/effort.ts';
import { look, Session } from './session.ts';

/** What the reader itself writes around its rows: where a row begins, what wipes its end, where a character goes. */
const ours = /\x1b\[\?2026[hl]|\x1b\[\d+;1H|\x1b\[\d+G|\x1b\[K/g;

const screens: readonly (readonly string[])[] = [
  [],
  ['G'],
  ['w', 's'],
  ['o'],
  ['o', 'x'],
  ['f'],
  ['tab'],
  ['tab', 'tab', 'enter'],
  ['/', 'e'],
  [':', 'a', 'tab'],
  [':', 'a', 'enter'],
  ['m', 'a', "'", 'b'],
  ['y'],
  ['x'],
];

describe('whatever is in a text', () => {
  const texts = Object.entries(threats).flatMap(([threat, words]) =>
    Object.entries(contexts).map(([context, within]) => [threat, context, within(words)] as const),
  );

  it.each(Object.keys(threats))('%s: nothing of it drives the terminal, on any screen', async (threat) => {
    const own = texts.filter(([name]) => name === threat);
    for (const [index, [, , source]] of sample(own, 4).entries()) {
      for (const keys of isThorough ? screens : sample(screens.slice(index % 2), 7)) {
        const article = parseArticle(`# Title ${threats[threat]}\n\n## Section ${threats[threat]}\n\n${source}\n`);
        const text = {
          article,
          source: 'text.md',
          path: `/texts/${threats[threat]}.md`,
          name: threats[threat] ?? '',
          marks: {},
        };
        const page = { ...look.page, hyperlinks: true };
        const session = new Session(text, 110, 20, () => undefined, { ...look, page });
        await session.press(...keys);
        const writer = createFrameWriter();
        writer.usePage(session.state.layout.page);
        const written = writer.write(session.frame(), 110);
        expect(strangersIn(written.replace(ours, ''), { escapes: true })).toEqual([]);
      }
    }
  });
});

describe('what is written besides', () => {
  it('gives back all that it takes', () => {
    const taken = [...enterModes(true).matchAll(/\x1b\[\?(\d+)([hls])/g)].map(([, mode, how]) => `${mode}${how}`);
    const givenBack = [...leaveModes.matchAll(/\x1b\[\?(\d+)([hlr])/g)].map(([, mode, how]) => `${mode}${how}`);
    for (const each of taken) {
      const opposite = each.endsWith('h')
        ? each.replace('h', 'l')
        : each.endsWith('l')
          ? each.replace('l', 'h')
          : each.replace('s', 'r');
      // The wheel's mode is kept and restored, not switched off: some terminals have it on.
      if (each !== '1007h') expect(givenBack).toContain(opposite);
    }
  });

  it('hands at most 100 kB to the clipboard, in base64', () => {
    expect(copySequence('naïve\u001b[31m')).toBe('\u001b]52;c;bmHDr3ZlG1szMW0=\u0007');
    expect(copySequence('x'.repeat(100_000))).toBeDefined();
    expect(copySequence('x'.repeat(100_001))).toBeUndefined();
    expect(copySequence('é'.repeat(60_000))).toBeUndefined();
  });
});

describe('where a link leads', () => {
  const local = { article: parseArticle(''), path: '/texts/a.md', marks: {} };
  const page = { article: parseArticle(''), address: 'https://example.org/a/b?c', marks: {} };
  it.each([
    ['#part%20two', local, { kind: 'section', id: 'part two' }],
    ['other.md#part', local, { kind: 'file', path: 'other.md', fragment: 'part' }],
    ['a%20b.md?x', local, { kind: 'file', path: 'a b.md' }],
    ['https://example.org/x#y', local, { kind: 'page', address: 'https://example.org/x', fragment: 'y' }],
    ['//example.org/x', local, { kind: 'page', address: 'https://example.org/x' }],
    ['www.example.org', local, { kind: 'page', address: 'http://www.example.org/' }],
    ['mailto:a@example.org', local, { kind: 'other', address: 'mailto:a@example.org' }],
    ['footnote:3', local, { kind: 'footnote', number: 3 }],
    ['c', page, { kind: 'page', address: 'https://example.org/a/c' }],
    ['/etc/passwd', page, { kind: 'page', address: 'https://example.org/etc/passwd' }],
    ['?c#d', page, { kind: 'section', id: 'd' }],
    ['file:///etc/passwd', page, undefined],
    ['file:///etc/passwd', local, undefined],
    ['javascript:alert(1)', page, undefined],
    ['JavaScript:alert(1)', local, undefined],
    ['data:text/html,x', local, undefined],
    ['', local, undefined],
    ['a\0b', local, undefined],
  ] as const)('%s is %o', (reference, text, destination) => {
    expect(destinationOf(reference, text)).toEqual(destination);
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bindingGroups, inAscii } from '../../../src/reader/keys/bindings.ts';
import { lineText } from '../../../src/render/segment.ts';
import { look, openFile, Session } from '../session.ts';

const guide = readFileSync('articles/guide.md', 'utf8');
const chapter = /^## The full screen\n[\s\S]*?(?=^## )/m.exec(guide)?.[0] ?? '';
const bindings = bindingGroups.flatMap((group) => group.bindings);

/** Returns the page of keys as it is on a screen, turned until its end. */
async function pages(columns: number, rows: number, unicode: boolean): Promise<readonly string[]> {
  const own = { ...look, page: { ...look.page, unicode } };
  const session = new Session(openFile('tests/reader/texts/tea.md'), columns, rows, undefined, own);
  await session.press('?');
  const shown: string[] = [];
  while (session.state.mode.kind === 'help') {
    shown.push(session.frame().map(lineText).join('\n'));
    await session.press('space');
  }
  return shown;
}

describe('the table of keys', () => {
  it('is in the guide, row by row', () => {
    const rows = bindingGroups.flatMap((group) =>
      group.bindings.map(({ shown, does }, index) => [index === 0 ? group.title : '', `\`${shown}\``, does]),
    );
    const written = [...chapter.matchAll(/^\| (.*?) *\| (`.*`) +\| (.*?) *\|$/gm)].map((cells) => cells.slice(1));
    expect(written).toEqual(rows);
  });

  it.each([
    [80, 24, true],
    [80, 24, false],
    [120, 32, true],
    [300, 90, true],
  ])('is shown at once by ? on %d x %d, Unicode: %s', async (columns, rows, unicode) => {
    const shown = await pages(columns, rows, unicode);
    expect(shown).toHaveLength(1);
    for (const { shown: keys, does } of bindings) {
      expect(shown[0]).toMatch(rowOf(unicode ? keys : inAscii(keys), unicode ? does : inAscii(does)));
    }
  });

  it.each([
    [20, 5],
    [40, 12],
    [79, 10],
    [100, 12],
  ])('is shown whole by ? on %d x %d, page by page', async (columns, rows) => {
    const shown = (await pages(columns, rows, true)).join('\n').replace(/\s+/g, ' ');
    for (const { shown: keys } of bindings) expect(shown).toContain(` ${keys} `);
  });
});

/** Keys and what they do on one line, however far apart. */
function rowOf(keys: string, does: string): RegExp {
  const exactly = (text: string): string => text.replace(/[\\^$*+?.()|[\]{}]/g, '\\$&');
  return new RegExp(`(?:^| )${exactly(keys)} +${exactly(does)}(?: |$)`, 'm');
}

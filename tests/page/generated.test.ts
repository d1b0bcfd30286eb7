import fc from 'fast-check';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { expect, test } from 'vitest';
import { comparePlain, compareRich, withoutSpaces } from '../support/compare.ts';
import { documents } from '../support/documents.ts';
import { runs } from '../support/effort.ts';
import { plain, rich } from '../support/render-text.ts';
import { visibleText } from '../support/visible-text.ts';

const well = { lost: [], added: [] };

/** Returns what another parser makes of a document. */
function reference(markdown: string): string {
  return micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] });
}

test('plain text holds the words of any document', () => {
  fc.assert(
    fc.property(documents, fc.integer({ min: 20, max: 120 }), (markdown, width) => {
      const text = plain(markdown);
      expect(comparePlain(text, visibleText(reference(markdown)))).toEqual(well);
      expect(withoutSpaces(plain(markdown, width))).toBe(withoutSpaces(text));
    }),
    runs(300),
  );
});

test('the rich page holds the words of any document', () => {
  fc.assert(
    fc.property(documents, fc.integer({ min: 20, max: 120 }), (markdown, width) => {
      expect(compareRich(rich(markdown, width), visibleText(reference(markdown), 'rich'))).toEqual(well);
    }),
    runs(300),
  );
});

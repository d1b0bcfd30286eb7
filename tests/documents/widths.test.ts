import { Rules } from '@cto.af/linebreak';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { parseArticle } from '../../src/article/parse-article.ts';
import { type Page, plainPage } from '../../src/render/page.ts';
import { renderPlain } from '../../src/render/plain/plain.ts';
import { renderRich } from '../../src/render/rich/rich.ts';
import { readDocument } from './commands.ts';

const tools = { breaker: (text: string) => [...new Rules().breaks(text)].map(({ position }) => position) };
const widths = Array.from({ length: 101 }, (_, at) => 20 + at);

/** How often each letter and digit occurs: signs aside, since rules, bars and bullets are drawn with them. */
function letters(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [letter] of text.matchAll(/[\p{L}\p{N}]/gu)) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return counts;
}

describe.each(['articles/amazon-openai.md', 'articles/guide.md', 'README.md', 'CHANGELOG.md'])('%s', (path) => {
  const view = { kind: 'article' as const, article: parseArticle(readDocument(path)) };
  // Plain text ticks a task with a letter.
  const plain = letters([...renderPlain(view, plainPage)].join('').replaceAll('[x]', ''));

  test('fits each width from 20 to 120 columns, and loses no letter', () => {
    for (const width of widths) {
      const page: Page = { ...plainPage, width, unicode: true, wrapCode: true };
      const text = [...renderRich(view, page, tools)].join('');
      const wide = text.split('\n').filter((line) => stringWidth(line) > width && !line.includes('https://'));
      expect(wide, `${width} columns`).toEqual([]);
      const found = letters(text);
      const lost = [...plain].filter(([letter, count]) => (found.get(letter) ?? 0) < count);
      expect(lost, `${width} columns`).toEqual([]);
    }
  });
});

import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../../src/article/parse-article.ts';
import { plainPage } from '../../../src/render/page.ts';
import { renderRich } from '../../../src/render/rich/render-rich.ts';

const words = (count: number) => `${'word '.repeat(count).trim()}.`;

function outline(markdown: string, width: number, name?: string): string[] {
  const view = { kind: 'outline' as const, article: parseArticle(markdown), ...(name && { name }) };
  return [...renderRich(view, { ...plainPage, width })].join('').trimEnd().split('\n');
}

describe('the list of sections', () => {
  it('sets each level in by four columns at most, and by three below', () => {
    const lines = outline('# T\n## A\n### B\n#### C\n##### D\n###### E\n', 48);
    expect(lines.slice(4)).toEqual([
      '1  A',
      '   1.1  B',
      '      1.1.1  C',
      '         1.1.1.1  D',
      '            1.1.1.1.1  E',
    ]);
  });

  it('shows the minutes of the longer sections alone, and of the whole above', () => {
    const lines = outline(`# T\n## Short\n${words(100)}\n## Long\n${words(1200)}\n`, 40);
    expect(lines).toEqual([
      'T',
      '2 sections · 7\u00a0min',
      '─'.repeat(40),
      '',
      '1  Short',
      `2  Long${' '.repeat(28)}7\u00a0min`,
    ]);
  });

  it('never separates a title from its time, however narrow', () => {
    const markdown = `## A title that has to be wrapped on any narrow page\n${words(1200)}\n### Another long one below it\n${words(900)}\n`;
    for (let width = 20; width < 60; width++) {
      const lines = outline(markdown, width).filter((line) => line.includes('min') && !line.includes('section'));
      for (const line of lines) expect(line, `${width}`).toMatch(/\S {2,}\d+\u00a0min$/);
    }
  });

  it('writes hours as hours', () => {
    expect(outline(`## A\n${words(40_000)}\n`, 60).at(-1)).toMatch(/^ *1 {2}A +3\u00a0h\u00a0\d\d$/);
  });
});

describe('the title', () => {
  it('is the name of the file where the text has none', () => {
    expect(outline('Hello.\n', 40, 'letter.txt')[0]).toBe('letter.txt');
    expect(outline('# Title\n\nHello.\n', 40, 'letter.txt')[0]).toBe('Title');
  });

  it('does not show the site’s name twice', () => {
    const page = (title: string) => outline(`---\ntitle: "${title}"\nsite: TheHill\n---\n\nText.\n`, 40);
    expect(page('Noem doubles down | TheHill').slice(0, 2)).toEqual([
      'Noem doubles down',
      expect.stringContaining('TheHill'),
    ]);
    expect(page('Noem doubles down - TheHill')[0]).toBe('Noem doubles down');
    expect(page('What is TheHill')[0]).toBe('What is TheHill');
    expect(page('TheHill')[0]).toBe('TheHill');
  });
});

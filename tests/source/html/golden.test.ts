import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readHtml } from '../../../src/source/html/html.ts';
import { goldenFiles } from '../../support/golden.ts';

const { expectGolden } = goldenFiles('tests/fixtures/html', '.md');
const folder = new URL('../../fixtures/html/', import.meta.url);
const pages = readdirSync(folder).filter((name) => name.endsWith('.html'));

describe.each(pages)('%s', (name) => {
  const html = readFileSync(new URL(name, folder), 'utf8');
  const article = readHtml(html);

  test('reads as the Markdown beside it', () => {
    const { title, metadata, markdown } = article;
    const about = Object.entries({ title, ...metadata }).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
    expectGolden(name.replace('.html', '.md'), `---\n${about.join('\n')}\n---\n\n${markdown}\n`);
  });

  test('whole: holds all that the article holds, and its title', () => {
    const whole = readHtml(html, { whole: true });
    const words = (text: string) => new Set(text.match(/\p{L}{4,}/gu));
    const all = words(whole.markdown);
    expect([...words(article.markdown)].filter((word) => !all.has(word))).toEqual([]);
    expect(whole.markdown).toContain(`# ${article.title}`);
    expect(whole.markdown.length).toBeGreaterThan(article.markdown.length);
  });
});

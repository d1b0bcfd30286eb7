import { afterEach, describe, expect, it, vi } from 'vitest';
import { parseArticle } from '../../../src/article/parse-article.ts';
import type { Page } from '../../../src/render/page.ts';
import { loadHighlighter } from '../../../src/render/rich/highlight.ts';
import { languageNamed } from '../../../src/render/rich/languages.ts';
import { loadTools } from '../../../src/render/rich/load.ts';
import { themeOf } from '../../../src/render/theme.ts';
import { timeLimit } from '../../../src/terminal/time-limit.ts';
import { samples } from './samples.ts';

const theme = themeOf('default');
const free = (run: () => void) => {
  run();
  return true;
};
const page: Page = {
  width: 80,
  colorLevel: 1,
  hyperlinks: false,
  links: 'notes',
  unicode: true,
  theme: 'default',
  wrapCode: false,
  accessible: false,
};

afterEach(() => {
  vi.restoreAllMocks();
});

describe('highlighting', () => {
  it.each(Object.keys(samples))('paints %s and changes no character of it', async (name) => {
    const language = languageNamed(name);
    if (!language) throw new Error(`no grammar for ${name}`);
    const highlight = await loadHighlighter([language], free);
    const code = samples[name] ?? '';
    const segments = highlight(code, name, theme);
    expect(segments?.map(({ text }) => text).join('')).toBe(code);
    expect(new Set(segments?.map(({ style }) => style)).size).toBeGreaterThan(1);
  });

  it('leaves a language that it was not loaded for, or does not know, as it is, and says nothing of it', async () => {
    const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const spoken = [vi.spyOn(console, 'error'), vi.spyOn(console, 'log'), vi.spyOn(console, 'warn')];
    const highlight = await loadHighlighter(['css'], free);
    expect(highlight('a', 'no-such-language', theme)).toBeUndefined();
    expect(highlight('a', 'constructor', theme)).toBeUndefined();
    expect(highlight('a', '', theme)).toBeUndefined();
    expect(written).not.toHaveBeenCalled();
    for (const spy of spoken) expect(spy).not.toHaveBeenCalled();
  });

  it('leaves a block of more than 64,000 characters as it is', async () => {
    const highlight = await loadHighlighter(['json'], free);
    expect(highlight('1'.repeat(64_000), 'json', theme)).toBeDefined();
    expect(highlight('1'.repeat(64_001), 'json', theme)).toBeUndefined();
  });

  it('leaves a block as it is that its time limit has stopped', async () => {
    let runs = 0;
    const highlight = await loadHighlighter(['json'], () => {
      runs++;
      return false;
    });
    for (let block = 0; block < 100; block++) expect(highlight('[1]', 'json', theme)).toBeUndefined();
    // After a few, the language is given up.
    expect(runs).toBeLessThan(10);
  });

  it('is loaded for the languages in view, and not without colour', async () => {
    const article = parseArticle('> ```js {1,3} title=x\n> const a = 1;\n> ```\n\n```nonsense\n```\n');
    const view = { kind: 'article' as const, article };
    const tools = await loadTools(view, page, free);
    expect(tools.highlighter?.('const a = 1;', 'js', theme)?.length).toBeGreaterThan(1);
    expect((await loadTools(view, { ...page, colorLevel: 0 }, free)).highlighter).toBeUndefined();
    expect((await loadTools({ kind: 'outline', article }, page, free)).highlighter).toBeUndefined();
  });
});

describe('timeLimit', () => {
  it('lets what is quick come to its end', () => {
    let done = false;
    expect(
      timeLimit(10_000)(() => {
        done = true;
      }),
    ).toBe(true);
    expect(done).toBe(true);
  });

  it('stops what runs on, a regular expression too', () => {
    const limit = timeLimit(20);
    expect(limit(() => /^(?:a+)+$/.test(`${'a'.repeat(60)}b`))).toBe(false);
    expect(
      limit(() => {
        for (;;);
      }),
    ).toBe(false);
    expect(
      limit(() => {
        throw new Error('x');
      }),
    ).toBe(false);
  });
});

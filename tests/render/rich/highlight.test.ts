import { afterEach, describe, expect, it, vi } from 'vitest';
import { parseArticle } from '../../../src/article/parse-article.ts';
import type { Code } from '../../../src/markdown/syntax-tree.ts';
import { loadTools } from '../../../src/render/load-tools.ts';
import type { Page } from '../../../src/render/page.ts';
import { loadHighlighter } from '../../../src/render/rich/highlight.ts';
import { languageNamed } from '../../../src/render/rich/languages.ts';
import { renderRich } from '../../../src/render/rich/render-rich.ts';
import { themeOf } from '../../../src/render/theme.ts';
import type { TimeLimit } from '../../../src/render/tools.ts';
import { timeLimit } from '../../../src/terminal/time-limit.ts';
import { samples } from './samples.ts';

const free: TimeLimit = (job) => {
  job();
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
// Every kind of code has a look of its own in it.
const theme = themeOf({ ...page, theme: 'vivid' });

function fenced(text: string, lang: string): Code {
  return { type: 'code', raw: text, text, lang };
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('highlighting', () => {
  it.each(Object.keys(samples))('colours %s and changes no character of it', async (name) => {
    const language = languageNamed(name);
    if (!language) throw new Error(`no grammar for ${name}`);
    const highlighter = await loadHighlighter([language], free);
    const code = samples[name] ?? '';
    const segments = highlighter.take(fenced(code, name), theme);
    expect(segments?.map(({ text }) => text).join('')).toBe(code.trimEnd());
    expect(new Set(segments?.map(({ style }) => style)).size).toBeGreaterThan(1);
  });

  it('leaves a language that it was not loaded for, or does not know, as it is, and says nothing of it', async () => {
    const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const spoken = [vi.spyOn(console, 'error'), vi.spyOn(console, 'log'), vi.spyOn(console, 'warn')];
    const highlighter = await loadHighlighter(['css'], free);
    for (const name of ['no-such-language', 'constructor', '']) {
      expect(highlighter.take(fenced('a', name), theme)).toBeUndefined();
    }
    expect(written).not.toHaveBeenCalled();
    for (const spy of spoken) expect(spy).not.toHaveBeenCalled();
  });

  it('leaves a block of more than 64,000 characters as it is, and one with a word of more than 2,000', async () => {
    const highlighter = await loadHighlighter(['json'], free);
    const isColoured = (text: string) => highlighter.take(fenced(text, 'json'), theme) !== undefined;
    const line = '[1, 2, 3]\n';
    expect(isColoured(line.repeat(6_400).slice(0, 64_000).trimEnd())).toBe(true);
    expect(isColoured(`${line.repeat(6_400).slice(0, 64_000)}1`)).toBe(false);
    expect(isColoured(`[ ${'1'.repeat(2_000)} ]`)).toBe(true);
    expect(isColoured(`[ ${'1'.repeat(2_001)} ]`)).toBe(false);
  });

  it('leaves what takes a grammar more than linear time as it is', async () => {
    const highlighter = await loadHighlighter(['c', 'javascript', 'json'], free);
    const isColoured = (text: string, name: string) => highlighter.take(fenced(text, name), theme) !== undefined;
    const words = 'a\n'.repeat(10_000).trimEnd();
    expect(isColoured(words, 'c')).toBe(false);
    expect(isColoured(words, 'json')).toBe(true);
    expect(isColoured(words.replaceAll('\n', ';\n'), 'c')).toBe(true);
    expect(isColoured(`[${'\n'.repeat(2_001)}]`, 'javascript')).toBe(false);
  });

  it('highlights several blocks within one time limit', async () => {
    let jobs = 0;
    const highlighter = await loadHighlighter(['json'], (job) => {
      jobs++;
      return free(job);
    });
    const blocks = Array.from({ length: 100 }, (_, index) => fenced(`[${index}]`, 'json'));
    highlighter.prepare(blocks);
    for (const block of blocks) expect(highlighter.take(block, theme)?.length).toBeGreaterThan(1);
    expect(jobs).toBe(1);
  });

  it('needs one time limit for some fifty thousand characters of a text', async () => {
    const block = (index: number) =>
      `## ${index}\n\n- item:\n\n  \`\`\`json\n  ${'[1, 2, 3]\n  '.repeat(90)}\n  \`\`\`\n`;
    const article = parseArticle(Array.from({ length: 200 }, (_, index) => block(index)).join('\n'));
    let jobs = 0;
    const tools = await loadTools({ kind: 'article', article }, page, (job) => {
      jobs++;
      return free(job);
    });
    const text = [...renderRich({ kind: 'article', article }, { ...page, theme: 'vivid' }, tools)].join('');
    expect(text.match(/\x1b\[36m1\x1b/g)).toHaveLength(200 * 90);
    expect(jobs).toBeLessThan(10);
  });

  it('leaves everything as it is once the time limit has stopped a block', async () => {
    let jobs = 0;
    const highlighter = await loadHighlighter(['json'], () => {
      jobs++;
      return false;
    });
    for (let block = 0; block < 100; block++) {
      expect(highlighter.take(fenced('[1]', 'json'), theme)).toBeUndefined();
    }
    expect(jobs).toBe(1);
  });

  it('is loaded for the languages in view, and not without colour', async () => {
    const article = parseArticle('> ```js {1,3} title=x\n> const a = 1;\n> ```\n\n```nonsense\n```\n');
    const view = { kind: 'article' as const, article };
    const tools = await loadTools(view, page, free);
    expect(tools.highlighter?.take(fenced('const a = 1;', 'js'), theme)?.length).toBeGreaterThan(1);
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

  it('starts again what has waited for the processor rather than used it', () => {
    const sleeper = new Int32Array(new SharedArrayBuffer(4));
    let tries = 0;
    const done = timeLimit(50)(() => {
      if (++tries > 2) return;
      // Asleep in pieces: V8 interrupts between two of them.
      for (let piece = 0; piece < 30; piece++) Atomics.wait(sleeper, 0, 0, 10);
    });
    expect({ done, tries }).toEqual({ done: true, tries: 3 });
  });
});

import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../src/article/parse-article.ts';
import { alertOf } from '../../src/markdown/alert.ts';
import { plainText } from '../../src/markdown/inline-text.ts';
import type { Blockquote } from '../../src/markdown/syntax-tree.ts';

function quote(markdown: string): Blockquote {
  const [block] = parseArticle(markdown).lead.blocks;
  if (block?.type !== 'blockquote') throw new Error('no quote');
  return block;
}

describe('alertOf', () => {
  it.each(['note', 'tip', 'important', 'warning', 'caution'])('knows %s in either case', (kind) => {
    expect(alertOf(quote(`> [!${kind.toUpperCase()}]\n> text`))?.kind).toBe(kind);
    expect(alertOf(quote(`> [!${kind}]\n> text`))?.kind).toBe(kind);
  });

  it('gives what follows the marker, markup kept', () => {
    const alert = alertOf(quote('> [!NOTE]\n> some *text*\n>\n> more'));
    expect(plainText(alert?.first ?? [])).toBe('some text');
    expect(alert?.first.map(({ type }) => type)).toEqual(['text', 'em']);
    expect(alert?.rest.filter(({ type }) => type !== 'space')).toHaveLength(1);
  });

  it('may be empty', () => {
    expect(alertOf(quote('> [!TIP]'))).toMatchObject({ kind: 'tip', first: [] });
  });

  it('is a callout with another word or a title, as in Obsidian', () => {
    expect(alertOf(quote('> [!HINT]\n> text'))).toMatchObject({ kind: 'tip', label: 'Hint' });
    expect(alertOf(quote('> [!note] A *title*\n> text'))).toMatchObject({ kind: 'note', label: 'A title' });
    expect(alertOf(quote('> [!todo]-\n> text'))).toMatchObject({ kind: 'note', label: 'Todo' });
    expect(plainText(alertOf(quote('> [!faq]+ Why?\n> text'))?.first ?? [])).toBe('text');
  });

  it('is no alert below other words', () => {
    expect(alertOf(quote('> text\n> [!NOTE]'))).toBeUndefined();
  });
});

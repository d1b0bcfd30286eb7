import { describe, expect, test } from 'vitest';
import { parseArticle } from '../../src/article/parse-article.ts';
import type { Page } from '../../src/render/page.ts';
import { render } from '../../src/render/render-to-string.ts';

const markdown = `---
title: Tea
url: https://bank.example@evil.example/page
---

[words](https://bank.example@evil.example/one), [bank.example](https://bank.example@evil.example/two),
<https://bank.example:secret@evil.example/three>, www.bank.example@evil.example/four, ![image](https://bank.example@evil.example/five)
and <a href="https://bank.example@evil.example/six">HTML</a>.
`;

const pages: readonly (Partial<Page> & { readonly format: 'rich' | 'plain' | 'html' })[] = [
  { format: 'plain' },
  { format: 'html' },
  { format: 'rich', links: 'notes' },
  { format: 'rich', links: 'inline' },
  { format: 'rich', links: 'notes', accessible: true },
  { format: 'rich', colorLevel: 3, hyperlinks: true },
];

describe('user information in an address', () => {
  test.each(pages)('is in no link target and no note of %j', (page) => {
    const text = render({ kind: 'article', article: parseArticle(markdown) }, { width: 200, ...page });
    const targets = [
      ...text.matchAll(/href="([^"]*)"|\x1b\]8;[^;]*;([^\x1b]+)\x1b|\[\d+\] (https?:\S+)|[( ](https?:[^\s)]+)\)/g),
    ].map((found) => found.slice(1).find(Boolean) ?? '');
    expect(targets.length).toBeGreaterThan(1);
    for (const target of targets) if (!target.startsWith('#')) expect(new URL(target).host).toBe('evil.example');
    expect(targets.join()).not.toContain('@');
  });

  test.each(pages)('in the text of a link of %j is followed by where it leads', (page) => {
    const article = parseArticle('See <https://bank.example@evil.example/>.\n');
    const text = render({ kind: 'article', article }, { width: 200, ...page }).replace(/\x1b\[[\d;]*m/g, '');
    expect(text).toMatch(
      /\((?:→\s)?https:\/\/evil\.example\/\)|<small>\(evil\.example\)|\[1\] https:\/\/evil\.example\//,
    );
  });

  test('is left out of the address of an article', () => {
    const json = JSON.parse(render({ kind: 'outline', article: parseArticle(markdown) }, { format: 'json' }));
    expect(json.address).toBe('https://evil.example/page');
  });
});

import { describe, expect, it } from 'vitest';
import { readFrontMatter } from '../../src/article/front-matter.ts';

describe('readFrontMatter', () => {
  it.each([
    ['prose', '---\n\ntext\n\n---\n'],
    ['a heading, which to YAML is a comment', '---\n# A heading\n---\ntext\n'],
    ['a list', '---\n\n- text\n\n---\n'],
    ['prose that breaks YAML', '---\n\n- text\n\n  word\n\n> quote\n\n---\n'],
  ])('leaves %s between two rules alone', (_, text) => {
    expect(readFrontMatter(text)).toEqual({ metadata: {}, body: text });
  });

  it('takes an empty one away', () => {
    expect(readFrontMatter('---\n---\ntext')).toEqual({ metadata: {}, body: 'text' });
  });

  it('reads what is plain in a broken one', () => {
    expect(readFrontMatter('---\ntitle: a: b\ntags: [x\n---\ntext')).toMatchObject({ title: 'a: b', body: 'text' });
  });
});

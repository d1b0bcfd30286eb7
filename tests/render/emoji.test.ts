import { gemoji } from 'gemoji';
import { describe, expect, it } from 'vitest';
import { loadEmojiFinder, mayHaveEmojiNames, withEmoji } from '../../src/render/emoji.ts';

describe('emoji by name', () => {
  it('are those of GitHub’s list', async () => {
    const find = await loadEmojiFinder();
    for (const { names, emoji } of gemoji) for (const name of names) expect(find(name)).toBe(emoji);
  });

  it.each([
    [':tada: done :+1:', '🎉 done 👍'],
    ['(:rocket:)', '(🚀)'],
    [':no-such-name:', ':no-such-name:'],
    ['10:100:5 and a:b:c', '10:100:5 and a:b:c'],
    ['http://e.org:100:', 'http://e.org:100:'],
    ['::tada::', '::tada::'],
  ])('%s becomes %s', async (text, expected) => {
    expect(withEmoji(text, await loadEmojiFinder())).toBe(expected);
  });

  it('are looked for only where there is one', () => {
    expect(mayHaveEmojiNames('at 10:30, or at 11:00')).toBe(false);
    expect(mayHaveEmojiNames('a :tada:')).toBe(true);
  });
});

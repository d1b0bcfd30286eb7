import { expect, it } from 'vitest';
import { parseArticle } from '../../../src/article/parse-article.ts';
import { openState } from '../../../src/reader/state/geometry.ts';
import type { State } from '../../../src/reader/state/model.ts';
import { update } from '../../../src/reader/state/update.ts';
import { look } from '../session.ts';

const text = { article: parseArticle('Some words.\n'), marks: {} };
const state = openState({ columns: 80, rows: 24 }, text, look, false);

function messageAfter(before: State, lasting: boolean) {
  return update(before, { type: 'message', text: 'opening', lasting });
}

it('a message goes after a moment', () => {
  const { state: shown, effects } = messageAfter(state, false);
  expect(effects).toEqual([{ type: 'expire', moment: shown.moment, after: 2000 }]);
  expect(update(shown, { type: 'expired', moment: shown.moment }).state.message).toBeUndefined();
});

it('a lasting one stays until the next key, whatever was shown before it', () => {
  const first = messageAfter(state, false).state;
  const { state: shown, effects } = messageAfter(first, true);
  expect(effects).toEqual([]);
  expect(update(shown, { type: 'expired', moment: first.moment }).state.message).toBe('opening');
  expect(update(shown, { type: 'key', key: 'j' }).state.message).toBeUndefined();
});

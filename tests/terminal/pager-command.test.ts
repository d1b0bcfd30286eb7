import { expect, test } from 'vitest';
import { pagerCommand } from '../../src/terminal/pager-command.ts';

test.each([
  [{}, ['less']],
  [{ PAGER: 'most -w' }, ['most', '-w']],
  [{ ARTICLE_PAGER: 'w3m', PAGER: 'most' }, ['w3m']],
  [{ ARTICLE_PAGER: '', PAGER: 'most' }, undefined],
  [{ PAGER: 'cat' }, undefined],
  [{ PAGER: `"/a folder/less" -j '.3 x' a\\ b "\\$x" $x` }, ['/a folder/less', '-j', '.3 x', 'a b', '$x', '$x']],
  [{ PAGER: 'less; touch owned' }, ['less;', 'touch', 'owned']],
])('%j is %j', (env, command) => {
  expect(pagerCommand(env)).toEqual(command);
});

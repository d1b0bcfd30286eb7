import { expect, test } from 'vitest';
import { type Page, plainPage } from '../../src/render/page.ts';
import type { Output } from '../../src/system.ts';
import { imageSupport } from '../../src/terminal/image-support.ts';

const page: Page = { ...plainPage, width: 80, colorLevel: 3 };
const stdout = (isTTY: boolean): Output => ({ isTTY, on: () => {}, write: () => true });

test.each([
  ['kitty', { TERM: 'xterm-kitty' }],
  ['kitty', { TERM: 'xterm-kitty', KITTY_WINDOW_ID: '1' }],
  ['kitty', { TERM: 'xterm-256color', KITTY_WINDOW_ID: '1' }],
  ['kitty', { TERM: 'xterm-ghostty', TERM_PROGRAM: 'ghostty' }],
  ['kitty', { TERM: 'xterm-256color', TERM_PROGRAM: 'ghostty' }],
  ['iterm2', { TERM: 'xterm-256color', TERM_PROGRAM: 'iTerm.app', LC_TERMINAL: 'iTerm2' }],
  ['iterm2', { TERM: 'xterm-256color', TERM_PROGRAM: 'WezTerm' }],
  // Over SSH, which passes LC_* on.
  ['iterm2', { TERM: 'xterm-256color', LC_TERMINAL: 'iTerm2' }],
  // Started from another one of them.
  ['kitty', { TERM: 'xterm-kitty', LC_TERMINAL: 'iTerm2' }],
  ['iterm2', { TERM: 'xterm-256color', TERM_PROGRAM: 'WezTerm', KITTY_WINDOW_ID: '1' }],
])('%s: %j', (protocol, env) => {
  expect(imageSupport('rich', page, { env, stdout: stdout(true) })).toEqual({ protocol });
});

test.each([
  [{}],
  [{ TERM: 'xterm-256color' }],
  [{ TERM: 'linux' }],
  [{ TERM: 'foot' }],
  [{ TERM: 'xterm-256color', TERM_PROGRAM: 'Apple_Terminal' }],
  [{ TERM: 'xterm-256color', KITTY_WINDOW_ID: '' }],
  [{ TERM: 'not-xterm-kitty' }],
  // Terminals that were started from kitty or iTerm2.
  [{ TERM: 'xterm-256color', TERM_PROGRAM: 'vscode', KITTY_WINDOW_ID: '1' }],
  [{ TERM: 'xterm-256color', TERM_PROGRAM: 'vscode', LC_TERMINAL: 'iTerm2' }],
])('not known: %j', (env) => {
  const support = imageSupport('rich', page, { env, stdout: stdout(true) });
  expect(support).toEqual({ missing: expect.stringMatching(/none of kitty/) });
});

test.each([
  [{ TERM: 'xterm-kitty', TMUX: '/tmp/tmux-0/default,1,0' }],
  [{ TERM: 'tmux-256color', KITTY_WINDOW_ID: '1' }],
  [{ TERM: 'screen', STY: '1.pts', KITTY_WINDOW_ID: '1' }],
  [{ TERM: 'screen.xterm-256color', LC_TERMINAL: 'iTerm2' }],
  [{ TERM: 'xterm-kitty', ZELLIJ: '0' }],
])('not through a multiplexer: %j', (env) => {
  const support = imageSupport('rich', page, { env, stdout: stdout(true) });
  expect(support).toEqual({ missing: expect.stringMatching(/tmux/) });
});

test('only on a terminal, in the rich format, with colours, to the eye', () => {
  const env = { TERM: 'xterm-kitty' };
  expect(imageSupport('rich', page, { env, stdout: stdout(false) })).toHaveProperty('missing');
  for (const format of ['plain', 'markdown', 'json', 'html'] as const)
    expect(imageSupport(format, page, { env, stdout: stdout(true) })).toHaveProperty('missing');
  expect(imageSupport('rich', { ...page, colorLevel: 0 }, { env, stdout: stdout(true) })).toHaveProperty('missing');
  expect(imageSupport('rich', { ...page, accessible: true }, { env, stdout: stdout(true) })).toHaveProperty('missing');
});

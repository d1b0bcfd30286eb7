import { describe, expect, it } from 'vitest';
import { type PageOptions, resolvePage } from '../../src/terminal/resolve-page.ts';

const terminal = { isTTY: true, columns: 160, rows: 24, on: () => {}, write: () => true };

function pageOf(options: PageOptions, env: Record<string, string> = {}, stdout: object = terminal) {
  return resolvePage(options, {
    env: { TERM: 'xterm-256color', LANG: 'C.UTF-8', ...env },
    stdout: { ...terminal, ...stdout },
  }).page;
}

describe('the page', () => {
  it('is in the middle of a terminal of 120 columns and more', () => {
    expect(pageOf({})).toMatchObject({ width: 80, margin: 40 });
    expect(pageOf({ width: 120 })).toMatchObject({ width: 120, margin: 20 });
    expect(pageOf({}, {}, { columns: 119 }).margin).toBe(0);
    expect(pageOf({ left: true }).margin).toBe(0);
    expect(pageOf({ accessible: true }).margin).toBe(0);
    expect(pageOf({ plain: true }).margin).toBe(0);
  });

  it('cuts code on a terminal alone', () => {
    expect(pageOf({}).cutCode).toBe(true);
    expect(pageOf({ format: 'rich' }, {}, { isTTY: false }).cutCode).toBe(false);
  });

  it.each([
    [{}, {}, 'default'],
    [{ theme: 'light' as const }, { COLORFGBG: '15;0' }, 'light'],
    [{ theme: 'auto' as const }, { COLORFGBG: '15;0' }, 'dark'],
    [{ theme: 'auto' as const }, { COLORFGBG: '0;default;15' }, 'light'],
    [{ theme: 'auto' as const }, {}, 'default'],
    [{}, { COLORFGBG: '15;0' }, 'default'],
  ])('with %j and %j has the theme %s', (options, env, theme) => {
    expect(pageOf(options, env).theme).toBe(theme);
  });
});

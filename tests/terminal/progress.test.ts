import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { progressLine } from '../../src/terminal/progress.ts';

const wipe = '\r\u001b[K';

function terminal(isTTY = true) {
  let written = '';
  const write = (text: string) => {
    written += text;
    return true;
  };
  return { stderr: { isTTY, on: () => {}, write }, env: {}, written: () => written };
}

describe('the line of progress', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('says whom one waits for, then what has come, and goes', () => {
    const system = terminal();
    const progress = progressLine('https://example.org/page', system);
    vi.advanceTimersByTime(299);
    expect(system.written()).toBe('');
    vi.advanceTimersByTime(1);
    expect(system.written()).toBe(`${wipe}Waiting for example.org…`);
    progress.report(1500, 20_000);
    expect(system.written()).toMatch(/received$/);
    expect(system.written()).toContain(`${wipe}2 kB of 20 kB received`);
    progress.done();
    expect(system.written()).toMatch(/\r\x1b\[K$/);
  });

  test('is not there for what comes soon', () => {
    const system = terminal();
    const progress = progressLine('https://example.org/', system);
    progress.report(1500);
    progress.done();
    vi.advanceTimersByTime(10_000);
    expect(system.written()).toBe('');
  });

  test('is on a terminal alone', () => {
    const pipe = terminal(false);
    progressLine('https://example.org/', pipe);
    const dumb = { ...terminal(), env: { TERM: 'dumb' } };
    progressLine('https://example.org/', dumb);
    vi.advanceTimersByTime(10_000);
    expect(pipe.written() + dumb.written()).toBe('');
  });

  test.each([
    ['https://user:secret@example.org:8080/page', 'example.org:8080'],
    ['https://bank.example@evil.example/', 'evil.example'],
    ['https://bücher.example/', 'xn--bcher-kva.example'],
    [`https://bank.example.${'a'.repeat(60)}.evil.example/`, `…${'a'.repeat(36)}.evil.example`],
    ['https://\u001b[2J/', 'the server'],
  ])('of %j names %s', (address, host) => {
    const system = terminal();
    progressLine(address, system);
    vi.advanceTimersByTime(300);
    expect(system.written()).toBe(`${wipe}Waiting for ${host}…`);
  });
});

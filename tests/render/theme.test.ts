import { describe, expect, it } from 'vitest';
import type { ThemeName } from '../../src/render/page.ts';
import { ATTRIBUTES, COLORS, modifiers, overlay, themeOf } from '../../src/render/theme.ts';

const names: readonly ThemeName[] = ['default', 'vivid', 'quiet', 'none'];

describe('themes', () => {
  it.each(names)('%s is made of the terminal’s own colours and attributes', (name) => {
    const words = Object.values(themeOf(name)).flatMap(modifiers);
    expect(words.length).toBeGreaterThan(0);
    expect([...COLORS, ...ATTRIBUTES]).toEqual(expect.arrayContaining(words));
  });

  it('none has no colour, and keeps strong strong', () => {
    const words = Object.values(themeOf('none')).flatMap(modifiers) as string[];
    expect(words.filter((word) => (COLORS as readonly string[]).includes(word))).toEqual([]);
    expect(modifiers(themeOf('none').strong)).toEqual(['bold']);
  });

  it('differ from each other', () => {
    expect(new Set(names.map((name) => JSON.stringify(themeOf(name)))).size).toBe(names.length);
  });

  it('lay an inner style over an outer one: its colour wins, attributes add up', () => {
    const { heading1, code, em } = themeOf('default');
    expect(modifiers(overlay(heading1, code))).toEqual(['cyan', 'bold']);
    expect(modifiers(overlay(heading1, em))).toEqual(['blue', 'bold', 'italic']);
  });
});

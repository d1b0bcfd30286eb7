import { describe, expect, it } from 'vitest';
import { plainPage, type ThemeName, themeNames } from '../../src/render/page.ts';
import { painter } from '../../src/render/paint.ts';
import { overlay, type Style, styleParts } from '../../src/render/style.ts';
import { ownColors, type Role, type Theme, themeOf } from '../../src/render/theme.ts';
import { colorOf, type Palette, palettes, styleContrast } from '../support/palettes.ts';

const level3 = { colorLevel: 3 } as const;
const roles = Object.keys(themeOf({ theme: 'default', ...level3 })) as Role[];

/** Returns the contrasts of a role's look on a palette, whatever the theme's own colours are. */
function contrastOf(theme: ThemeName, role: Role, palette: Palette): number {
  const page = { theme, ...level3 };
  return styleContrast(themeOf(page)[role], palette, ownColors(page));
}

describe.each(['default', 'quiet'] as const)('%s', (theme) => {
  it.each(Object.keys(palettes))('can be read on %s: text 4.5, accents 3', (name) => {
    const palette = palettes[name] as Palette;
    // Solarized's own foreground has 4.1 and 4.7: there is no better to be had.
    const readable = Math.min(4.5, styleContrast(0, palette, undefined));
    for (const role of roles) {
      const style = themeOf({ theme, ...level3 })[role];
      const isAccent = styleParts(style).color !== undefined;
      expect(contrastOf(theme, role, palette), role).toBeGreaterThanOrEqual(isAccent ? 3 : readable);
    }
  });

  it('distinguishes title, sections and three kinds of headings below without any colour', () => {
    const styles = themeOf({ theme, ...level3 });
    const { heading2, heading3, heading4, text } = styles;
    const kinds = [heading2, heading3, heading4, text].map((style) => styleParts(style).attributes.join());
    expect(new Set(kinds).size).toBe(kinds.length);
    for (const role of ['title', 'heading1', 'heading2', 'heading3', 'heading4'] as const) {
      expect(styleParts(styles[role]).color).toBeUndefined();
    }
  });
});

const dark = ['xterm', 'Linux console', 'Windows Terminal', 'PuTTY', 'GNOME', 'Solarized dark'];
describe.each([
  ['dark', dark],
  ['light', Object.keys(palettes).filter((name) => !dark.includes(name))],
] as const)('%s', (theme, names) => {
  it.each(names)('can be read on %s: text 4.5, lines 3', (name) => {
    const palette = palettes[name] as Palette;
    const readable = Math.min(4.5, styleContrast(0, palette, undefined));
    for (const role of roles) {
      const isLine = /^(rule|quoteBar|tableLine|codeBar)$/.test(role);
      expect(contrastOf(theme, role, palette), role).toBeGreaterThanOrEqual(isLine ? 3 : readable);
    }
  });

  it('has 24-bit colours, 256 where there are no more, and the default with sixteen', () => {
    const write = (colorLevel: 1 | 2 | 3) => {
      const page = { ...plainPage, theme, colorLevel };
      return painter(page)([{ text: 'x', style: themeOf(page).code }]);
    };
    expect(write(3)).toMatch(/^\x1b\[38;2;\d+;\d+;\d+m\x1b\[48;2;\d+;\d+;\d+mx\x1b\[49m\x1b\[39m$/);
    expect(write(2)).toMatch(/^\x1b\[38;5;\d+m\x1b\[48;5;\d+mx\x1b\[49m\x1b\[39m$/);
    expect(themeOf({ theme, colorLevel: 1 })).toEqual(themeOf({ theme: 'default', colorLevel: 1 }));
  });

  it('has an index among the 256 that is near the colour', () => {
    const own = ownColors({ theme, ...level3 });
    for (const [rgb, index] of [...(own?.colors ?? []), ...(own ? [own.tint] : [])]) {
      expect(distance(rgb, colorOf(index)), `${rgb} ${index}`).toBeLessThan(100);
    }
  });
});

function distance(one: string, other: string): number {
  const at = (color: string, from: number) => Number.parseInt(color.slice(from, from + 2), 16);
  return Math.hypot(...[0, 2, 4].map((from) => at(one, from) - at(other, from)));
}

describe('themes', () => {
  it('none has no colour, and keeps strong strong', () => {
    const styles: Theme = themeOf({ theme: 'none', ...level3 });
    expect(Object.values(styles).filter((style: Style) => styleParts(style).color)).toEqual([]);
    expect(styleParts(styles.strong).attributes).toEqual(['bold']);
  });

  it('differ from each other', () => {
    const looks = themeNames.map((theme) =>
      JSON.stringify([themeOf({ theme, ...level3 }), ownColors({ theme, ...level3 })]),
    );
    expect(new Set(looks).size).toBe(themeNames.length);
  });

  it('lay an inner style over an outer one: its colour wins, attributes add up', () => {
    const { heading1, code, em } = themeOf({ theme: 'vivid', ...level3 });
    expect(styleParts(overlay(heading1, code))).toEqual({ color: 'yellow', attributes: ['bold'], tint: false });
    expect(styleParts(overlay(heading1, em)).attributes).toEqual(['bold', 'italic']);
  });
});

import { colorNames, type Style, styleParts } from '../../src/render/style.ts';
import type { OwnColors } from '../../src/render/theme.ts';

/** The colours of a terminal: its own background and foreground, and the sixteen that programs ask for by number. */
export interface Palette {
  readonly background: string;
  readonly foreground: string;
  readonly colors: readonly string[];
  /**
   * How faint text is drawn: so much of its colour over the background, or always in one colour. xterm and PuTTY take
   * two thirds, others a half; the Linux console has a colour for it.
   */
  readonly faint: number | string;
}

function palette(background: string, foreground: string, colors: string, faint: Palette['faint']): Palette {
  return { background, foreground, colors: colors.split(' '), faint };
}

const solarized =
  '073642 dc322f 859900 b58900 268bd2 d33682 2aa198 eee8d5 002b36 cb4b16 586e75 657b83 839496 6c71c4 93a1a1 fdf6e3';

/** Palettes as their makers publish them. */
export const palettes: Readonly<Record<string, Palette>> = {
  xterm: palette(
    '000000',
    'e5e5e5',
    '000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5 7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff',
    2 / 3,
  ),
  'Linux console': palette(
    '000000',
    'aaaaaa',
    '000000 aa0000 00aa00 aa5500 0000aa aa00aa 00aaaa aaaaaa 555555 ff5555 55ff55 ffff55 5555ff ff55ff 55ffff ffffff',
    '555555',
  ),
  'Windows Terminal': palette(
    '0c0c0c',
    'cccccc',
    '0c0c0c c50f1f 13a10e c19c00 0037da 881798 3a96dd cccccc 767676 e74856 16c60c f9f1a5 3b78ff b4009e 61d6d6 f2f2f2',
    1 / 2,
  ),
  PuTTY: palette(
    '000000',
    'bbbbbb',
    '000000 bb0000 00bb00 bbbb00 0000bb bb00bb 00bbbb bbbbbb 555555 ff5555 55ff55 ffff55 5555ff ff55ff 55ffff ffffff',
    2 / 3,
  ),
  'macOS Terminal': palette(
    'ffffff',
    '000000',
    '000000 990000 00a600 999900 0000b2 b200b2 00a6b2 bfbfbf 666666 e50000 00d900 e5e500 0000ff e500e5 00e5e5 e5e5e5',
    1 / 2,
  ),
  GNOME: palette(
    '171421',
    'd0cfcc',
    '171421 c01c28 26a269 a2734c 12488b a347ba 2aa1b3 d0cfcc 5e5c64 f66151 33d17a e9ad0c 2a7bde c061cb 33c7de ffffff',
    2 / 3,
  ),
  'Solarized light': palette('fdf6e3', '657b83', solarized, 1 / 2),
  'Solarized dark': palette('002b36', '839496', solarized, 1 / 2),
};

/** Computes the ratio of two colours' luminance, 1 to 21 (WCAG 2.2, "contrast ratio"). */
function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const [red, green, blue] = channels(color).map((channel) => {
    const value = channel / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Mixes a colour over another, `share` of it. */
export function mix(color: string, over: string, share: number): string {
  const below = channels(over);
  return channels(color)
    .map((channel, index) => Math.round(channel * share + (below[index] ?? 0) * (1 - share)))
    .map((channel) => channel.toString(16).padStart(2, '0'))
    .join('');
}

function channels(color: string): number[] {
  return [0, 2, 4].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
}

/** Returns a colour of xterm's 256 by its index, from 16 on: a cube of six levels, then greys. */
export function colorOf(index: number): string {
  const hex = (value: number) => value.toString(16).padStart(2, '0');
  if (index >= 232) return hex(8 + 10 * (index - 232)).repeat(3);
  const level = (step: number) => (step === 0 ? 0 : 55 + 40 * step);
  const cube = index - 16;
  return [Math.floor(cube / 36), Math.floor(cube / 6) % 6, cube % 6].map((step) => hex(level(step))).join('');
}

/** Returns the colour and the background that a style has on a palette. */
function shownColors(
  style: Style,
  palette: Palette,
  own: OwnColors | undefined,
): { readonly color: string; readonly background: string } {
  const { color: name, own: index, attributes, tint } = styleParts(style);
  const background = tint && own ? own.tint[0] : palette.background;
  let color = palette.foreground;
  if (name) color = palette.colors[colorNames.indexOf(name)] ?? color;
  if (index !== undefined) color = own?.colors[index]?.[0] ?? color;
  if (attributes.includes('dim')) {
    color = typeof palette.faint === 'string' ? palette.faint : mix(color, background, palette.faint);
  }
  return attributes.includes('inverse') ? { color: background, background: color } : { color, background };
}

/** Computes the contrast of text in a style on a palette. */
export function styleContrast(style: Style, palette: Palette, own: OwnColors | undefined): number {
  const { color, background } = shownColors(style, palette, own);
  return contrast(color, background);
}

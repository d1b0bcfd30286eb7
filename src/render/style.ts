/**
 * The look of text, as bits: the lowest five are a foreground colour (0 for the terminal's default), the next ones
 * bold, dim, italic and so on, the last one a background. A number, so that styles are merged and compared without
 * allocating.
 */
export type Style = number;

export const PLAIN: Style = 0;

/** The terminal's own 16 colours and the attributes, by chalk's names. */
export const COLORS = [
  'black',
  'red',
  'green',
  'yellow',
  'blue',
  'magenta',
  'cyan',
  'white',
  'blackBright',
  'redBright',
  'greenBright',
  'yellowBright',
  'blueBright',
  'magentaBright',
  'cyanBright',
  'whiteBright',
] as const;
export const ATTRIBUTES = ['bold', 'dim', 'italic', 'underline', 'strikethrough', 'inverse'] as const;
const COLOR_BITS = 5;
const COLOR_MASK = (1 << COLOR_BITS) - 1;

export const RED = 2;
export const GREEN = 3;
export const YELLOW = 4;
export const BLUE = 5;
export const MAGENTA = 6;
export const CYAN = 7;
export const RED_BRIGHT = 10;
export const MAGENTA_BRIGHT = 14;
export const BOLD = 1 << 5;
export const DIM = 1 << 6;
export const ITALIC = 1 << 7;
export const UNDERLINE = 1 << 8;
export const STRIKETHROUGH = 1 << 9;
export const INVERSE = 1 << 10;
/** A theme's own tint behind the text. */
export const TINT = 1 << 11;

/** The first of the fifteen colours that are a theme's own. */
const FIRST_OWN = COLORS.length + 1;

/** Returns the style of a theme's own colour by its place in the theme's list. */
export function ownColor(index: number): Style {
  return FIRST_OWN + index;
}

/** Overlays an outer style with an inner one: its colour wins, attributes add up. */
export function overlay(outer: Style, inner: Style): Style {
  return inner & COLOR_MASK ? (outer & ~COLOR_MASK) | inner : outer | inner;
}

/** Returns a style without its colour and its tint. */
export function withoutColor(style: Style): Style {
  return style & ~(COLOR_MASK | TINT);
}

/** The parts of a style: one of the terminal's colours by name or a theme's own by index, attributes, a tint. */
export interface StyleParts {
  readonly color?: (typeof COLORS)[number];
  readonly own?: number;
  readonly attributes: readonly (typeof ATTRIBUTES)[number][];
  readonly tint: boolean;
}

/** Splits a style into its parts. */
export function styleParts(style: Style): StyleParts {
  const number = style & COLOR_MASK;
  const color = COLORS[number - 1];
  return {
    ...(color && { color }),
    ...(number >= FIRST_OWN && { own: number - FIRST_OWN }),
    attributes: ATTRIBUTES.filter((_, index) => style & (1 << (COLOR_BITS + index))),
    tint: (style & TINT) !== 0,
  };
}

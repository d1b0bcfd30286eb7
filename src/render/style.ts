/**
 * The look of text, as bits: the lowest five are a foreground colour (0 for the terminal's default), the next ones
 * bold, dim, italic and so on, the last one a background. A number, so that styles are merged and compared without
 * allocating.
 */
export type Style = number;

export const plain: Style = 0;

/** The terminal's own 16 colours and the attributes, by chalk's names. */
export const colorNames = [
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
export const attributes = ['bold', 'dim', 'italic', 'underline', 'strikethrough', 'inverse'] as const;
const colorBits = 5;
const colorMask = (1 << colorBits) - 1;

export const red = 2;
export const green = 3;
export const yellow = 4;
export const blue = 5;
export const magenta = 6;
export const cyan = 7;
export const redBright = 10;
export const magentaBright = 14;
export const bold = 1 << 5;
export const dim = 1 << 6;
export const italic = 1 << 7;
export const underline = 1 << 8;
export const strikethrough = 1 << 9;
export const inverse = 1 << 10;
/** A theme's own tint behind the text. */
export const tint = 1 << 11;

/** The first of the fifteen colours that are a theme's own. */
const firstOwn = colorNames.length + 1;

/** Returns the style of a theme's own colour by its place in the theme's list. */
export function ownColor(index: number): Style {
  return firstOwn + index;
}

/** Overlays an outer style with an inner one: its colour wins, attributes add up. */
export function overlay(outer: Style, inner: Style): Style {
  return inner & colorMask ? (outer & ~colorMask) | inner : outer | inner;
}

/** Returns a style without its colour and its tint. */
export function withoutColor(style: Style): Style {
  return style & ~(colorMask | tint);
}

/** The parts of a style: one of the terminal's colours by name or a theme's own by index, attributes, a tint. */
export interface StyleParts {
  readonly color?: (typeof colorNames)[number];
  readonly own?: number;
  readonly attributes: readonly (typeof attributes)[number][];
  readonly tint: boolean;
}

/** Splits a style into its parts. */
export function styleParts(style: Style): StyleParts {
  const number = style & colorMask;
  const color = colorNames[number - 1];
  return {
    ...(color && { color }),
    ...(number >= firstOwn && { own: number - firstOwn }),
    attributes: attributes.filter((_, index) => style & (1 << (colorBits + index))),
    tint: (style & tint) !== 0,
  };
}

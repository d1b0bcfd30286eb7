import type { Page, ThemeName } from './page.ts';
import {
  BLUE,
  BOLD,
  CYAN,
  DIM,
  GREEN,
  INVERSE,
  ITALIC,
  MAGENTA,
  MAGENTA_BRIGHT,
  ownColor,
  PLAIN,
  RED,
  RED_BRIGHT,
  STRIKETHROUGH,
  type Style,
  TINT,
  UNDERLINE,
  withoutColor,
  YELLOW,
} from './style.ts';

/** The role of text; the theme decides its look. */
export type Role = keyof typeof base;

/** The styles of a theme by role. */
export type Theme = Readonly<Record<Role, Style>>;

/** A colour as 24 bits, `rrggbb`, and the one of xterm's 256 that is nearest to it. */
export type OwnColor = readonly [rgb: string, index: number];

/** The colours that a theme defines: those of its text by index, and the tint behind some of it. */
export interface OwnColors {
  readonly colors: readonly OwnColor[];
  readonly tint: OwnColor;
}

/**
 * The default theme. Text has the terminal's own foreground: no other colour is readable on every palette, and faint
 * text on few. Weight, slant and lines carry the meaning; colours are accents, and only those are used that have a
 * contrast of 3 and more on dark and on light palettes alike.
 */
const base = {
  text: PLAIN,
  title: BOLD,
  meta: PLAIN,
  rule: PLAIN,
  number: PLAIN,
  heading1: BOLD,
  heading2: BOLD,
  heading3: BOLD | ITALIC,
  heading4: ITALIC,
  strong: BOLD,
  em: ITALIC,
  del: STRIKETHROUGH,
  ins: UNDERLINE,
  mark: INVERSE,
  code: RED_BRIGHT,
  kbd: BOLD,
  math: ITALIC,
  link: UNDERLINE,
  address: PLAIN,
  footnote: PLAIN,
  note: PLAIN,
  image: ITALIC,
  bullet: PLAIN,
  done: PLAIN,
  quoteBar: PLAIN,
  term: BOLD,
  tableHeader: BOLD,
  tableLine: PLAIN,
  alertNote: PLAIN,
  alertTip: PLAIN,
  alertImportant: MAGENTA_BRIGHT,
  alertWarning: RED_BRIGHT,
  alertCaution: RED_BRIGHT,
  codeBar: PLAIN,
  codeLabel: ITALIC,
  codeBlock: PLAIN,
  codeComment: ITALIC,
  codeKeyword: MAGENTA_BRIGHT,
  codeString: RED_BRIGHT,
  codeNumber: RED_BRIGHT,
  codeName: BOLD,
  codeType: PLAIN,
  codeMeta: PLAIN,
  codeAdded: BOLD,
  codeRemoved: RED_BRIGHT,
};

/** Many colours of the terminal's own, for those whose palette suits them. */
const vivid: Partial<Theme> = {
  title: BOLD | MAGENTA,
  meta: DIM,
  rule: DIM,
  number: MAGENTA,
  heading1: BOLD | MAGENTA,
  heading2: BOLD | CYAN,
  heading3: ITALIC | BOLD | CYAN,
  heading4: ITALIC | CYAN,
  code: YELLOW,
  link: UNDERLINE | BLUE,
  address: DIM,
  note: DIM,
  bullet: MAGENTA,
  done: GREEN,
  quoteBar: CYAN,
  term: BOLD | CYAN,
  tableHeader: BOLD | CYAN,
  tableLine: DIM,
  kbd: BOLD | YELLOW,
  alertNote: BLUE,
  alertTip: GREEN,
  alertImportant: MAGENTA,
  alertWarning: YELLOW,
  alertCaution: RED,
  codeBar: CYAN,
  codeLabel: DIM,
  codeComment: DIM | ITALIC,
  codeKeyword: MAGENTA,
  codeString: GREEN,
  codeNumber: CYAN,
  codeName: BLUE,
  codeType: YELLOW,
  codeMeta: DIM,
  codeAdded: GREEN,
  codeRemoved: RED,
};

/** No colour at all, but where one says good or bad. */
const quiet: Partial<Theme> = {
  code: BOLD,
  alertImportant: PLAIN,
  alertWarning: PLAIN,
  codeKeyword: BOLD,
  codeString: PLAIN,
  codeNumber: PLAIN,
  codeName: PLAIN,
};

// Places in the lists of the themes' own colours below.
const HEADING = ownColor(0);
const FAINT = ownColor(1);
const INLINE_CODE = ownColor(2);
const LINK = ownColor(3);
const NOTE = ownColor(4);
const TIP = ownColor(5);
const IMPORTANT = ownColor(6);
const WARNING = ownColor(7);
const CAUTION = ownColor(8);
const KEYWORD = ownColor(9);
const STRING = ownColor(10);
const NUMBER = ownColor(11);
const TYPE = ownColor(12);
const LINE = ownColor(13);

/** The roles of `dark` and `light`, which differ in their colours alone. */
const tuned: Partial<Theme> = {
  title: BOLD | HEADING,
  meta: FAINT,
  rule: LINE,
  number: FAINT,
  heading1: BOLD | HEADING,
  heading2: BOLD | HEADING,
  heading3: BOLD | ITALIC,
  heading4: ITALIC,
  code: INLINE_CODE | TINT,
  kbd: BOLD | HEADING | TINT,
  link: UNDERLINE | LINK,
  address: FAINT,
  note: FAINT,
  bullet: FAINT,
  done: TIP,
  quoteBar: LINE,
  tableLine: LINE,
  alertNote: NOTE,
  alertTip: TIP,
  alertImportant: IMPORTANT,
  alertWarning: WARNING,
  alertCaution: CAUTION,
  codeBar: LINE,
  codeLabel: FAINT,
  codeComment: FAINT | ITALIC,
  codeKeyword: KEYWORD,
  codeString: STRING,
  codeNumber: NUMBER,
  codeName: HEADING,
  codeType: TYPE,
  codeMeta: FAINT,
  codeAdded: TIP,
  codeRemoved: CAUTION,
};

const ownColorsOf: Readonly<Record<'dark' | 'light', OwnColors>> = {
  dark: {
    colors: [
      ['8ab4f8', 111],
      ['a8a8a8', 248],
      ['f5a58c', 216],
      ['9ccfff', 153],
      ['7cb7ff', 111],
      ['8fd19e', 114],
      ['c9a7f5', 183],
      ['e8c06a', 179],
      ['ff9b9b', 210],
      ['d0a2f0', 176],
      ['b5d99c', 150],
      ['f0a980', 216],
      ['e6c384', 180],
      ['8a8a8a', 245],
    ],
    tint: ['303030', 236],
  },
  light: {
    colors: [
      ['1d4f91', 24],
      ['585858', 240],
      ['a03214', 124],
      ['17507f', 24],
      ['17507f', 24],
      ['1f6135', 22],
      ['6a3c9c', 55],
      ['7a4f00', 94],
      ['a3212b', 124],
      ['7b2fb5', 91],
      ['22663a', 22],
      ['95430f', 94],
      ['6f4e00', 58],
      ['767676', 243],
    ],
    tint: ['eeeeee', 255],
  },
};

/** The themes by name; what each leaves out is the default's. */
const themes: Readonly<Record<Exclude<ThemeName, 'none'>, Partial<Theme>>> = {
  default: {},
  vivid,
  quiet,
  dark: tuned,
  light: tuned,
};

/** Returns the theme `none`: it has no colour, but bold, italic and the like. */
function colorless(): Theme {
  return Object.fromEntries(Object.entries(base).map(([role, style]) => [role, withoutColor(style)])) as Theme;
}

/** Returns the styles of a page's theme. `dark` and `light` need 256 colours: with sixteen they are the default. */
export function themeOf({ theme, colorLevel }: Pick<Page, 'theme' | 'colorLevel'>): Theme {
  if (theme === 'none') return colorless();
  return { ...base, ...(ownColors({ theme, colorLevel }) || !isOwn(theme) ? themes[theme] : {}) };
}

/** Returns the colours that a page's theme defines, where the terminal has them. */
export function ownColors({ theme, colorLevel }: Pick<Page, 'theme' | 'colorLevel'>): OwnColors | undefined {
  return isOwn(theme) && colorLevel >= 2 ? ownColorsOf[theme] : undefined;
}

function isOwn(theme: ThemeName): theme is 'dark' | 'light' {
  return theme === 'dark' || theme === 'light';
}

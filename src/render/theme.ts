import type { Page, ThemeName } from './page.ts';
import {
  blue,
  bold,
  cyan,
  dim,
  green,
  inverse,
  italic,
  magenta,
  magentaBright,
  ownColor,
  plain,
  red,
  redBright,
  type Style,
  strikethrough,
  tint,
  underline,
  withoutColor,
  yellow,
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
  text: plain,
  title: bold,
  meta: plain,
  rule: plain,
  number: plain,
  heading1: bold,
  heading2: bold,
  heading3: bold | italic,
  heading4: italic,
  strong: bold,
  em: italic,
  del: strikethrough,
  ins: underline,
  mark: inverse,
  code: redBright,
  kbd: bold,
  math: italic,
  link: underline,
  address: plain,
  footnote: plain,
  note: plain,
  image: italic,
  bullet: plain,
  done: plain,
  quoteBar: plain,
  term: bold,
  tableHeader: bold,
  tableLine: plain,
  alertNote: plain,
  alertTip: plain,
  alertImportant: magentaBright,
  alertWarning: redBright,
  alertCaution: redBright,
  codeBar: plain,
  codeLabel: italic,
  codeBlock: plain,
  codeComment: italic,
  codeKeyword: magentaBright,
  codeString: redBright,
  codeNumber: redBright,
  codeName: bold,
  codeType: plain,
  codeMeta: plain,
  codeAdded: bold,
  codeRemoved: redBright,
};

/** Many colours of the terminal's own, for those whose palette suits them. */
const vivid: Partial<Theme> = {
  title: bold | magenta,
  meta: dim,
  rule: dim,
  number: magenta,
  heading1: bold | magenta,
  heading2: bold | cyan,
  heading3: italic | bold | cyan,
  heading4: italic | cyan,
  code: yellow,
  link: underline | blue,
  address: dim,
  note: dim,
  bullet: magenta,
  done: green,
  quoteBar: cyan,
  term: bold | cyan,
  tableHeader: bold | cyan,
  tableLine: dim,
  kbd: bold | yellow,
  alertNote: blue,
  alertTip: green,
  alertImportant: magenta,
  alertWarning: yellow,
  alertCaution: red,
  codeBar: cyan,
  codeLabel: dim,
  codeComment: dim | italic,
  codeKeyword: magenta,
  codeString: green,
  codeNumber: cyan,
  codeName: blue,
  codeType: yellow,
  codeMeta: dim,
  codeAdded: green,
  codeRemoved: red,
};

/** No colour at all, but where one says good or bad. */
const quiet: Partial<Theme> = {
  code: bold,
  alertImportant: plain,
  alertWarning: plain,
  codeKeyword: bold,
  codeString: plain,
  codeNumber: plain,
  codeName: plain,
};

// Places in the lists of the themes' own colours below.
const heading = ownColor(0);
const faint = ownColor(1);
const inlineCode = ownColor(2);
const link = ownColor(3);
const note = ownColor(4);
const tip = ownColor(5);
const important = ownColor(6);
const warning = ownColor(7);
const caution = ownColor(8);
const keyword = ownColor(9);
const string = ownColor(10);
const number = ownColor(11);
const type = ownColor(12);
const line = ownColor(13);

/** The roles of `dark` and `light`, which differ in their colours alone. */
const tuned: Partial<Theme> = {
  title: bold | heading,
  meta: faint,
  rule: line,
  number: faint,
  heading1: bold | heading,
  heading2: bold | heading,
  heading3: bold | italic,
  heading4: italic,
  code: inlineCode | tint,
  kbd: bold | heading | tint,
  link: underline | link,
  address: faint,
  note: faint,
  bullet: faint,
  done: tip,
  quoteBar: line,
  tableLine: line,
  alertNote: note,
  alertTip: tip,
  alertImportant: important,
  alertWarning: warning,
  alertCaution: caution,
  codeBar: line,
  codeLabel: faint,
  codeComment: faint | italic,
  codeKeyword: keyword,
  codeString: string,
  codeNumber: number,
  codeName: heading,
  codeType: type,
  codeMeta: faint,
  codeAdded: tip,
  codeRemoved: caution,
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

import type { ThemeName } from './page.ts';

/** What a piece of text is for; how it looks is the theme's business. */
export type Role =
  | 'text'
  | 'title'
  | 'meta'
  | 'rule'
  | 'number'
  | 'heading1'
  | 'heading2'
  | 'heading3'
  | 'strong'
  | 'em'
  | 'del'
  | 'ins'
  | 'mark'
  | 'code'
  | 'kbd'
  | 'math'
  | 'link'
  | 'address'
  | 'footnote'
  | 'note'
  | 'image'
  | 'bullet'
  | 'done'
  | 'quoteBar'
  | 'term'
  | 'tableHeader'
  | 'tableLine'
  | 'alertNote'
  | 'alertTip'
  | 'alertImportant'
  | 'alertWarning'
  | 'alertCaution'
  | 'codeBlock'
  | 'codeComment'
  | 'codeKeyword'
  | 'codeString'
  | 'codeNumber'
  | 'codeName'
  | 'codeType'
  | 'codeMeta'
  | 'codeAdded'
  | 'codeRemoved';

/**
 * How a piece of text looks, as bits: the lowest five name a foreground colour (0 for the terminal's own), the next
 * ones switch bold, dim, italic and so on. A number, so that styles are merged and compared without allocating.
 */
export type Style = number;

export const PLAIN: Style = 0;

/** The terminal's own 16 colours and the attributes, by chalk's names. No other colour: these suit light and dark. */
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

// The styles that a theme is put together from. The build makes numbers of the sums, so that no start adds them up.
const RED = 2;
const GREEN = 3;
const YELLOW = 4;
const BLUE = 5;
const MAGENTA = 6;
const CYAN = 7;
const BOLD = 1 << 5;
const DIM = 1 << 6;
const ITALIC = 1 << 7;
const UNDERLINE = 1 << 8;
const STRIKETHROUGH = 1 << 9;
const INVERSE = 1 << 10;

/** An inner style over an outer one: its colour wins, attributes add up. */
export function overlay(outer: Style, inner: Style): Style {
  return inner & COLOR_MASK ? (outer & ~COLOR_MASK) | inner : outer | inner;
}

/** The chalk modifiers that make a style, colour first. */
export function modifiers(style: Style): (typeof COLORS | typeof ATTRIBUTES)[number][] {
  const color = COLORS[(style & COLOR_MASK) - 1];
  const attributes = ATTRIBUTES.filter((_, index) => style & (1 << (COLOR_BITS + index)));
  return color ? [color, ...attributes] : attributes;
}

export type Theme = Readonly<Record<Role, Style>>;

const base: Record<Role, Style> = {
  text: PLAIN,
  title: BOLD | BLUE,
  meta: DIM,
  rule: DIM,
  number: DIM,
  heading1: BOLD | BLUE,
  heading2: BOLD,
  heading3: ITALIC,
  strong: BOLD,
  em: ITALIC,
  del: STRIKETHROUGH | DIM,
  ins: UNDERLINE,
  mark: INVERSE,
  code: CYAN,
  kbd: BOLD,
  math: ITALIC,
  link: UNDERLINE,
  address: DIM,
  footnote: PLAIN,
  note: DIM,
  image: ITALIC,
  bullet: DIM,
  done: GREEN,
  quoteBar: DIM,
  term: BOLD,
  tableHeader: BOLD,
  tableLine: DIM,
  alertNote: BLUE,
  alertTip: GREEN,
  alertImportant: MAGENTA,
  alertWarning: YELLOW,
  alertCaution: RED,
  codeBlock: PLAIN,
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

/** What each theme changes; the rest is the default's. `none` drops every colour and keeps bold, dim and the like. */
const changes: Record<Exclude<ThemeName, 'none'>, Partial<Record<Role, Style>>> = {
  default: {},
  vivid: {
    title: BOLD | MAGENTA,
    heading1: BOLD | MAGENTA,
    heading2: BOLD | CYAN,
    heading3: ITALIC | CYAN,
    number: MAGENTA,
    strong: BOLD,
    code: YELLOW,
    link: UNDERLINE | BLUE,
    bullet: MAGENTA,
    quoteBar: CYAN,
    term: BOLD | CYAN,
    tableHeader: BOLD | CYAN,
    kbd: BOLD | YELLOW,
  },
  quiet: {
    title: BOLD,
    heading1: BOLD,
    heading3: ITALIC,
    code: DIM,
    done: PLAIN,
    codeKeyword: BOLD,
    codeString: PLAIN,
    codeNumber: PLAIN,
    codeName: PLAIN,
    codeType: PLAIN,
  },
};

/** The styles of a theme by role. */
export function themeOf(name: ThemeName): Theme {
  if (name !== 'none') return { ...base, ...changes[name] };
  const theme = { ...base };
  for (const role of Object.keys(theme) as Role[]) theme[role] &= ~COLOR_MASK;
  return theme;
}

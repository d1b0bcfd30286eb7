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

const base: Record<Role, string> = {
  text: '',
  title: 'bold blue',
  meta: 'dim',
  rule: 'dim',
  number: 'dim',
  heading1: 'bold blue',
  heading2: 'bold',
  heading3: 'italic',
  strong: 'bold',
  em: 'italic',
  del: 'strikethrough dim',
  ins: 'underline',
  mark: 'inverse',
  code: 'cyan',
  kbd: 'bold',
  math: 'italic',
  link: 'underline',
  address: 'dim',
  footnote: '',
  note: 'dim',
  image: 'italic',
  bullet: 'dim',
  done: 'green',
  quoteBar: 'dim',
  term: 'bold',
  tableHeader: 'bold',
  tableLine: 'dim',
  alertNote: 'blue',
  alertTip: 'green',
  alertImportant: 'magenta',
  alertWarning: 'yellow',
  alertCaution: 'red',
  codeBlock: '',
  codeComment: 'dim italic',
  codeKeyword: 'magenta',
  codeString: 'green',
  codeNumber: 'cyan',
  codeName: 'blue',
  codeType: 'yellow',
  codeMeta: 'dim',
  codeAdded: 'green',
  codeRemoved: 'red',
};

/** What each theme changes; the rest is the default's. `none` drops every colour and keeps bold, dim and the like. */
const changes: Record<Exclude<ThemeName, 'none'>, Partial<Record<Role, string>>> = {
  default: {},
  vivid: {
    title: 'bold magenta',
    heading1: 'bold magenta',
    heading2: 'bold cyan',
    heading3: 'italic cyan',
    number: 'magenta',
    strong: 'bold',
    code: 'yellow',
    link: 'underline blue',
    bullet: 'magenta',
    quoteBar: 'cyan',
    term: 'bold cyan',
    tableHeader: 'bold cyan',
    kbd: 'bold yellow',
  },
  quiet: {
    title: 'bold',
    heading1: 'bold',
    heading3: 'italic',
    code: 'dim',
    done: '',
    codeKeyword: 'bold',
    codeString: '',
    codeNumber: '',
    codeName: '',
    codeType: '',
  },
};

/** The styles of a theme by role. */
export function themeOf(name: ThemeName): Theme {
  const theme = {} as Record<Role, Style>;
  const roles = { ...base, ...(name === 'none' ? {} : changes[name]) };
  for (const [role, look] of Object.entries(roles) as [Role, string][]) {
    const style = styleOf(look);
    theme[role] = name === 'none' ? style & ~COLOR_MASK : style;
  }
  return theme;
}

function styleOf(look: string): Style {
  let style = PLAIN;
  for (const word of look.split(' ')) {
    const attribute = (ATTRIBUTES as readonly string[]).indexOf(word);
    if (attribute >= 0) style |= 1 << (COLOR_BITS + attribute);
    else style |= (COLORS as readonly string[]).indexOf(word) + 1;
  }
  return style;
}

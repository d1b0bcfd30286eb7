import type { Format } from '../render/formats.ts';
import { type BadgeStyle, type LinkStyle, type Page, type ThemeName, usualWidth } from '../render/page.ts';
import type { Output, System } from '../system.ts';
import { type ColorChoice, decideColor } from './color.ts';

/** The options of every command that prints, as typed. */
export interface PageOptions {
  readonly format?: Format;
  readonly plain?: boolean;
  readonly json?: boolean;
  readonly width?: number;
  /** False for `--no-color`. */
  readonly color?: ColorChoice | false;
  readonly links?: LinkStyle;
  readonly theme?: ThemeName | 'auto';
  readonly badges?: BadgeStyle;
  readonly hyphenate?: boolean;
  readonly justify?: boolean;
  /** Keep the page at the left of a terminal so wide that it would be centred. */
  readonly left?: boolean;
  readonly wrapCode?: boolean;
  readonly accessible?: boolean;
  readonly maxTokens?: number;
}

/** From this many columns on, the page is centred in the terminal. */
const wideTerminal = 120;

/** Resolves the format and the page: flags, then the environment, then defaults. */
export function resolvePage(
  options: PageOptions,
  system: Pick<System, 'env' | 'stdout'>,
): { format: Format; page: Page } {
  const { env, stdout } = system;
  const color = decideColor(options.color === false ? 'never' : (options.color ?? 'auto'), system);
  const onTerminal = stdout.isTTY === true;
  const format =
    options.format ?? (options.plain ? 'plain' : options.json ? 'json' : onTerminal || color.forced ? 'rich' : 'plain');
  const accessible = options.accessible ?? isOn(env.ACCESSIBLE);
  const colorLevel = format === 'rich' && options.theme !== 'none' ? color.level : 0;
  const columns = terminalColumns(stdout, env);
  const width = options.width ?? (format === 'rich' ? Math.min(columns, usualWidth) : Number.POSITIVE_INFINITY);
  const inTheMiddle = format === 'rich' && onTerminal && !options.left && !accessible && columns >= wideTerminal;
  return {
    format,
    page: {
      width,
      margin: inTheMiddle ? Math.max(0, Math.floor((columns - width) / 2)) : 0,
      colorLevel,
      hyperlinks:
        format === 'rich' && colorLevel > 0 && !accessible && !showsAddresses(options) && supportsHyperlinks(system),
      links: options.links ?? 'notes',
      unicode: hasUnicode(env),
      theme: chooseTheme(options.theme, env),
      badges: options.badges ?? 'line',
      hyphenate: options.hyphenate ?? false,
      justify: options.justify ?? false,
      wrapCode: options.wrapCode ?? false,
      cutCode: format === 'rich' && onTerminal,
      accessible,
      ...(options.maxTokens !== undefined && { maxTokens: options.maxTokens }),
    },
  };
}

/**
 * Chooses the theme; `auto` is `dark` or `light` by COLORFGBG, where a terminal sets it (rxvt, Konsole: `15;0`, the
 * background last), else the default. The terminal itself is not queried.
 */
function chooseTheme(theme: PageOptions['theme'], { COLORFGBG = '' }: System['env']): ThemeName {
  if (theme !== 'auto') return theme ?? 'default';
  const [, background] = /;(\d+)$/.exec(COLORFGBG) ?? [];
  if (background === undefined) return 'default';
  return background === '7' || background === '15' ? 'light' : 'dark';
}

/** Reports whether the addresses of links are to be printed: then a hyperlink is not enough. */
function showsAddresses({ links }: PageOptions): boolean {
  return links === 'inline' || links === 'notes';
}

function isOn(value: string | undefined): boolean {
  return value !== undefined && value !== '' && value !== '0' && value !== 'false';
}

/** Returns the columns of the terminal that an output goes to, else COLUMNS, else 80. */
export function terminalColumns(output: Output, env: System['env']): number {
  const columns = output.columns || Number.parseInt(env.COLUMNS ?? '', 10);
  return columns > 0 ? columns : usualWidth;
}

/**
 * Reports whether the locale has Unicode, by LC_ALL, LC_CTYPE, LANG in this order (POSIX.1-2017, 8.2); without any it is
 * the C locale, which is ASCII.
 */
function hasUnicode(env: System['env']): boolean {
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG;
  if (!locale) return env.WT_SESSION !== undefined;
  return /utf-?8/i.test(locale);
}

/** Reports whether the terminal is known to support OSC 8, from the environment, which FORCE_HYPERLINK overrides. */
function supportsHyperlinks({ env, stdout }: Pick<System, 'env' | 'stdout'>): boolean {
  const force = env.FORCE_HYPERLINK;
  if (force !== undefined) return isOn(force);
  if (!stdout.isTTY || env.TERM === 'dumb') return false;
  if (/^(iTerm\.app|WezTerm|vscode|ghostty|Hyper|mintty|rio|Tabby)$/.test(env.TERM_PROGRAM ?? '')) return true;
  if (/^(xterm-kitty|xterm-ghostty|alacritty|foot|contour|wezterm)/.test(env.TERM ?? '')) return true;
  return env.WT_SESSION !== undefined || env.KONSOLE_VERSION !== undefined || Number(env.VTE_VERSION) >= 5000;
}

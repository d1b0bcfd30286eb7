import type { Format, LinkStyle, Page, ThemeName } from '../render/page.ts';
import type { System } from '../system.ts';
import { type ColorChoice, decideColor } from './color.ts';

/** How to show, as typed: what every command that prints takes. */
export interface PageOptions {
  readonly format?: Format;
  readonly plain?: boolean;
  readonly json?: boolean;
  readonly width?: number;
  readonly color?: ColorChoice;
  readonly links?: LinkStyle;
  readonly theme?: ThemeName;
  readonly wrapCode?: boolean;
  readonly accessible?: boolean;
}

/** Lines longer than this tire the eye (R. Bringhurst, The Elements of Typographic Style, 2.1.2). */
const widestMeasure = 80;

/** The sheet and the format: flags, then the environment, then defaults. */
export function resolvePage(
  options: PageOptions,
  system: Pick<System, 'env' | 'stdout'>,
): { format: Format; page: Page } {
  const { env, stdout } = system;
  const color = decideColor(options.color ?? 'auto', system);
  const onTerminal = stdout.isTTY === true;
  const format =
    options.format ?? (options.plain ? 'plain' : options.json ? 'json' : onTerminal || color.forced ? 'rich' : 'plain');
  const accessible = options.accessible ?? isOn(env.ACCESSIBLE);
  const colorLevel = format === 'rich' && options.theme !== 'none' ? color.level : 0;
  return {
    format,
    page: {
      width:
        options.width ??
        (format === 'rich' ? Math.min(terminalColumns(system), widestMeasure) : Number.POSITIVE_INFINITY),
      colorLevel,
      hyperlinks:
        format === 'rich' && colorLevel > 0 && !accessible && !showsAddresses(options) && supportsHyperlinks(system),
      links: options.links ?? 'notes',
      unicode: hasUnicode(env),
      theme: options.theme ?? 'default',
      wrapCode: options.wrapCode ?? false,
      accessible,
    },
  };
}

/** Whether somebody asked to see where links lead: then the text alone will not do. */
function showsAddresses({ links }: PageOptions): boolean {
  return links === 'inline' || links === 'notes';
}

function isOn(value: string | undefined): boolean {
  return value !== undefined && value !== '' && value !== '0' && value !== 'false';
}

/** Columns of the terminal, else of COLUMNS, else 80. */
function terminalColumns({ env, stdout }: Pick<System, 'env' | 'stdout'>): number {
  const columns = stdout.columns || Number.parseInt(env.COLUMNS ?? '', 10);
  return columns > 0 ? columns : widestMeasure;
}

/** The locale's own order: LC_ALL, LC_CTYPE, LANG (POSIX.1-2017, 8.2); none of them is the C locale, which is ASCII. */
function hasUnicode(env: System['env']): boolean {
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG;
  if (!locale) return env.WT_SESSION !== undefined;
  return /utf-?8/i.test(locale);
}

/**
 * Whether the terminal is known to understand OSC 8, by what it says of itself. FORCE_HYPERLINK decides where it is
 * set, as in other tools.
 */
function supportsHyperlinks({ env, stdout }: Pick<System, 'env' | 'stdout'>): boolean {
  const force = env.FORCE_HYPERLINK;
  if (force !== undefined) return isOn(force);
  if (!stdout.isTTY || env.TERM === 'dumb') return false;
  if (/^(iTerm\.app|WezTerm|vscode|ghostty|Hyper|mintty|rio|Tabby)$/.test(env.TERM_PROGRAM ?? '')) return true;
  if (/^(xterm-kitty|xterm-ghostty|alacritty|foot|contour|wezterm)/.test(env.TERM ?? '')) return true;
  return env.WT_SESSION !== undefined || env.KONSOLE_VERSION !== undefined || Number(env.VTE_VERSION) >= 5000;
}

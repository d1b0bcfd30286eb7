import type { Format } from '../render/formats.ts';
import type { Page } from '../render/page.ts';
import type { ImageProtocol } from '../render/tools.ts';
import type { System } from '../system.ts';

/** The protocol by which images can be shown, or why they cannot. */
export type ImageSupport = { readonly protocol: ImageProtocol } | { readonly missing: string };

/** Detects whether images can be shown on a page, from the environment alone; the terminal is not queried. */
export function imageSupport(
  format: Format,
  page: Page,
  { env, stdout }: Pick<System, 'env' | 'stdout'>,
): ImageSupport {
  if (format !== 'rich') return { missing: `the format ${format} has none` };
  if (stdout.isTTY !== true) return { missing: 'the output is no terminal' };
  if (page.accessible) return { missing: 'linear text has none' };
  if (page.colorLevel === 0) return { missing: 'they have colours, and there are to be none' };
  if (isMultiplexed(env)) return { missing: 'tmux and screen do not pass them on' };
  const protocol = terminalProtocol(env);
  return protocol ? { protocol } : { missing: 'this terminal is none of kitty, Ghostty, WezTerm and iTerm2' };
}

/** Reports whether a terminal multiplexer draws the screen; over SSH, which drops its variable, TERM shows it. */
function isMultiplexed({ TMUX, STY, ZELLIJ, TERM = '' }: System['env']): boolean {
  return Boolean(TMUX || STY || ZELLIJ) || /^(?:screen|tmux)/.test(TERM);
}

/**
 * Detects the protocol of the terminal. TERM and TERM_PROGRAM are its own; KITTY_WINDOW_ID and LC_TERMINAL also reach
 * programs in other terminals started from it, so they count only where the former name no other one.
 */
function terminalProtocol(env: System['env']): ImageProtocol | undefined {
  const { TERM = '', TERM_PROGRAM, KITTY_WINDOW_ID, LC_TERMINAL } = env;
  if (/^xterm-(?:kitty|ghostty)$/.test(TERM)) return 'kitty';
  switch (TERM_PROGRAM) {
    case 'ghostty':
    case 'kitty':
      return 'kitty';
    case 'iTerm.app':
    // WezTerm has both protocols; this one supports JPEG and GIF too.
    case 'WezTerm':
      return 'iterm2';
    case undefined:
    case '':
      break;
    default:
      return undefined;
  }
  if (KITTY_WINDOW_ID) return 'kitty';
  return LC_TERMINAL === 'iTerm2' ? 'iterm2' : undefined;
}

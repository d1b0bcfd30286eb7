import type { Lines } from './lines.ts';

/**
 * A way of writing Markdown that is in no specification. It rewrites its own marks into CommonMark and GFM before the
 * text is parsed, so that no parser and no renderer knows of it.
 */
export interface Dialect {
  /** Matches every text that may use the dialect; no other is looked at. Ordinary Markdown does not match by chance. */
  readonly marks: RegExp;
  /** Rewrites lines; what it does not know stays as it is: where that is all, `lines` themselves come back. */
  rewrite(lines: Lines): Lines;
}

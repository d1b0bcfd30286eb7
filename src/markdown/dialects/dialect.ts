import type { Lines } from './lines.ts';

/**
 * A way of writing Markdown that is in no specification. It is rewritten as CommonMark and GFM before the text is
 * parsed, so that no parser and no renderer knows of it.
 */
export interface Dialect {
  /** Strings of which every text that `pattern` matches contains one: for most texts the expression is not even compiled. */
  readonly substrings: readonly string[];
  /** Matches every text that may use the dialect; no other is examined. Ordinary Markdown does not match by chance. */
  readonly pattern: RegExp;
  /** Rewrites lines; what it does not know stays; where nothing changes, returns `lines` themselves. */
  rewrite(lines: Lines): Lines;
}

/**
 * The page that is printed on. Resolved once from flags, environment and defaults. Renderers know the page and nothing
 * else of the system.
 */
export interface Page {
  /** The most columns of a line, margin included; `Infinity` where nothing wraps. */
  readonly width: number;
  /** As chalk counts: 0 no escape at all, 1 the terminal's 16 colours, 2 256 colours, 3 true colour. */
  readonly colorLevel: 0 | 1 | 2 | 3;
  /** Whether the terminal understands OSC 8. */
  readonly hyperlinks: boolean;
  /** Where addresses go when the text itself cannot be the link. */
  readonly links: LinkStyle;
  /** Whether symbols may leave ASCII. The article's own words always may. */
  readonly unicode: boolean;
  readonly theme: ThemeName;
  /** Break code lines that are wider than the page rather than keep them whole. */
  readonly wrapCode: boolean;
  /** Truncate code lines that are wider than the page, visibly, unless they are wrapped: on a terminal. */
  readonly cutCode?: boolean;
  /** Columns left free at the left, to centre the page on a wide terminal. */
  readonly margin?: number;
  /** How rows of badges are shown: as one line of their texts (the default), or not at all. */
  readonly badges?: BadgeStyle;
  /** The most tokens of a language model, by an estimate, in a line of NDJSON; unlimited by default. */
  readonly maxTokens?: number;
  /** Break words by the patterns of the article's language. */
  readonly hyphenate?: boolean;
  /** Spread the lines of paragraphs to the width of the page. */
  readonly justify?: boolean;
  /** Linear text for screen readers and braille lines: no drawing, no bars, no table lines. */
  readonly accessible: boolean;
}

/**
 * The columns of a page to read where nobody says otherwise: longer lines tire the eye (R. Bringhurst, The Elements of
 * Typographic Style, 2.1.2).
 */
export const usualWidth = 80;

/** Returns the columns of the margin at either side of a page to read. */
export function marginOf(width: number): number {
  return width >= 50 ? 2 : 0;
}

/** A page as wide as its text, in plain characters: for a pipe or a file. */
export const plainPage: Page = {
  width: Number.POSITIVE_INFINITY,
  colorLevel: 0,
  hyperlinks: false,
  links: 'notes',
  unicode: true,
  theme: 'default',
  wrapCode: false,
  accessible: false,
};

/** The styles of addresses. */
export const linkStyles = ['inline', 'notes', 'none'] as const;
export type LinkStyle = (typeof linkStyles)[number];
/** The names of the themes. */
export const themeNames = ['default', 'vivid', 'quiet', 'dark', 'light', 'none'] as const;
export type ThemeName = (typeof themeNames)[number];
export const badgeStyles = ['line', 'none'] as const;
export type BadgeStyle = (typeof badgeStyles)[number];

/**
 * The blocks and inlines of Markdown. Blocks have the shape of marked's own tokens, so that a block is parsed once and
 * shared by every format; they are spelled out here so that importers need no types of marked's and a `switch` over
 * `type` narrows.
 */

/**
 * Phrasing content, within a line. The tree is clean: character references are decoded, control characters are gone,
 * HTML tags have become inlines or have been dropped, so that no renderer knows of HTML.
 */
export type Inline = Text | Styled | CodeSpan | LineBreak | Link | Image | Checkbox | FootnoteReference | InlineMath;

/** Text. A `\n` in it is a soft line break: a space to a renderer that fills lines. */
export interface Text {
  readonly type: 'text';
  readonly text: string;
}
/** Strong, emphasis and strikethrough, and what HTML adds: keys, superscript, subscript, highlighted, inserted. */
export interface Styled {
  readonly type: 'strong' | 'em' | 'del' | 'kbd' | 'sup' | 'sub' | 'mark' | 'ins';
  readonly tokens: readonly Inline[];
}
export interface CodeSpan {
  readonly type: 'codespan';
  readonly text: string;
}
/** A hard line break. */
export interface LineBreak {
  readonly type: 'br';
}
export interface Link {
  readonly type: 'link';
  /** As written, of any scheme: `linkTarget` decides whether it may be shown as a link. */
  readonly href: string;
  readonly title?: string;
  readonly tokens: readonly Inline[];
}
export interface Image {
  readonly type: 'image';
  readonly href: string;
  readonly title?: string;
  /** The alternative text. */
  readonly text: string;
}
export interface Checkbox {
  readonly type: 'checkbox';
  readonly checked: boolean;
}
/** `[^label]`, only where the article defines that footnote. */
export interface FootnoteReference {
  readonly type: 'footnote_reference';
  readonly label: string;
}
/** `$…$` or `$$…$$` within a line; `text` is the formula, verbatim. */
export interface InlineMath {
  readonly type: 'inline_math';
  readonly text: string;
}

/** Flow content, on lines of its own. */
export type Block =
  | Paragraph
  | TightText
  | Heading
  | List
  | Blockquote
  | Code
  | Table
  | ThematicBreak
  | HtmlBlock
  | MathBlock
  | FootnoteDefinition
  | LinkDefinition
  | DefinitionList
  | Space
  | (Checkbox & { readonly raw: string });

/**
 * The inline content of a block: parsed, or to be parsed on first access, so that listing the sections of a long text
 * does not parse its inlines.
 */
export type InlineContent = readonly Inline[] | UnparsedInlines;

export interface UnparsedInlines {
  /** The inlines; parsed at the first access. */
  readonly parsed: readonly Inline[];
}

export interface Paragraph {
  readonly type: 'paragraph';
  readonly raw: string;
  readonly text: string;
  readonly tokens: InlineContent;
}
/** The bare text of a tight list item: a paragraph without space around it. */
export interface TightText {
  readonly type: 'text';
  readonly raw: string;
  readonly text: string;
  readonly tokens: InlineContent;
}
export interface Heading {
  readonly type: 'heading';
  readonly raw: string;
  readonly depth: number;
  readonly text: string;
  readonly tokens: InlineContent;
}
export interface List {
  readonly type: 'list';
  readonly raw: string;
  readonly ordered: boolean;
  /** The first item's number; `''` in a bullet list. */
  readonly start: number | '';
  readonly loose: boolean;
  readonly items: readonly ListItem[];
}
export interface ListItem {
  readonly type: 'list_item';
  readonly raw: string;
  /** A GFM task item; its checkbox is its first block (tight) or the first inline of its first paragraph (loose). */
  readonly task: boolean;
  readonly checked?: boolean;
  readonly loose: boolean;
  readonly tokens: readonly Block[];
}
export interface Blockquote {
  readonly type: 'blockquote';
  readonly raw: string;
  readonly tokens: readonly Block[];
}
export interface Code {
  readonly type: 'code';
  readonly raw: string;
  readonly codeBlockStyle?: 'indented';
  /** The info string as written; its first word names the language. */
  readonly lang?: string;
  readonly text: string;
}
export type Alignment = 'left' | 'center' | 'right' | null;
export interface Table {
  readonly type: 'table';
  readonly raw: string;
  readonly align: readonly Alignment[];
  readonly header: readonly TableCell[];
  readonly rows: readonly (readonly TableCell[])[];
}
export interface TableCell {
  readonly text: string;
  readonly tokens: InlineContent;
  readonly align: Alignment;
}
export interface ThematicBreak {
  readonly type: 'hr';
  readonly raw: string;
}
/** HTML as written; `htmlBlocks()` gives it as blocks. */
export interface HtmlBlock {
  readonly type: 'html';
  readonly raw: string;
  readonly text: string;
}
/** `$$` on lines of its own, to `$$`; `text` is the formula, verbatim. */
export interface MathBlock {
  readonly type: 'math';
  readonly raw: string;
  readonly text: string;
}
export interface FootnoteDefinition {
  readonly type: 'footnote';
  readonly raw: string;
  readonly label: string;
  readonly tokens: readonly Block[];
}
export interface LinkDefinition {
  readonly type: 'def';
  readonly raw: string;
  readonly tag: string;
  readonly href: string;
  readonly title?: string;
}
/** Terms and their descriptions (`<dl>`). */
export interface DefinitionList {
  readonly type: 'definition_list';
  readonly raw: string;
  readonly items: readonly { readonly terms: readonly Paragraph[]; readonly descriptions: readonly Block[] }[];
}
export interface Space {
  readonly type: 'space';
  readonly raw: string;
}

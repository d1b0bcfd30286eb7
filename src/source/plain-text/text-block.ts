/** A block of a plain text. Its texts are plain words, without any markup. */
export type TextBlock =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  /** Lines whose ends are deliberate: verse, addresses. */
  | { readonly kind: 'verse'; readonly lines: readonly string[] }
  /** Lines whose columns matter: code, tables, drawings. */
  | { readonly kind: 'verbatim'; readonly lines: readonly string[] }
  | { readonly kind: 'list'; readonly items: readonly TextItem[] }
  | { readonly kind: 'quote'; readonly blocks: readonly TextBlock[] }
  | { readonly kind: 'rule' };

export interface TextItem {
  /** 0 for an outermost item. */
  readonly depth: number;
  /** `3.` or `3)`; none for a bullet. */
  readonly number?: string;
  readonly text: string;
  /** Lines below it whose ends are deliberate: `(a) …`, `(b) …`. */
  readonly more?: readonly string[];
}

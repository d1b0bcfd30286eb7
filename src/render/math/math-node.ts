import type { AtomKind } from './tex-symbols.ts';

/** A formula as a tree. */
export type MathNode =
  | { readonly type: 'atom'; readonly text: string; readonly kind: AtomKind }
  | { readonly type: 'row'; readonly nodes: readonly MathNode[] }
  | { readonly type: 'fraction'; readonly over: MathNode; readonly under: MathNode; readonly bare: boolean }
  | { readonly type: 'root'; readonly body: MathNode; readonly index?: MathNode }
  | Scripts
  | { readonly type: 'accent'; readonly body: MathNode; readonly mark: string }
  | { readonly type: 'fence'; readonly left: string; readonly right: string; readonly body: MathNode }
  | {
      readonly type: 'grid';
      readonly rows: readonly (readonly MathNode[])[];
      readonly left: string;
      readonly right: string;
      readonly aligned: boolean;
    };

/** The superscript and subscript beside their base, or above and below it. */
export interface Scripts {
  readonly type: 'scripts';
  readonly base: MathNode;
  readonly sub?: MathNode;
  readonly sup?: MathNode;
  /** Whether they are above and below in display; where undefined, the base decides. */
  readonly limits?: boolean;
  /** The brace between them and the base: they are a remark then, no index and no power. */
  readonly brace?: '⏞' | '⏟';
}

export function atom(text: string, kind: AtomKind = 'ord'): MathNode {
  return { type: 'atom', text, kind };
}

export function row(nodes: readonly MathNode[]): MathNode {
  return nodes.length === 1 ? (nodes[0] as MathNode) : { type: 'row', nodes };
}

export function fence(left: string, right: string, body: MathNode): MathNode {
  return { type: 'fence', left, right, body };
}

export function isEmpty(node: MathNode | undefined): boolean {
  return node?.type === 'row' && node.nodes.length === 0;
}

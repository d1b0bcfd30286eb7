import { extensionOf, textKind } from './extensions.ts';
import type { SourceKind } from './source.ts';
import { parseMediaType } from './web/media-type.ts';

/** What is declared of a text. */
export interface Declaration {
  /** The whole header, parameters included. */
  readonly contentType?: string | undefined;
  /** A file's path or a page's address. */
  readonly name?: string | undefined;
}

/** Returns the kind of a text by its Content-Type, else by its extension; undefined where its contents decide. */
export function declaredKind({ contentType, name = '' }: Declaration): SourceKind | undefined {
  const type = parseMediaType(contentType)?.essence ?? '';
  if (type === 'text/html' || type === 'application/xhtml+xml') return 'html';
  if (type === 'text/markdown' || type === 'text/x-markdown') return 'markdown';
  const kind = textKind(extensionOf(name));
  if (kind === 'html' && type === 'text/plain') return undefined;
  if (kind !== undefined) return kind === 'undeclared' ? undefined : kind;
  return /^text\/(?:csv|tab-separated-values)$/.test(type) ? 'csv' : undefined;
}

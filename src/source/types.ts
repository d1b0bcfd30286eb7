/** What a text is before it is read. */
export type SourceKind = 'markdown' | 'html' | 'text';

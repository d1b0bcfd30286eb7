/** The start of a field: its name, and its first line. */
export const fieldStart = /^:((?:[^:\\]|\\.|:(?=\S))[^:]*(?::\S[^:]*)*):(?:\s+(.*))?$/;

/** The fields at the top of a document that are its metadata. */
export const bibliographic =
  /^(?:title|authors?|date|language|lang|abstract|description|keywords|tags|version|status|revision|contact|organization|copyright|pep|type|created|python-version|post-history|content-type|last-modified|summary|category|slug|address|license|sponsor|discussions-to|resolution|requires|replaces|superseded-by|topic)$/;
/** Those of them that `Metadata` has no place for. */
const shown = /^(?:abstract|status|version|revision|contact|organization|copyright|address|license)$/;
/** Settings of Sphinx. */
const settings = /^(?:orphan|nocomments|tocdepth|nosearch)$/;

/** Returns the value of a bibliographic field in one line, without the `$Date: … $` of a version control system. */
export function bibliographicValue(key: string, lines: readonly string[]): string {
  const values = lines.map((line) => line.replace(/^[-*]\s+/, '')).filter(Boolean);
  return values.join(key === 'authors' ? ', ' : ' ').replace(/\$Date:?\s*|\$$/g, '');
}

/** Reports whether a field at the top of a document is shown in its text: no setting, and not all in the metadata. */
export function isShown(key: string, first: string): boolean {
  return bibliographic.test(key) ? shown.test(key) && !/^\$[\s\S]*\$$/.test(first) : !settings.test(key);
}

/**
 * Returns the language that an info string names, as written: `js` of `js {1,3}`; of attributes in braces, as Pandoc and R
 * have them, the first class or the first word: of `{#first .js .numbered}`, of `{js, eval=FALSE}`.
 */
export function infoLanguage(info = ''): string {
  const [, attributes] = /^\s*\{([^}]*)/.exec(info) ?? [];
  if (attributes === undefined) return /^\s*([^\s,{}]*)/.exec(info)?.[1] ?? '';
  const named = /(?:^|\s)\.([^\s,=]+)/.exec(attributes) ?? /^\s*([a-z][^\s,=]*)(?![^\s,])/i.exec(attributes);
  return named?.[1] ?? '';
}

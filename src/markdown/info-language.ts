/** Returns the language that an info string names, as written: `js` of `js {1,3}`, of `{.js .numbered}`, of `{js, eval}`. */
export function infoLanguage(info = ''): string {
  return /^\s*\{?\.?([^\s,{}]*)/.exec(info)?.[1] ?? '';
}

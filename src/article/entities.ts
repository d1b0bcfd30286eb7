/** Text with its HTML character references turned into characters, once and strictly (a reference ends with `;`). */
export function decodeEntities(text: string): string {
  return text;
}

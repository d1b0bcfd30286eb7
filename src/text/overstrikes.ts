/**
 * Interprets overstrikes: a character over itself is bold, over an underscore underlined (nroff, `ul`(1)). A backspace
 * between any other two stays, since a character would be lost.
 */
export function readOverstrikes(text: string): string {
  if (!text.includes('\b')) return text;
  return text.replace(/(\P{Cc})(?:\x08\1)+/gu, '$1').replace(/_\x08(\P{Cc})/gu, '$1');
}

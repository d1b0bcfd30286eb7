/** Removes byte order marks before a text: where files were joined or converted twice, there are several. */
export function withoutByteOrderMark(text: string): string {
  return text.replace(/^\ufeff+/, '');
}

/** Text without the control characters that could drive a terminal: C0 but tab and newline, DEL, C1. */
export function cleanText(text: string): string {
  return text.replace(/[\0-\x08\x0b-\x1f\x7f-\x9f]/g, '');
}

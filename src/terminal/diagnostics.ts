import type { System } from '../system.ts';
import { cleanText } from '../text/sanitize.ts';
import { createOutputFilter } from './output-filter.ts';

/** Prints what went wrong, or is not as one may expect, on standard error. */
export function printDiagnostic(message: string, system: Pick<System, 'stderr'>): void {
  printNote(`article: ${message}`, system);
}

/** Prints lines on standard error. Names and arguments in them can neither control nor deceive a terminal. */
export function printNote(text: string, system: Pick<System, 'stderr'>): void {
  system.stderr.write(createOutputFilter({ escapes: false })(cleanText(`${text}\n`)));
}

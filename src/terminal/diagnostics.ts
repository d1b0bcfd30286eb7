import type { System } from '../system.ts';
import { cleanText } from '../text/sanitize.ts';
import { createOutputFilter } from './output-filter.ts';

/** Prints a message on standard error. Names and arguments in it can neither control nor deceive a terminal. */
export function printDiagnostic(text: string, system: Pick<System, 'stderr'>): void {
  system.stderr.write(createOutputFilter({ escapes: false })(cleanText(text)));
}

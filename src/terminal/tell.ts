import type { System } from '../system.ts';
import { cleanText } from '../text/sanitize.ts';
import { gate } from './gate.ts';

/** Says something on standard error: whatever names and arguments are in it, nothing in it drives or deceives a terminal. */
export function tell(text: string, system: Pick<System, 'stderr'>): void {
  system.stderr.write(tellable(text));
}

/** A message as {@link tell} writes it. */
export function tellable(text: string): string {
  return gate({ escapes: false })(cleanText(text));
}

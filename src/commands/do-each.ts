import { errorText, UserError } from '../errors.ts';
import type { System } from '../system.ts';
import { printDiagnostic } from '../terminal/diagnostics.ts';

/** Acts on each of several items. The error of one is reported and the next follows; of a sole one it is thrown. */
export async function doEach<Item, Result>(
  items: readonly Item[],
  act: (item: Item) => Promise<Result>,
  system: System,
): Promise<{ readonly results: readonly Result[]; readonly failed: number }> {
  const results: Result[] = [];
  for (const item of items) {
    try {
      results.push(await act(item));
    } catch (error) {
      if (items.length === 1 || !(error instanceof UserError)) throw error;
      printDiagnostic(errorText(error), system);
    }
  }
  return { results, failed: items.length - results.length };
}

/** Throws where some of several items have failed. */
export function checkFailed(failed: number, count: number): void {
  if (failed > 0) throw new UserError(`${failed} of ${count} failed.`, { hint: 'The reasons are above.' });
}

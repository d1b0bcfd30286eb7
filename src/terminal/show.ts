import type { Page } from '../render/page.ts';
import type { System } from '../system.ts';
import { write } from './output.ts';

export interface ShowOptions {
  /** False for `--no-pager`. */
  readonly pager: boolean;
  /** What the pager's prompt says. */
  readonly title?: string;
  /** What the pager opens at. */
  readonly find?: string;
}

/** Shows rendered pieces: long ones on a terminal through the pager, everything else straight. */
export async function show(pieces: Iterable<string>, sheet: Page, system: System, options: ShowOptions): Promise<void> {
  const escapes = sheet.colorLevel > 0 || sheet.hyperlinks;
  if (!options.pager || !system.stdout.isTTY || system.env.TERM === 'dumb') {
    await write(pieces, system.stdout, { escapes });
    return;
  }
  const { pieces: all, fits } = measure(pieces, system.stdout.rows ?? 24);
  if (!fits) {
    const { page, pagerCommand } = await import('./pager.ts');
    const command = pagerCommand(system.env);
    if (command && (await page(all, command, system, { ...options, escapes }))) return;
  }
  await write(all, system.stdout, { escapes });
}

/** Renders just enough to know whether everything fits above the prompt. The pieces can be walked once more, from the start. */
function measure(
  pieces: Iterable<string>,
  rows: number,
): { readonly pieces: Iterable<string>; readonly fits: boolean } {
  const source = pieces[Symbol.iterator]();
  const taken: string[] = [];
  let lines = 0;
  while (lines < rows) {
    const { value, done } = source.next();
    if (done) return { pieces: taken, fits: true };
    taken.push(value);
    lines += value.split('\n').length - 1;
  }
  return {
    fits: false,
    pieces: (function* () {
      while (taken.length > 0) yield* taken.splice(0);
      yield* { [Symbol.iterator]: () => source };
    })(),
  };
}

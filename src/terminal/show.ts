import type { Page } from '../render/page.ts';
import type { System } from '../system.ts';
import { countLineEnds } from '../text/count-line-ends.ts';
import { write } from './output.ts';

export interface ShowOptions {
  /** False for `--no-pager`. */
  readonly pager: boolean;
  /** Whether the text has images, which no pager would pass on. */
  readonly images?: boolean;
  /** Text at which the pager opens. */
  readonly search?: string;
  /** Shows the text in the full screen; false where there can be none. */
  readonly readFull?: () => Promise<boolean>;
}

/**
 * Shows a rendered text: on a terminal through the pager if it is longer than the screen, else directly. `render`
 * starts the text again at each call: once to measure it, once to show it, and once more where a pager fails.
 */
export async function show(
  render: () => Iterable<string>,
  page: Page,
  system: System,
  options: ShowOptions,
): Promise<void> {
  const escapes = page.colorLevel > 0 || page.hyperlinks;
  if (isPaged(render, system, options)) {
    const { hasOwnPager, pagerCommand } = await import('./pager-command.ts');
    if (options.readFull && hasOwnPager(system.env) && (await options.readFull())) return;
    const { runPager } = await import('./pager.ts');
    const command = pagerCommand(system.env);
    if (command && (await runPager(render(), command, system, { ...options, escapes }))) return;
  }
  await write(render(), system.stdout, { escapes, images: options.images ?? false });
}

function isPaged(render: () => Iterable<string>, { stdout, env }: System, { pager, images }: ShowOptions): boolean {
  return pager && !images && stdout.isTTY === true && env.TERM !== 'dumb' && !fits(render(), stdout.rows ?? 24);
}

/** Reports whether a text fits above the shell's prompt; renders no more of it than that takes. */
function fits(text: Iterable<string>, rows: number): boolean {
  let lines = 0;
  for (const chunk of text) {
    lines += countLineEnds(chunk);
    if (lines >= rows) return false;
  }
  return true;
}

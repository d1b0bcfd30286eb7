import type { System } from '../system.ts';

export type ColorChoice = 'auto' | 'always' | 'never';
type ColorLevel = 0 | 1 | 2 | 3;

/** The colours of standard output, and whether they were requested rather than detected. */
export interface ColorDecision {
  readonly level: ColorLevel;
  readonly forced: boolean;
}

/**
 * Decides on colour: the flag, then NO_COLOR, FORCE_COLOR and CLICOLOR_FORCE, then whether standard output is a
 * terminal (no-color.org, bixense.com/clicolors, force-color.org). An empty NO_COLOR means nothing. TERM=dumb rules out
 * every escape, whatever the environment forces; only the flag, typed for this one run, overrides it.
 */
export function decideColor(choice: ColorChoice, { env, stdout }: Pick<System, 'env' | 'stdout'>): ColorDecision {
  const none = { level: 0, forced: false } as const;
  if (choice === 'never') return none;
  if (choice === 'always') return { level: Math.max(terminalLevel(env), 1) as ColorLevel, forced: true };
  if (env.NO_COLOR || env.TERM === 'dumb') return none;
  const forced = forcedLevel(env);
  if (forced !== undefined) return { level: forced, forced: forced > 0 };
  if (env.CLICOLOR === '0') return none;
  return { level: stdout.isTTY ? terminalLevel(env) : 0, forced: false };
}

function forcedLevel(env: System['env']): ColorLevel | undefined {
  const { FORCE_COLOR: force, CLICOLOR_FORCE: cliForce = '' } = env;
  if (force === '0' || force === 'false') return 0;
  if (force === '2' || force === '3') return Number(force) as ColorLevel;
  const isForced = force !== undefined || (cliForce !== '' && cliForce !== '0');
  return isForced ? (Math.max(terminalLevel(env), 1) as ColorLevel) : undefined;
}

/** Reads the terminal's colours from COLORTERM and TERM. */
function terminalLevel(env: System['env']): ColorLevel {
  const term = env.TERM ?? '';
  if (term === 'dumb') return 0;
  if (/^(truecolor|24bit)$/.test(env.COLORTERM ?? '') || /-(direct|truecolor)$/.test(term)) return 3;
  return /256(color)?$/.test(term) ? 2 : 1;
}

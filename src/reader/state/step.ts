import type { Effect, State, Step } from './model.ts';

/** The milliseconds that a message is shown, and that of one that stays until the next key. */
export const moment = 2000;
export const lasting = Number.POSITIVE_INFINITY;

export function step(state: State, ...effects: Effect[]): Step {
  return { state, effects };
}

/** Shows a message in the last line for some milliseconds, and returns further effects. */
export function say(state: State, message: string, after = moment, ...effects: Effect[]): Step {
  const next = { ...state, message, moment: state.moment + 1 };
  if (after === lasting) return step(next, ...effects);
  return step(next, { type: 'expire', moment: next.moment, after }, ...effects);
}

import type { Effect, State, Step } from './model.ts';

/** The milliseconds that a message is shown. */
export const moment = 2000;

export function step(state: State, ...effects: Effect[]): Step {
  return { state, effects };
}

/** Shows a message in the last line, for some milliseconds, or until the next key. */
export function say(state: State, message: string, after: number | undefined = moment): Step {
  const next = { ...state, message, moment: state.moment + 1 };
  return after === undefined ? step(next) : step(next, { type: 'expire', moment: next.moment, after });
}

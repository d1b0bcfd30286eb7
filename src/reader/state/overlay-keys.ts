import { helpLines } from '../keys/help.ts';
import { geometry } from './geometry.ts';
import { type ModeOf, type State, type Step, textMode } from './model.ts';
import { step } from './step.ts';
import { onTextKey } from './text-keys.ts';

/** Handles a key on the help page. */
export function onHelpKey(state: State, mode: ModeOf<'help'>, key: string): Step {
  const { rows } = geometry(state);
  const most = Math.max(0, helpLines(state.size.columns, rows, state.look.page.unicode).length - rows);
  const to = (top: number): Step => step({ ...state, mode: { kind: 'help', top: Math.max(0, Math.min(most, top)) } });
  switch (key) {
    case 'j':
    case 'down':
    case 'enter':
      return to(mode.top + 1);
    case 'k':
    case 'up':
      return to(mode.top - 1);
    case 'space':
    case 'pagedown':
    case 'd':
      return mode.top >= most ? step({ ...state, mode: textMode }) : to(mode.top + rows - 1);
    case 'b':
    case 'pageup':
    case 'u':
      return to(mode.top - rows + 1);
    case 'g':
    case 'home':
      return to(0);
    case 'G':
    case 'end':
      return to(most);
    default:
      return step({ ...state, mode: textMode });
  }
}

/** Handles a key while a footnote is shown: closes it, and does what the key does. */
export function onFootnoteKey(state: State, key: string): Step {
  const reading = { ...state, mode: textMode };
  return /^(?:escape|enter|q|space|backspace)$/.test(key) ? step(reading) : onTextKey(reading, key);
}

import { Chalk } from 'chalk';
import type { attributes, colorNames } from './style.ts';

/** The escape sequences that open and close a colour or an attribute. */
export interface AnsiStyle {
  readonly open: string;
  readonly close: string;
}

// On level 1 chalk writes the terminal's own 16 colours.
const chalk = new Chalk({ level: 1 });

/** Returns the escape sequences of one of the terminal's own colours or of an attribute, as chalk writes them. */
export function ansiStyle(name: (typeof colorNames)[number] | (typeof attributes)[number]): AnsiStyle {
  const [open = '', close = ''] = chalk[name]('|').split('|');
  return { open, close };
}

import { Chalk } from 'chalk';
import { ATTRIBUTES, COLORS } from './style.ts';

/** The escape sequences that open and close a colour or an attribute. */
export interface AnsiStyle {
  readonly open: string;
  readonly close: string;
}

// On level 1 chalk writes the terminal's own 16 colours.
const chalk = new Chalk({ level: 1 });

/** The escape sequences of the terminal's own colours and of the attributes, as chalk writes them. */
export const ansiStyles: Readonly<Record<string, AnsiStyle>> = Object.fromEntries(
  [...COLORS, ...ATTRIBUTES].map((name) => {
    const [open = '', close = ''] = chalk[name]('|').split('|');
    return [name, { open, close }];
  }),
);

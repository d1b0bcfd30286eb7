import { Chalk } from 'chalk';
import { ATTRIBUTES, COLORS } from './theme.ts';

/** What opens a colour or an attribute and what closes it. */
export interface AnsiStyle {
  readonly open: string;
  readonly close: string;
}

// On level 1 chalk writes the terminal's own 16 colours, and there are no others in our themes.
const chalk = new Chalk({ level: 1 });

/** The escape sequences that chalk writes. The build asks it and puts them down, for asking takes a start a millisecond. */
export const ansiStyles: Readonly<Record<string, AnsiStyle>> = Object.fromEntries(
  [...COLORS, ...ATTRIBUTES].map((name) => {
    const [open = '', close = ''] = chalk[name]('|').split('|');
    return [name, { open, close }];
  }),
);

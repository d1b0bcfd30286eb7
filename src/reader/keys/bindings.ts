/** What a key asks for while one reads. */
export type Action =
  | 'line-down'
  | 'line-up'
  | 'half-down'
  | 'half-up'
  | 'page-down'
  | 'page-up'
  | 'top'
  | 'end'
  | 'left'
  | 'right'
  | 'next-section'
  | 'previous-section'
  | 'next-sibling'
  | 'previous-sibling'
  | 'go'
  | 'pane'
  | 'focus'
  | 'contents'
  | 'sentences'
  | 'search'
  | 'next-hit'
  | 'previous-hit'
  | 'clear'
  | 'links'
  | 'next-link'
  | 'previous-link'
  | 'browse'
  | 'back'
  | 'forth'
  | 'mark'
  | 'jump'
  | 'copy-section'
  | 'copy-code'
  | 'copy-address'
  | 'wider'
  | 'narrower'
  | 'usual-width'
  | 'theme'
  | 'edit'
  | 'reload'
  | 'watch'
  | 'mouse'
  | 'help'
  | 'redraw'
  | 'suspend'
  | 'quit';

/** Some keys and what they do, as the page of keys and the guide say it. */
export interface Binding {
  readonly action: Action;
  /** By the names of {@link KeyEvent}; the first ones are shown. */
  readonly keys: readonly string[];
  /** How the keys are shown, where it is not just their names. */
  readonly shown?: string;
  readonly does: string;
}

export interface BindingGroup {
  readonly title: string;
  readonly bindings: readonly Binding[];
}

/** All keys of the text. The page of keys is made of this table, and nothing else decides what a key does. */
export const bindingGroups: readonly BindingGroup[] = [
  {
    title: 'Moving',
    bindings: [
      {
        action: 'line-down',
        keys: ['j', 'down', 'enter', 'ctrl-e', 'ctrl-n'],
        shown: 'j ↓ ⏎',
        does: 'a line down; 5j: five',
      },
      { action: 'line-up', keys: ['k', 'up', 'ctrl-y', 'ctrl-p'], shown: 'k ↑', does: 'a line up' },
      { action: 'half-down', keys: ['d', 'ctrl-d'], does: 'half a page down' },
      { action: 'half-up', keys: ['u', 'ctrl-u'], does: 'half a page up' },
      {
        action: 'page-down',
        keys: ['space', 'pagedown', 'ctrl-f', 'ctrl-v'],
        shown: 'space PgDn',
        does: 'a page down',
      },
      { action: 'page-up', keys: ['b', 'pageup', 'ctrl-b', 'alt-v'], shown: 'b PgUp', does: 'a page up' },
      { action: 'top', keys: ['g', 'home', '<'], shown: 'g Home', does: 'to the beginning' },
      { action: 'end', keys: ['G', 'end', '>'], shown: 'G End', does: 'to the end' },
      { action: 'right', keys: ['right'], shown: '→', does: 'lines wider than the screen: their right' },
      { action: 'left', keys: ['left'], shown: '←', does: 'and their left' },
    ],
  },
  {
    title: 'Sections',
    bindings: [
      { action: 'next-section', keys: [']'], does: 'the next section' },
      { action: 'previous-section', keys: ['['], does: 'the one before' },
      { action: 'next-sibling', keys: ['}'], does: 'the next one of the same level' },
      { action: 'previous-sibling', keys: ['{'], does: 'the one of the same level before' },
      { action: 'go', keys: [':'], shown: ': 2.1⏎', does: 'to a section by number, words or “last”; Tab completes' },
    ],
  },
  {
    title: 'Contents',
    bindings: [
      { action: 'pane', keys: ['t'], does: 'the contents beside the text: show or hide' },
      { action: 'focus', keys: ['w'], does: 'into them and back; j k move, h l fold' },
      { action: 'contents', keys: ['o'], does: 'the contents over the text; typing there filters' },
      { action: 'sentences', keys: ['s'], does: 'in the contents: what each section says' },
    ],
  },
  {
    title: 'Search',
    bindings: [
      { action: 'search', keys: ['/'], does: 'search; Alt-R: a regular expression' },
      { action: 'next-hit', keys: ['n'], does: 'the next hit' },
      { action: 'previous-hit', keys: ['N'], does: 'the hit before' },
      { action: 'clear', keys: ['escape'], shown: 'Esc', does: 'put away: hits, the link, the contents' },
    ],
  },
  {
    title: 'Links',
    bindings: [
      { action: 'links', keys: ['f'], does: 'number the links in view; without one, a page down' },
      { action: 'next-link', keys: ['tab'], shown: 'Tab', does: 'to the next link; ⏎ opens it here' },
      { action: 'previous-link', keys: ['shift-tab'], shown: 'Shift-Tab', does: 'to the link before' },
      { action: 'browse', keys: ['x'], does: 'the link in the browser' },
      {
        action: 'back',
        keys: ['backspace', 'ctrl-o', 'alt-left'],
        shown: 'Backspace ^O',
        does: 'back to where one came from',
      },
      { action: 'forth', keys: ['alt-right'], shown: 'Alt-→', does: 'forth again' },
    ],
  },
  {
    title: 'Places',
    bindings: [
      { action: 'mark', keys: ['m'], shown: 'm a', does: 'a bookmark here, by any letter' },
      { action: 'jump', keys: ["'"], shown: "' a", does: "to that bookmark; '' to where one was" },
    ],
  },
  {
    title: 'Taking along',
    bindings: [
      { action: 'copy-section', keys: ['y'], does: 'copy the section' },
      { action: 'copy-code', keys: ['c'], does: 'copy the code in view' },
      { action: 'copy-address', keys: ['Y'], does: 'copy the address or path' },
    ],
  },
  {
    title: 'The page and the file',
    bindings: [
      { action: 'wider', keys: ['+'], does: 'wider lines' },
      { action: 'narrower', keys: ['-'], does: 'narrower lines' },
      { action: 'usual-width', keys: ['='], does: 'the usual width' },
      { action: 'theme', keys: ['T'], does: 'the next theme' },
      { action: 'edit', keys: ['e', 'v'], does: 'the file in the editor, at this line' },
      { action: 'reload', keys: ['r', 'R'], does: 'read the file or the page anew' },
      { action: 'watch', keys: ['F'], does: 'stop or go on following the file as it changes' },
      { action: 'mouse', keys: ['M'], does: 'take the mouse, or give it back' },
    ],
  },
  {
    title: 'Leaving',
    bindings: [
      { action: 'quit', keys: ['q', 'Q', 'ctrl-c', 'ZZ'], shown: 'q ZZ ^C', does: 'leave; the place is kept' },
      { action: 'suspend', keys: ['ctrl-z'], shown: '^Z', does: 'suspend; fg goes on' },
      { action: 'help', keys: ['?', 'f1'], shown: '? F1', does: 'this page' },
      { action: 'redraw', keys: ['ctrl-l'], shown: '^L', does: 'draw the screen anew' },
    ],
  },
];

/** What each key does. */
const actions: ReadonlyMap<string, Action> = new Map(
  bindingGroups.flatMap(({ bindings }) => bindings.flatMap(({ keys, action }) => keys.map((key) => [key, action]))),
);

/** What a key does in the text; undefined for a key that does nothing. */
export function actionFor(key: string): Action | undefined {
  return actions.get(key);
}

/** How the keys of a binding are shown; without Unicode in ASCII alone. */
export function shownKeys({ keys, shown }: Binding, unicode: boolean): string {
  const text =
    shown ?? keys.map((key) => key.replace(/^ctrl-(.)$/, (_, letter) => `^${letter.toUpperCase()}`)).join(' ');
  return unicode ? text : text.replace(/[↓↑⏎→←“”]/g, (sign) => ascii[sign] ?? sign);
}

const ascii: Readonly<Record<string, string>> = { '↓': 'Down', '↑': 'Up', '⏎': 'Enter', '→': 'Right', '←': 'Left' };

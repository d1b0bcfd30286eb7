/** Keys that belong together and their actions: a line of the help page and of the guide's table. */
interface Binding {
  /** The keys of each action, by the names of {@link KeyEvent}. */
  readonly keys: Readonly<Record<string, readonly string[]>>;
  /** How the keys are shown. */
  readonly shown: string;
  readonly does: string;
}

export interface BindingGroup {
  readonly title: string;
  readonly bindings: readonly Binding[];
}

const table = [
  {
    title: 'Moving',
    bindings: [
      {
        keys: { 'line-down': ['j', 'down', 'enter', 'ctrl-e', 'ctrl-n'], 'line-up': ['k', 'up', 'ctrl-y', 'ctrl-p'] },
        shown: 'j k ↓ ↑ ⏎',
        does: 'a line; 5j: five',
      },
      { keys: { 'half-down': ['d', 'ctrl-d'], 'half-up': ['u', 'ctrl-u'] }, shown: 'd u', does: 'half a page' },
      {
        keys: {
          'page-down': ['space', 'pagedown', 'ctrl-f', 'ctrl-v'],
          'page-up': ['b', 'pageup', 'ctrl-b', 'alt-v'],
        },
        shown: 'space b',
        does: 'a page; PgDn, PgUp',
      },
      {
        keys: { top: ['g', 'home', '<'], end: ['G', 'end', '>'] },
        shown: 'g G',
        does: 'the beginning, the end',
      },
      { keys: { left: ['left'], right: ['right'] }, shown: '← →', does: 'the rest of wide lines' },
    ],
  },
  {
    title: 'Sections',
    bindings: [
      { keys: { 'next-section': [']'], 'previous-section': ['['] }, shown: '] [', does: 'the next, the one before' },
      { keys: { 'next-sibling': ['}'], 'previous-sibling': ['{'] }, shown: '} {', does: 'of the same level' },
      { keys: { go: [':'] }, shown: ': 2.1 ⏎', does: 'go there; words, “last”' },
    ],
  },
  {
    title: 'Contents',
    bindings: [
      { keys: { pane: ['t'] }, shown: 't', does: 'beside the text: on, off' },
      { keys: { focus: ['w'] }, shown: 'w', does: 'into them; h l fold' },
      { keys: { contents: ['o'] }, shown: 'o', does: 'over the text, to filter' },
      { keys: { sentences: ['s'] }, shown: 's', does: 'what each section says' },
    ],
  },
  {
    title: 'Search',
    bindings: [
      { keys: { search: ['/'] }, shown: '/', does: 'search; Alt-r: a pattern' },
      { keys: { 'next-hit': ['n'], 'previous-hit': ['N'] }, shown: 'n N', does: 'next hit, the one before' },
      { keys: { clear: ['escape'] }, shown: 'Esc', does: 'put hits and link away' },
    ],
  },
  {
    title: 'Places',
    bindings: [
      { keys: { mark: ['m'] }, shown: 'm a', does: 'a bookmark, by a letter' },
      { keys: { jump: ["'"] }, shown: "' a", does: "go there; '' goes back" },
    ],
  },
  {
    title: 'Links',
    bindings: [
      { keys: { links: ['f'] }, shown: 'f', does: 'number those in view' },
      {
        keys: { 'next-link': ['tab'], 'previous-link': ['shift-tab'] },
        shown: 'Tab S-Tab',
        does: 'next, previous; ⏎ opens',
      },
      { keys: { browse: ['x'] }, shown: 'x', does: 'in the browser' },
      {
        keys: { back: ['backspace', 'ctrl-o', 'alt-left'], forth: ['alt-right'] },
        shown: '^O Alt-→',
        does: 'back (Backspace), forth',
      },
    ],
  },
  {
    title: 'Taking along',
    bindings: [
      { keys: { 'copy-section': ['y'] }, shown: 'y', does: 'copy the section' },
      { keys: { 'copy-code': ['c'] }, shown: 'c', does: 'copy the code in view' },
      { keys: { 'copy-address': ['Y'] }, shown: 'Y', does: 'copy the address' },
    ],
  },
  {
    title: 'Page and file',
    bindings: [
      { keys: { wider: ['+'], narrower: ['-'], 'usual-width': ['='] }, shown: '+ - =', does: 'wider, narrower, usual' },
      { keys: { wrap: ['W'] }, shown: 'W', does: 'wrap long lines of code' },
      { keys: { theme: ['T'] }, shown: 'T', does: 'the next theme' },
      { keys: { edit: ['e', 'v'] }, shown: 'e', does: 'the editor, at this line' },
      { keys: { reload: ['r', 'R'] }, shown: 'r', does: 'read the text anew' },
      { keys: { watch: ['F'] }, shown: 'F', does: 'follow the file, or not' },
      { keys: { mouse: ['M'] }, shown: 'M', does: 'take the mouse, or not' },
    ],
  },
  {
    title: 'Leaving',
    bindings: [
      { keys: { quit: ['q', 'Q', 'ctrl-c', 'ZZ'] }, shown: 'q ZZ ^C', does: 'leave; the place is kept' },
      { keys: { suspend: ['ctrl-z'] }, shown: '^Z', does: 'suspend; fg goes on' },
      { keys: { redraw: ['ctrl-l'] }, shown: '^L', does: 'draw the screen anew' },
      { keys: { help: ['?', 'f1'] }, shown: '? F1', does: 'this page' },
    ],
  },
] as const satisfies readonly BindingGroup[];

/** All keys of the text. The help page is generated from this table, and nothing else decides what a key does. */
export const bindingGroups: readonly BindingGroup[] = table;

/** The names in any of several records; `keyof` alone gives those in all of them. */
type NameIn<Keys> = Keys extends unknown ? keyof Keys : never;

/** The actions that keys have while reading. */
export type Action = NameIn<(typeof table)[number]['bindings'][number]['keys']>;

/** The action of each key. */
const actions: ReadonlyMap<string, Action> = new Map(
  bindingGroups.flatMap(({ bindings }) =>
    bindings.flatMap(({ keys }) =>
      Object.entries(keys).flatMap(([action, names]) => names.map((name) => [name, action as Action] as const)),
    ),
  ),
);

/** Returns the action of a key; undefined for one that has none. */
export function actionFor(key: string): Action | undefined {
  return actions.get(key);
}

/** Writes a line of the help page in ASCII. */
export function inAscii(text: string): string {
  return text.replace(/[↓↑⏎→←“”]/g, (symbol) => ascii[symbol] ?? symbol);
}

const ascii: Readonly<Record<string, string>> = {
  '↓': 'Dn',
  '↑': 'Up',
  '⏎': 'CR',
  '→': 'Right',
  '←': 'Left',
  '“': '"',
  '”': '"',
};

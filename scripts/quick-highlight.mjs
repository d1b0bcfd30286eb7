// What highlighting is built with: marked-terminal's way to highlight.js with nothing beside it, and a highlight.js that
// does at its start only what the code at hand needs. Each change leaves every colour where it was.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** An esbuild plugin. */
export const quickHighlight = {
  name: 'quick-highlight',
  setup({ onResolve, onLoad }) {
    // cli-highlight would bring all grammars: ours are registered one by one.
    onResolve({ filter: /^highlight\.js$/ }, () => ({ path: here('../node_modules/highlight.js/lib/core.js') }));
    onResolve({ filter: /^parse5(-htmlparser2-tree-adapter)?$/ }, () => ({ path: here('highlighted-code.mjs') }));
    onResolve({ filter: /^\.\/theme$/ }, ({ importer }) =>
      /cli-highlight[/\\]dist[/\\]index\.js$/.test(importer) ? { path: here('unpainted-theme.mjs') } : undefined,
    );
    onLoad({ filter: /highlight\.js[/\\]lib[/\\]core\.js$/ }, async ({ path }) => {
      let text = await readFile(path, 'utf8');
      for (const [piece, other] of changes) {
        if (!text.includes(piece)) throw new Error(`highlight.js has no “${piece}” any more: look at it again.`);
        text = text.replace(piece, () => other);
      }
      return { contents: text };
    });
  },
};

/** Pieces of highlight.js's core, and what stands in their place. */
const changes = [
  // To join expressions it counts the groups of each, by compiling it, and looks through it for references back, bit by
  // bit; an expression stands in twenty joined ones. Groups can be counted by looking, and once.
  ["return (new RegExp(re.toString() + '|')).exec('').length - 1;", 'return countGroups(source(re));'],
  [
    'function countMatchGroups(re) {',
    `const groups = new Map();
    function countGroups(expression) {
      let count = groups.get(expression);
      if (count === undefined) {
        const bare = expression.replace(/\\\\[^]|\\[(?:\\\\[^]|[^\\]\\\\])*\\]/g, ' ');
        count = bare.split(/\\((?!\\?)/).length - 1;
        groups.set(expression, count);
      }
      return count;
    }
    function countMatchGroups(re) {`,
  ],
  [
    "let out = '';\n\n    while (re.length > 0) {",
    `let out = '';
    if (!/\\\\[1-9]/.test(re)) {
      numCaptures += countGroups(re);
      return re;
    }
    while (re.length > 0) {`,
  ],
  // It compiles a grammar with all modes within modes within modes; most code enters a few of them. A mode's own are
  // compiled when it is entered; they take their place when all are, for the time limit may strike in between.
  [
    `    mode.contains = [].concat(...mode.contains.map(function(c) {
      return expandOrCloneMode(c === 'self' ? mode : c);
    }));
    mode.contains.forEach(function(c) { compileMode(/** @type Mode */ (c), cmode); });
`,
    '',
  ],
  [
    'cmode.matcher = buildModeRegex(cmode);',
    `let matcher;
    Object.defineProperty(cmode, 'matcher', {
      get() {
        if (!matcher) {
          const contains = [].concat(...mode.contains.map((c) => expandOrCloneMode(c === 'self' ? mode : c)));
          for (const c of contains) compileMode(c, cmode);
          mode.contains = contains;
          matcher = buildModeRegex(cmode);
        }
        return matcher;
      },
    });`,
  ],
  // It sets all of that up anew for each block, though the grammar is compiled.
  [
    'function compileLanguage(language, { plugins }) {',
    'function compileLanguage(language, { plugins }) {\n  if (language.isCompiled) return language;',
  ],
  // Each match and each mode entered makes objects in the slowest way there is; between them a third of its time.
  [
    'const i = match.findIndex((el, i) => i > 0 && el !== undefined);',
    `let i = 1;
      while (match[i] === undefined) i++;`,
  ],
  [
    'return Object.assign(match, matchData);',
    `match.rule = matchData.rule;
      match.type = matchData.type;
      match.position = matchData.position;
      return match;`,
  ],
  [
    'top = Object.create(mode, { parent: { value: top } });',
    `const parent = top;
      top = Object.create(mode);
      top.parent = parent;`,
  ],
];

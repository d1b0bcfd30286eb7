import { groupsByName } from '../../text/groups-by-name.ts';

type Grammar = () => Promise<{ readonly default: unknown }>;

/** The grammars that are included, each a file of its own, loaded only when a block of code names it. */
const grammars = {
  bash: () => import('highlight.js/lib/languages/bash'),
  c: () => import('highlight.js/lib/languages/c'),
  clojure: () => import('highlight.js/lib/languages/clojure'),
  cmake: () => import('highlight.js/lib/languages/cmake'),
  cpp: () => import('highlight.js/lib/languages/cpp'),
  csharp: () => import('highlight.js/lib/languages/csharp'),
  css: () => import('highlight.js/lib/languages/css'),
  dart: () => import('highlight.js/lib/languages/dart'),
  diff: () => import('highlight.js/lib/languages/diff'),
  dockerfile: () => import('highlight.js/lib/languages/dockerfile'),
  elixir: () => import('highlight.js/lib/languages/elixir'),
  erlang: () => import('highlight.js/lib/languages/erlang'),
  fsharp: () => import('highlight.js/lib/languages/fsharp'),
  go: () => import('highlight.js/lib/languages/go'),
  groovy: () => import('highlight.js/lib/languages/groovy'),
  haskell: () => import('highlight.js/lib/languages/haskell'),
  http: () => import('highlight.js/lib/languages/http'),
  ini: () => import('highlight.js/lib/languages/ini'),
  java: () => import('highlight.js/lib/languages/java'),
  javascript: () => import('highlight.js/lib/languages/javascript'),
  json: () => import('highlight.js/lib/languages/json'),
  julia: () => import('highlight.js/lib/languages/julia'),
  kotlin: () => import('highlight.js/lib/languages/kotlin'),
  latex: () => import('highlight.js/lib/languages/latex'),
  less: () => import('highlight.js/lib/languages/less'),
  lisp: () => import('highlight.js/lib/languages/lisp'),
  lua: () => import('highlight.js/lib/languages/lua'),
  makefile: () => import('highlight.js/lib/languages/makefile'),
  markdown: () => import('highlight.js/lib/languages/markdown'),
  nginx: () => import('highlight.js/lib/languages/nginx'),
  nix: () => import('highlight.js/lib/languages/nix'),
  objectivec: () => import('highlight.js/lib/languages/objectivec'),
  ocaml: () => import('highlight.js/lib/languages/ocaml'),
  perl: () => import('highlight.js/lib/languages/perl'),
  php: () => import('highlight.js/lib/languages/php'),
  powershell: () => import('highlight.js/lib/languages/powershell'),
  protobuf: () => import('highlight.js/lib/languages/protobuf'),
  python: () => import('highlight.js/lib/languages/python'),
  r: () => import('highlight.js/lib/languages/r'),
  ruby: () => import('highlight.js/lib/languages/ruby'),
  rust: () => import('highlight.js/lib/languages/rust'),
  scala: () => import('highlight.js/lib/languages/scala'),
  scss: () => import('highlight.js/lib/languages/scss'),
  shell: () => import('highlight.js/lib/languages/shell'),
  sql: () => import('highlight.js/lib/languages/sql'),
  swift: () => import('highlight.js/lib/languages/swift'),
  typescript: () => import('highlight.js/lib/languages/typescript'),
  vim: () => import('highlight.js/lib/languages/vim'),
  xml: () => import('highlight.js/lib/languages/xml'),
  yaml: () => import('highlight.js/lib/languages/yaml'),
} satisfies Record<string, Grammar>;

export type Language = keyof typeof grammars;

/** What else the languages are called. */
const names = {
  csharp: 'c# cs',
  cpp: 'c++ cc cxx hpp',
  javascript: 'cjs js jsx mjs',
  clojure: 'clj',
  shell: 'console shellsession',
  typescript: 'cts mts ts tsx',
  dockerfile: 'docker',
  erlang: 'erl',
  elixir: 'ex exs',
  fsharp: 'f# fs',
  go: 'golang',
  c: 'h',
  haskell: 'hs',
  xml: 'htm html svg svelte vue',
  julia: 'jl',
  json: 'json5 jsonc',
  kotlin: 'kt kts',
  makefile: 'make mk',
  markdown: 'md',
  ocaml: 'ml',
  objectivec: 'objective-c objc',
  diff: 'patch',
  perl: 'pl',
  protobuf: 'proto',
  powershell: 'ps1 pwsh',
  python: 'py python3',
  ruby: 'rb',
  rust: 'rs',
  scss: 'sass',
  bash: 'sh zsh',
  latex: 'tex',
  ini: 'toml',
  vim: 'viml',
  yaml: 'yml',
} satisfies Partial<Record<Language, string>>;

let aliases: ReadonlyMap<string, Language> | undefined;

/** Languages within languages: `<script>` in HTML, commands after a prompt. */
const within: Partial<Record<Language, readonly Language[]>> = {
  dockerfile: ['bash'],
  javascript: ['xml'],
  markdown: ['xml'],
  php: ['xml'],
  shell: ['bash'],
  typescript: ['xml'],
  xml: ['css', 'javascript'],
};

/** Finds the language of a name or an alias; `undefined` where there is no grammar for it. */
export function languageNamed(name: string): Language | undefined {
  if (Object.hasOwn(grammars, name)) return name as Language;
  aliases ??= groupsByName(names);
  return aliases.get(name);
}

/** Loads the grammars of a language and of those within it, by name. */
export function loadGrammars(language: Language): Promise<(readonly [Language, unknown])[]> {
  const needed: Language[] = [language, ...(within[language] ?? [])];
  return Promise.all(needed.map(async (name) => [name, (await grammars[name]()).default] as const));
}

import { groupsByName } from '../../text/groups-by-name.ts';
import { extensionOf } from '../extensions.ts';
import { codeBlock } from '../markdown-blocks.ts';
import type { Source } from '../source.ts';

/** File extensions by language. */
const languages = groupsByName({
  python: 'py',
  ruby: 'rb',
  rust: 'rs',
  javascript: 'js mjs cjs jsx',
  typescript: 'ts mts tsx',
  bash: 'sh bash zsh',
  powershell: 'ps1',
  dos: 'bat',
  c: 'h c',
  cpp: 'cc cpp cxx hpp',
  csharp: 'cs',
  kotlin: 'kt',
  go: 'go',
  java: 'java',
  swift: 'swift',
  php: 'php',
  perl: 'pl pm',
  lua: 'lua',
  r: 'r',
  julia: 'jl',
  haskell: 'hs',
  ocaml: 'ml',
  elixir: 'ex exs',
  erlang: 'erl',
  clojure: 'clj',
  scala: 'scala',
  dart: 'dart',
  sql: 'sql',
  css: 'css',
  scss: 'scss',
  less: 'less',
  json: 'json jsonl json5 geojson',
  yaml: 'yaml yml',
  toml: 'toml',
  ini: 'ini cfg conf',
  xml: 'xml svg xsd',
  diff: 'diff patch',
  graphql: 'graphql',
  protobuf: 'proto',
  vim: 'vim',
  lisp: 'el lisp',
  scheme: 'scm',
  nix: 'nix',
  terraform: 'tf',
  zig: 'zig',
  x86asm: 'asm s',
  objectivec: 'm',
  groovy: 'groovy',
  gradle: 'gradle',
  cmake: 'cmake',
  makefile: 'mk',
  bibtex: 'bib',
});

/** File names by language. */
const names = groupsByName({
  makefile: 'makefile',
  dockerfile: 'dockerfile',
  ruby: 'gemfile rakefile',
  bash: '.gitignore',
  ini: '.editorconfig',
});

/** Returns the language of a file by its name, as highlighters call it; undefined where it is no code, or unknown. */
export function codeLanguageOfFile(name: string): string | undefined {
  const file = name.replace(/^.*[/\\]/, '').toLowerCase();
  return names.get(file) ?? languages.get(extensionOf(name));
}

/** Detects code by its beginning: a `#!` line, or JSON alone. */
export function languageByLooks(text: string): string | undefined {
  const [, interpreter] = /^#!\s*\S*\/(?:env\s+(?:-\S+\s+)?)?(\w+)/.exec(text.slice(0, 200)) ?? [];
  if (interpreter)
    return /^(?:ba|z|da|k)?sh$/.test(interpreter)
      ? 'bash'
      : interpreter.replace(/^node$/, 'javascript').replace(/\d+$/, '');
  return isJson(text) ? 'json' : undefined;
}

/** In characters: a longer text is not parsed to see whether it is JSON. */
const longestJson = 5_000_000;

function isJson(text: string): boolean {
  if (!/^\s*(?:\{\s*["}]|\[\s*[[{"\]\d-])/.test(text.slice(0, 1000)) || !/[\]}]\s*$/.test(text.slice(-1000)))
    return false;
  if (text.length > longestJson) return true;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Reads source code and data as one block of code, just as written. */
export function readSourceCode(text: string, name = ''): Source {
  const language = codeLanguageOfFile(name) ?? languageByLooks(text) ?? '';
  const lines = text.replace(/\s+$/, '').split(/\r\n?|\n/);
  return { markdown: `${codeBlock(lines, language)}\n`, metadata: {} };
}

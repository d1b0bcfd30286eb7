import { ownProperty } from '../../text/own-property.ts';
import { codeBlock } from '../markup/markdown-blocks.ts';
import type { Source } from '../source.ts';

/** Languages by file extension, where they differ. */
const languages: Readonly<Record<string, string>> = {
  py: 'python',
  rb: 'ruby',
  rs: 'rust',
  js: 'javascript',
  mjs: 'javascript',
  cjs: 'javascript',
  jsx: 'javascript',
  ts: 'typescript',
  mts: 'typescript',
  tsx: 'typescript',
  sh: 'bash',
  bash: 'bash',
  zsh: 'bash',
  ps1: 'powershell',
  bat: 'dos',
  h: 'c',
  c: 'c',
  cc: 'cpp',
  cpp: 'cpp',
  cxx: 'cpp',
  hpp: 'cpp',
  cs: 'csharp',
  kt: 'kotlin',
  go: 'go',
  java: 'java',
  swift: 'swift',
  php: 'php',
  pl: 'perl',
  pm: 'perl',
  lua: 'lua',
  r: 'r',
  jl: 'julia',
  hs: 'haskell',
  ml: 'ocaml',
  ex: 'elixir',
  exs: 'elixir',
  erl: 'erlang',
  clj: 'clojure',
  scala: 'scala',
  dart: 'dart',
  sql: 'sql',
  css: 'css',
  scss: 'scss',
  less: 'less',
  json: 'json',
  jsonl: 'json',
  json5: 'json',
  geojson: 'json',
  yaml: 'yaml',
  yml: 'yaml',
  toml: 'toml',
  ini: 'ini',
  cfg: 'ini',
  conf: 'ini',
  xml: 'xml',
  svg: 'xml',
  xsd: 'xml',
  diff: 'diff',
  patch: 'diff',
  graphql: 'graphql',
  proto: 'protobuf',
  vim: 'vim',
  el: 'lisp',
  lisp: 'lisp',
  scm: 'scheme',
  nix: 'nix',
  tf: 'terraform',
  zig: 'zig',
  asm: 'x86asm',
  s: 'x86asm',
  m: 'objectivec',
  groovy: 'groovy',
  gradle: 'gradle',
  cmake: 'cmake',
  mk: 'makefile',
  bib: 'bibtex',
};

/** Languages by file name. */
const names: Readonly<Record<string, string>> = {
  makefile: 'makefile',
  dockerfile: 'dockerfile',
  gemfile: 'ruby',
  rakefile: 'ruby',
  '.gitignore': 'bash',
  '.editorconfig': 'ini',
};

/** Returns the language of a file by its name, as highlighters call it; undefined where it is no code, or unknown. */
export function languageOf(name: string): string | undefined {
  const file = name.replace(/^.*[/\\]/, '').toLowerCase();
  return ownProperty(names, file) ?? ownProperty(languages, /\.([a-z\d]+)$/.exec(file)?.[1] ?? '');
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
  if (!/^\uFEFF?\s*(?:\{\s*["}]|\[\s*[[{"\]\d-])/.test(text.slice(0, 1000)) || !/[\]}]\s*$/.test(text.slice(-1000)))
    return false;
  if (text.length > longestJson) return true;
  try {
    JSON.parse(text.replace(/^\uFEFF/, ''));
    return true;
  } catch {
    return false;
  }
}

/** Reads source code and data as one block of code, just as written. */
export function readSourceCode(text: string, name = ''): Source {
  const language = languageOf(name) ?? languageByLooks(text) ?? '';
  const lines = text
    .replace(/^\uFEFF/, '')
    .replace(/\s+$/, '')
    .split(/\r\n?|\n/);
  return { markdown: `${codeBlock(lines, language)}\n`, metadata: {} };
}

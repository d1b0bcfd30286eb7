const times = (text: string, length: number): string => text.repeat(Math.floor(length / text.length));
const lines = (line: (at: number) => string, length: number): string => {
  let text = '';
  for (let at = 0; text.length < length - 40; at++) text += `${line(at)}\n`;
  return text;
};
const yamlShapes: Readonly<Record<string, (length: number) => string>> = {
  keys: (length) => lines((at) => `k${at}: v`, length),
  'one key': (length) => times('k: v\n', length),
  'keys that are numbers': (length) => lines((at) => `${at}: 1.5`, length),
  'keys that are lists': (length) => lines((at) => `[${at}]: v`, length),
  'keys that are maps': (length) => lines((at) => `? {a: ${at}}\n: v`, length),
  'no keys': (length) => times(': a\n', length),
  'keys of a flow map': (length) => `title: {${lines((at) => `k${at}: v,`, length)}}`,
  'anchors of one node': (length) => `title: ${times('&a ', length)}`,
  anchors: (length) => lines((at) => `k${at}: &a${at} v`, length),
  aliases: (length) => `a: &a b\n${lines((at) => `k${at}: *a`, length)}`,
  'aliases of what contains them': (length) => `title: &x [${times('*x, ', length)}*x]`,
  'aliases within aliases': (length) => `a: &a []\n${lines((at) => `k${at}: &a [*a, *a]`, length)}`,
  'merge keys': (length) => `a: &a {b: c}\nt:\n${times('  <<: *a\n', length)}`,
  'tags of one node': (length) => `title: ${times('!!str ', length)}`,
  tags: (length) => lines((at) => `k${at}: !!str v`, length),
  'tag handles': (length) => times('%TAG ! tag:a,2000:\n', length),
  directives: (length) => times('%a\n', length),
  documents: (length) => times('--- a\n', length),
  'flow lists, nested': (length) => `title: ${times('[', length)}`,
  'flow maps, nested': (length) => `title: ${times('{a: ', length)}`,
  'flow lists, nested and closed': (length) => `title: ${times('[', length / 2)}${times(']', length / 2)}`,
  'block lists, nested': (length) => times('- ', length),
  'maps, nested in a line': (length) => times('a: ', length),
  'maps, nested by indentation': (length) => lines((at) => `${' '.repeat(at % 300)}a:`, length),
  'complex keys, nested': (length) => times('? ', length),
  commas: (length) => `title: [${times(',', length)}`,
  'question marks': (length) => `title: {${times('? ', length)}`,
  comments: (length) => `title: a\n${times('# c\n', length)}`,
  quotes: (length) => times('"', length),
  'escapes in quotes': (length) => `title: "${times('\\x41', length)}"`,
  'block scalars': (length) => times('|\n', length),
  dashes: (length) => times('-\n', length),
  'empty lines': (length) => `title: a${times('\n', length)}`,
};
const tomlShapes: Readonly<Record<string, (length: number) => string>> = {
  keys: (length) => lines((at) => `k${at} = 1`, length),
  'dotted keys': (length) => `${times('a.', length)}b = 1`,
  tables: (length) => lines((at) => `[t${at}]`, length),
  'arrays of tables': (length) => times('[[t]]\n', length),
  'arrays, nested': (length) => `a = ${times('[', length)}`,
  'inline tables, nested': (length) => `a = ${times('{a=', length)}`,
  comments: (length) => `a = [${times('#\n', length)}]`,
  escapes: (length) => `title = "${times('\\u0041', length)}"`,
  backslashes: (length) => `title = "${times('\\', length)}`,
};

/** Texts with front matter of so many characters that a parser takes long for, by name. */
export const frontMatterShapes: Readonly<Record<string, (length: number) => string>> = Object.fromEntries([
  ...Object.entries(yamlShapes).map(([name, matter]) => [
    `YAML: ${name}`,
    (length: number) => `---\n${matter(length)}\n---\nWords.\n`,
  ]),
  ...Object.entries(tomlShapes).map(([name, matter]) => [
    `TOML: ${name}`,
    (length: number) => `+++\n${matter(length)}\n+++\nWords.\n`,
  ]),
]);

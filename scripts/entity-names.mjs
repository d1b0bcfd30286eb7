// Writes src/article/entity-names.ts from the npm package that carries HTML's table of named character references.
import { writeFile } from 'node:fs/promises';
import { characterEntities } from 'character-entities';

const byCharacter = Object.entries(characterEntities)
  .map(([name, text]) => ({ name, codes: [...text].map((character) => character.codePointAt(0)) }))
  .sort((one, other) => one.codes[0] - other.codes[0] || (one.name < other.name ? -1 : 1));

let before = 0;
const lines = [''];
for (const { name, codes } of byCharacter) {
  const [code, second] = codes;
  const step = code === before && second === undefined ? '' : ` ${(code - before).toString(36)}`;
  const entry = `${name}${step}${second === undefined ? '' : ` ${second.toString(36)}`},`;
  before = code;
  if (lines.at(-1).length + entry.length > 118) lines.push('');
  lines.push(lines.pop() + entry);
}

await writeFile(
  'src/text/named-references.ts',
  `// Written by scripts/entity-names.mjs; not to be edited.

/**
 * HTML's named character references that end with \`;\`, by their characters: the name, how far its code point is from the
 * one before (none is nought), and its second code point if it has two. Base 36. Two thirds of the size of a plain table.
 */
export function entityNames(): string {
  return \`
${lines.join('\n')}
\`;
}
`,
);

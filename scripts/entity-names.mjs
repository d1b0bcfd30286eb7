// Writes src/article/entity-names.ts from the npm package that carries HTML's table of named character references.
import { writeFile } from 'node:fs/promises';
import { characterEntities } from 'character-entities';

const pairs = Object.entries(characterEntities)
  .sort(([one], [other]) => (one < other ? -1 : 1))
  .map(([name, text]) => `${name} ${[...text].map((character) => character.codePointAt(0).toString(16)).join('.')}`);

const lines = [''];
for (const pair of pairs) {
  if (lines.at(-1).length + pair.length > 118) lines.push('');
  lines.push(`${lines.pop()}${pair},`);
}

await writeFile(
  'src/article/entity-names.ts',
  `// Written by scripts/entity-names.mjs; not to be edited.

/** HTML's named character references that end with \`;\`: name, space, code points in hexadecimal joined by dots. */
export function entityNames(): string {
  return \`
${lines.join('\n')}
\`;
}
`,
);

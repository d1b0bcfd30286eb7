// Writes src/render/emoji-names.ts: GitHub's names of emoji (`:tada:`), from the package gemoji.
import { writeFileSync } from 'node:fs';
import { gemoji } from 'gemoji';

/** As `name emoji` pairs, so that loading them costs nothing before the first look-up. */
const emojiNames = gemoji.flatMap(({ names, emoji }) => names.map((name) => `${name} ${emoji}`)).join(' ');

const lines = emojiNames.match(/.{1,100}(?: |$)/gu) ?? [];
const text = lines.map((line) => `  '${line}'`).join(' +\n');
writeFileSync(
  'src/render/emoji-names.ts',
  `// Written by scripts/emoji-names.mjs from GitHub's list, as the package gemoji has it.\n\n/** Names and emoji by turns. */\nexport const emojiNames =\n${text};\n`,
);

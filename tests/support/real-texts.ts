import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { inTurn } from './effort.ts';

/** Reads the READMEs and changelogs that the packages here bring, or every third: real Markdown by many hands. */
export function realTexts(): readonly string[] {
  const packages = readdirSync('node_modules').flatMap((name) =>
    name.startsWith('@') ? readdirSync(`node_modules/${name}`).map((scoped) => `${name}/${scoped}`) : [name],
  );
  const paths = packages
    .flatMap((name) => ['README.md', 'readme.md', 'CHANGELOG.md'].map((file) => `node_modules/${name}/${file}`))
    .filter((path) => existsSync(path));
  return inTurn(paths, 3, 0).map((path) => readFileSync(path, 'utf8').replace(/\r\n?/g, '\n'));
}

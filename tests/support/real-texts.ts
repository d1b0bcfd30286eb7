import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Every README and changelog that the packages here bring: real Markdown by many hands. */
export function realTexts(): readonly string[] {
  const packages = readdirSync('node_modules').flatMap((name) =>
    name.startsWith('@') ? readdirSync(`node_modules/${name}`).map((scoped) => `${name}/${scoped}`) : [name],
  );
  return packages
    .flatMap((name) => ['README.md', 'readme.md', 'CHANGELOG.md'].map((file) => `node_modules/${name}/${file}`))
    .filter((path) => existsSync(path))
    .map((path) => readFileSync(path, 'utf8').replace(/\r\n?/g, '\n'));
}

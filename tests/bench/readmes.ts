import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Pair } from './measure.ts';

/**
 * Pairs the README of each package at hand, the project's dependencies and those that npm brings, with the description in
 * its package.json: what the author says of it in one line.
 */
export function readmePairs(): readonly Pair[] {
  const npm = join(dirname(process.execPath), '..', 'lib', 'node_modules', 'npm', 'node_modules');
  const pairs = new Map<string, Pair>();
  for (const folder of ['node_modules', npm].flatMap(packageFolders)) {
    const manifest = join(folder, 'package.json');
    if (!existsSync(manifest)) continue;
    const { name, description } = JSON.parse(readFileSync(manifest, 'utf8')) as { name?: string; description?: string };
    const readme = readdirSync(folder).find((file) => /^readme(?:\.md|\.markdown)?$/i.test(file));
    if (!name || !readme || (description ?? '').split(/\s+/).length < 4) continue;
    const text = readFileSync(join(folder, readme), 'utf8');
    if (text.length >= 600) pairs.set(name, { language: 'en', text, summary: description ?? '' });
  }
  return [...pairs.keys()].sort().flatMap((name) => pairs.get(name) ?? []);
}

function packageFolders(root: string): readonly string[] {
  if (!existsSync(root)) return [];
  return readdirSync(root).flatMap((name) => {
    if (name.startsWith('.')) return [];
    const folder = join(root, name);
    return name.startsWith('@') ? readdirSync(folder).map((inner) => join(folder, inner)) : [folder];
  });
}

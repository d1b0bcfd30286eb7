import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { kindOf } from '../../../src/source/kind.ts';
import { readAsciidoc } from '../../../src/source/markup/asciidoc.ts';
import { readOrg } from '../../../src/source/markup/org.ts';
import { readRestructuredText } from '../../../src/source/markup/restructured-text.ts';

const fixtures = new URL('../../fixtures/markup/', import.meta.url);
const readers = { rst: readRestructuredText, org: readOrg, asciidoc: readAsciidoc };

describe('a handbook in another markup', () => {
  for (const file of readdirSync(fixtures)) {
    const text = readFileSync(new URL(file, fixtures), 'utf8');
    const kind = kindOf({ name: file }) as keyof typeof readers;

    it(`${file} is this Markdown`, async () => {
      const { markdown, title, metadata } = readers[kind](text);
      const head = Object.entries({ title, ...metadata }).map(([key, value]) => `${key}: ${value}\n`);
      await expect(`---\n${head.join('')}---\n\n${markdown}`).toMatchFileSnapshot(`../../golden/markup/${file}.md`);
    });

    it(`${file} is detected by its looks`, () => {
      expect(kindOf({ text })).toBe(kind);
      expect(kindOf({ text, name: 'notes.txt' })).toBe(kind);
    });
  }
});

import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { runInNewContext } from 'node:vm';
import { characterEntities } from 'character-entities';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';

/** What the build puts in the place of what packages bring says the same. */
describe('what is packed in another way', () => {
  const script = (name: string) => import(resolve('scripts', name));

  test('the lists of stop words', async () => {
    const { foldWords, unfoldWords } = await script('word-lists.mjs');
    const folder = resolve('node_modules/stopword/src');
    const lists = readdirSync(folder).filter((name) => name.startsWith('stopwords_'));
    expect(lists.length).toBeGreaterThan(50);
    for (const name of lists) {
      for (const words of Object.values<string[]>(await import(resolve(folder, name)))) {
        expect(new Set(unfoldWords(foldWords(words))), name).toEqual(new Set(words));
      }
    }
  });

  test('the models of languages', async () => {
    const { foldModels, unfoldModels } = await script('language-models.mjs');
    const text = readFileSync('node_modules/tinyld/dist/tinyld.light.node.mjs', 'utf8');
    const [source] = /\{id:"tinyld-dict",[^{}]*\{[^{}]*\},[^{}]*\{[^{}]*\}\}/.exec(text) ?? [];
    const { uniques, multiples } = JSON.parse(JSON.stringify(runInNewContext(`(${source})`)));
    const written = (record: object) =>
      Object.fromEntries(Object.entries(record).map(([key, value]) => [key, `${value}`]));
    expect(unfoldModels(foldModels({ uniques, multiples }))).toEqual({
      uniques: written(uniques),
      multiples: written(multiples),
    });
  });

  test('the character references of a page', async () => {
    const { DecodingMode, EntityDecoder } = await script('entity-decoder.mjs');
    const decode = (text: string, mode: number) => {
      let characters = '';
      const decoder = new EntityDecoder(undefined, (code: number) => {
        characters += String.fromCodePoint(code);
      });
      decoder.startEntity(mode);
      const length = decoder.write(text, 1);
      return characters + text.slice(length);
    };
    const numbers = [
      '&#65;',
      '&#x41;',
      '&#X41',
      '&#0;',
      '&#128;',
      '&#xD800;',
      '&#99999999999;',
      '&#;',
      '&#x;',
      '&;',
      '&',
    ];
    const others = [
      '&notit;',
      '&notin;',
      '&copy',
      '&copy=',
      '&copy2',
      '&ampx;',
      '&nosuch;',
      '&NotEqualTilde;',
      '&Afr;',
    ];
    for (const text of [...Object.keys(characterEntities).map((name) => `&${name};`), ...numbers, ...others]) {
      const { document } = parseHTML(`<html><body><p title="${text}">${text}</p></body></html>`);
      const paragraph = document.querySelector('p');
      expect(decode(text, DecodingMode.Legacy)).toBe(paragraph?.textContent);
      expect(decode(text, DecodingMode.Attribute)).toBe(paragraph?.getAttribute('title'));
    }
    // Here linkedom's own table finds `ë` and `Â`, which are not there.
    expect(decode('&eta=2', DecodingMode.Attribute)).toBe('&eta=2');
    expect(decode('&Gdot x', DecodingMode.Legacy)).toBe('&Gdot x');
  });
});

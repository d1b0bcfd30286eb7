import { characterEntities } from 'character-entities';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeReferences } from '../../src/text/character-references.ts';

test('knows every name that HTML has', () => {
  const names = Object.keys(characterEntities);
  expect(names.length).toBe(2125);
  for (const name of names) expect(decodeReferences(`&${name};`), name).toBe(characterEntities[name]);
});

test.each([
  ['once', '&#38;copy; &amp;lt; &amp;#65;', '&copy; &lt; &#65;'],
  [
    'strictly',
    '&copy 2026 &amp &#65 &nosuch; &; &#; &#x; &#12345678;',
    '&copy 2026 &amp &#65 &nosuch; &; &#; &#x; &#12345678;',
  ],
  ['in decimal and hexadecimal', '&#65;&#x42;&#X63;&#128512;', 'ABc😀'],
  ['to U+FFFD what is no character', '&#0;&#xD800;&#x110000;', '\ufffd\ufffd\ufffd'],
  ['as windows-1252 what HTML reads so', '&#151;&#x80;&#146;', '—€’'],
  ['to all characters of a name', '&NotEqualTilde;', '\u2242\u0338'],
  [
    'nothing that an object has by itself',
    '&constructor; &toString; &__proto__;',
    '&constructor; &toString; &__proto__;',
  ],
])('decodes %s', (_, written, read) => {
  expect(decodeReferences(written)).toBe(read);
});

test('leaves text without references as it is', () => {
  fc.assert(
    fc.property(fc.string(), (text) => decodeReferences(text.replaceAll('&', '')) === text.replaceAll('&', '')),
  );
});

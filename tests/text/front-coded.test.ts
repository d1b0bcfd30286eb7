import { resolve } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFrontCoded } from '../../src/text/front-coded.ts';

test('what words share with the one before is written once', async () => {
  const { frontCode } = await import(resolve('scripts/front-code.mjs'));
  expect(frontCode(['band', 'and', 'bands', 'bank'])).toBe('AandAbandEsDk');
  expect([...readFrontCoded('AandAbandEsDk')]).toEqual(['and', 'band', 'bands', 'bank']);
  expect([...readFrontCoded('')]).toEqual([]);
});

test('a list is read as it was written', async () => {
  const { frontCode } = await import(resolve('scripts/front-code.mjs'));
  const word = fc.stringMatching(/^[abé'の ]{1,40}$/u);
  fc.assert(
    fc.property(fc.uniqueArray(word), (words) => {
      expect([...readFrontCoded(frontCode(words))]).toEqual([...words].sort());
    }),
  );
});

import { Chalk } from 'chalk';
import { expect, it } from 'vitest';
import { plainPage } from '../../src/render/page.ts';
import { painter } from '../../src/render/paint.ts';
import { styleParts } from '../../src/render/style.ts';

it('every style is written as chalk writes it', () => {
  const chalk = new Chalk({ level: 1 });
  const paint = painter({ ...plainPage, colorLevel: 1 });
  for (let style = 1; style < 1 << 11; style++) {
    if ((style & 31) > 16) continue;
    const { color, attributes } = styleParts(style);
    const names = color ? [color, ...attributes] : attributes;
    const written = names.reduce((instance, name) => instance[name], chalk)('text');
    expect(paint([{ text: 'text', style }])).toBe(written);
  }
});

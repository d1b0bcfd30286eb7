import { describe, expect, it } from 'vitest';
import { rich, richLines } from './rich-text.ts';

const badge = (name: string) => `[![${name}](https://img.shields.io/${name}.svg)](https://example.org/${name})`;
const links = (count: number) =>
  Array.from({ length: count }, (_, at) => `## S${at}\n\nSee [it](https://example.org/${at}).\n`).join('\n');

describe('the notes of links', () => {
  it('hold no address of an image, but where all addresses are shown', () => {
    const text = 'A ![tower](https://example.org/t.png) and [![one](https://example.org/o.png)](https://example.org/).';
    expect(rich(text)).not.toContain('.png');
    expect(rich(text)).toContain('[1] https://example.org/\n');
    expect(rich(text, { links: 'inline' })).toContain('(https://example.org/t.png)');
  });

  it('hold no link to a section of the text, by its id or by the whole address', () => {
    const text =
      '---\nurl: https://example.org/page\n---\n\n- [One](#one)\n- [Two](https://example.org/page#two)\n\n# One\n\n# Two\n';
    expect(rich(text)).not.toContain('[1]');
  });

  it('are at each section as long as there are thirty, and once at the end where there are more', () => {
    const few = richLines(links(30));
    expect(few.indexOf('[1] https://example.org/0')).toBeLessThan(few.indexOf('2  S1'));
    const many = richLines(links(31));
    expect(many.indexOf('[1] https://example.org/0')).toBeGreaterThan(many.indexOf('31  S30'));
    expect(many.filter((line) => line.startsWith('[')).length).toBe(31);
  });

  it('give one number to an address of a text with many, wherever it occurs', () => {
    const many = rich(`${links(31)}\n\n## Last\n\nAgain [it](https://example.org/0).\n`);
    expect(many).toContain('Again it\u00a0[1].');
  });
});

describe('a row of badges', () => {
  it('is one line of their texts, without addresses', () => {
    expect(richLines(`${badge('Build')} ${badge('npm')}\n${badge('License')}\n\nText.`)).toEqual(
      expect.arrayContaining(['Build · npm · License', 'Text.']),
    );
    expect(rich(`${badge('Build')} ${badge('npm')}\n\nText.`)).not.toMatch(/https|\[1\]|▨/);
  });

  it('is nothing where the page shows none', () => {
    expect(rich(`${badge('Build')} ${badge('npm')}\n\nText.`, { badges: 'none' })).not.toMatch(/Build|npm/);
  });

  it.each([
    [
      'one in HTML',
      '<p align="center"><a href="https://e.org"><img alt="CI" src="https://img.shields.io/ci"></a></p>',
      'CI',
    ],
    ['with a blank one', `${badge('Build')} [![](https://img.shields.io/x.svg)](https://e.org)`, 'Build'],
  ])('may be %s', (_, markdown, line) => {
    expect(richLines(`${markdown}\n\nText.`)).toContain(line);
  });

  it.each([
    ['an image', '![A tower](https://example.org/tower.png)'],
    ['a logo that is a link', '[![Logo](https://example.org/logo.svg)](https://example.org)'],
    ['an image with text', `${badge('Build')} and words`],
  ])('is not %s', (_, markdown) => {
    expect(rich(`${markdown}\n\nText.`)).toContain('▨');
  });
});

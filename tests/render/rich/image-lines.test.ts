import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseArticle } from '../../../src/article/parse-article.ts';
import { createImages } from '../../../src/render/images/create-images.ts';
import { imageAddresses } from '../../../src/render/images/image-addresses.ts';
import type { Page } from '../../../src/render/page.ts';
import { renderRich } from '../../../src/render/rich/render-rich.ts';
import type { ImageProtocol } from '../../../src/render/tools.ts';
import { plainPage } from '../../support/render-text.ts';

const page: Page = { ...plainPage, colorLevel: 1, links: 'notes', width: 60 };
const image = readFileSync('tests/fixtures/images/image.png');

/** An image of 240 × 80 pixels: its size alone is another one. */
const wide = Buffer.from(image);
wide.writeUInt32BE(240, 16);
wide.writeUInt32BE(80, 20);

const files = new Map([
  ['wide.png', wide],
  ['image.jpg', readFileSync('tests/fixtures/images/image.jpg')],
  ['broken.png', wide.subarray(0, 100)],
]);

function show(markdown: string, protocol: ImageProtocol = 'kitty', screen = 24): string {
  const article = parseArticle(markdown);
  const view = { kind: 'sections', article, sections: [article.lead] } as const;
  const images = createImages(files, protocol, screen);
  const text = [...renderRich(view, page, { images })].join('');
  return text
    .replace(/\x1b7\x1b\[(\d+)A\x1b[^\x1b]*?c=(\d+),r=(\d+)[\s\S]*?\x1b8/g, '<$1 up, $2×$3>')
    .replace(/\x1b7\x1b\[(\d+)A\x1b[^\x1b]*?width=(\d+);height=(\d+)[\s\S]*?\x1b8/g, '<$1 up, $2×$3>')
    .replace(/\x1b\[[\d;]*m/g, '')
    .replace(/^ {2}/gm, '');
}

test('an image alone is drawn over rows of its own, its text below', () => {
  expect(show('Before.\n\n![A *wide* image](wide.png)\n\nAfter.')).toBe(
    'Before.\n\n\n\n\n\n<4 up, 24×4>A wide image\n\nAfter.\n',
  );
});

test('half the height of the screen is the most', () => {
  expect(show('![Low](wide.png)', 'kitty', 5)).toBe('\n\n<2 up, 12×2>Low\n');
  expect(show('![Lower](wide.png)', 'kitty', 1)).toBe('\n<1 up, 6×1>Lower\n');
});

test('beside a bar or below a bullet it is where its text is', () => {
  expect(show('> ![Quoted](wide.png)')).toBe('│\n│\n│\n│\n│ <4 up, 24×4>Quoted\n');
  expect(show('- ![Listed](wide.png)\n- two')).toBe('• \n\n\n\n  <4 up, 24×4>Listed\n• two\n');
});

test('a link around it is that of its text, and a figure has its caption', () => {
  expect(show('[![Linked](wide.png)](https://example.org/)')).toBe(
    '\n\n\n\n<4 up, 24×4>Linked\u00a0[1]\n\n────────────\n[1] https://example.org/\n',
  );
  expect(show('<figure>\n<img src="wide.png" alt="Alt">\n<figcaption>The caption.</figcaption>\n</figure>')).toBe(
    '\n\n\n\n<4 up, 24×4>Alt\n\nThe caption.\n',
  );
});

test('without an alternative text nothing is below', () => {
  expect(show('![](wide.png)\n\nAfter.')).toBe('\n\n\n\n<4 up, 24×4>\n\nAfter.\n');
});

test.each([
  'Words ![and an image](wide.png) in a line.',
  '![One](wide.png) ![and another](wide.png)',
  '![Unknown](other.png)',
  '![Broken](broken.png)',
  '| ![In a table](wide.png) |\n| --- |\n| cell |',
  '![build](wide.png?badge)',
])('all else is as it is without images: %s', (markdown) => {
  const view = { kind: 'article', article: parseArticle(markdown) } as const;
  const images = createImages(files, 'kitty', 24);
  expect([...renderRich(view, page, { images })]).toEqual([...renderRich(view, page)]);
});

test('kitty takes PNG alone', () => {
  expect(show('![A photo](image.jpg)')).toBe('▨\u00a0A photo\n');
  expect(show('![A photo](image.jpg)', 'iterm2')).toBe('\n<1 up, 3×1>A photo\n');
});

test('the images alone are those that are looked for', () => {
  const markdown = `![a](a.png)\n\nText ![b](b.png)\n\n> - [![c](c.png)](x)\n\n<p align="center"><img src="d.png"></p>

[![CI](https://img.shields.io/x.png)](https://ci.example)\n\n# Heading\n\n![e](e.png)\n`;
  const article = parseArticle(markdown);
  expect([...imageAddresses({ kind: 'article', article })]).toEqual(['a.png', 'c.png', 'd.png', 'e.png']);
  expect([...imageAddresses({ kind: 'sections', article, sections: article.sections })]).toEqual(['e.png']);
  expect([...imageAddresses({ kind: 'outline', article })]).toEqual([]);
});

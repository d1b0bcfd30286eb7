import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawImage } from '../../../src/render/images/draw-image.ts';
import { imageBox } from '../../../src/render/images/image-box.ts';
import { type ImageFile, readImage } from '../../../src/render/images/image-file.ts';
import { createOutputFilter } from '../../../src/terminal/output-filter.ts';
import { runs } from '../../support/effort.ts';

const png = readImage(readFileSync('tests/fixtures/images/image.png')) as ImageFile;
const jpeg = readImage(readFileSync('tests/fixtures/images/image.jpg')) as ImageFile;
const box = { columns: 20, rows: 7 };
const large: ImageFile = { ...png, bytes: Buffer.alloc(2_000_000, 'PNG') };

describe('kitty', () => {
  test('gets a small image in one sequence, and the cursor comes back', () => {
    const data = Buffer.from(png.bytes).toString('base64');
    expect(drawImage(png, box, 'kitty')).toBe(`\x1b7\x1b[7A\x1b_Ga=T,f=100,C=1,c=20,r=7,q=2,m=0;${data}\x1b\\\x1b8`);
  });

  test('gets a large one in chunks of at most 4096 characters, of which the last one says so', () => {
    const chunks = Array.from(drawImage(large, box, 'kitty').matchAll(/\x1b_G([^;]*);([^\x1b]*)\x1b\\/g));
    expect(chunks.length).toBe(Math.ceil((Math.ceil(2_000_000 / 3) * 4) / 4096));
    const controls = chunks.map(([, keys]) => keys);
    expect(controls[0]).toBe('a=T,f=100,C=1,c=20,r=7,q=2,m=1');
    expect(new Set(controls.slice(1, -1))).toEqual(new Set(['q=2,m=1']));
    expect(controls.at(-1)).toBe('q=2,m=0');
    const data = chunks.map(([, , part = '']) => part);
    expect(data.every((part) => part.length <= 4096 && part.length > 0)).toBe(true);
    expect(data.slice(0, -1).every((part) => part.length % 4 === 0)).toBe(true);
    expect(Buffer.from(data.join(''), 'base64').equals(Buffer.from(large.bytes))).toBe(true);
  });
});

test('iTerm2 gets the file within a box of cells', () => {
  const data = Buffer.from(jpeg.bytes).toString('base64');
  expect(drawImage(jpeg, box, 'iterm2')).toBe(
    `\x1b7\x1b[7A\x1b]1337;File=inline=1;size=${jpeg.bytes.length};width=20;height=7;preserveAspectRatio=1:${data}\x07\x1b8`,
  );
});

describe('the last filter', () => {
  const filter = createOutputFilter({ escapes: true, images: true });
  const drawn = (['kitty', 'iterm2'] as const).flatMap((protocol) =>
    [png, large].map((image) => drawImage(image, box, protocol)),
  );

  test.each([0, 1, 2, 3])('lets an image pass as it is drawn (%i)', (index) => {
    const text = `\x1b[1mbold\x1b[22m${drawn[index]}caption\n`;
    expect(filter(text) === text).toBe(true);
    expect(filter(text.repeat(2)) === text.repeat(2)).toBe(true);
  });

  test.each([0, 2])('lets none pass where there are to be none (%i)', (index) => {
    expect(createOutputFilter({ escapes: true })(drawn[index] ?? '')).not.toMatch(/\x1b|\x07/);
  });

  const kitty = drawn[0] ?? '';
  const iterm2 = drawn[2] ?? '';
  test.each([
    ['a file that the terminal is to read', kitty.replace('f=100', 't=f,f=100')],
    ['shared memory', kitty.replace('a=T,f=100', 'a=T,t=s,f=100')],
    ['a question', kitty.replace('a=T', 'a=q')],
    ['an answer', kitty.replace('q=2,', '')],
    ['a deletion', '\x1b7\x1b[7A\x1b_Ga=d\x1b\\\x1b8'],
    ['a file that is to be kept', iterm2.replace('inline=1', 'inline=0')],
    ['a name of a file', iterm2.replace('inline=1', 'name=YQ==;inline=1')],
    ['another setting', iterm2.replace('File=', 'SetUserVar=')],
    ['what is no base64', kitty.replace(/;iVBOR/, ';iV BOR')],
    ['a control character in the data', iterm2.replace(/:iVBOR/, ':iV\x1b]0;BOR')],
    ['a cursor that does not come back', kitty.slice(0, -2)],
    ['a cursor that was not saved', kitty.slice(2)],
    ['a movement of its own', '\x1b7\x1b[7A\x1b8'],
    ['a later chunk alone', '\x1b7\x1b[7A\x1b_Gq=2,m=0;aaaa\x1b\\\x1b8'],
    ['another one within', kitty.replace('\x1b8', '\x1b]52;c;aGk=\x07\x1b8')],
    ['one that is cut in two', kitty.slice(0, 100)],
  ])('takes the controls of %s', (_, text) => {
    expect(filter(`a${text}b`)).not.toMatch(/[\x00-\x1f]/);
  });
});

describe('the box', () => {
  test.each([
    // A page of 76 columns on a terminal of 24 rows.
    [640, 400, { columns: 38, rows: 12 }],
    [4000, 400, { columns: 60, rows: 3 }],
    [24, 16, { columns: 3, rows: 1 }],
    [1, 1, { columns: 2, rows: 1 }],
    [100, 5000, { columns: 1, rows: 12 }],
    [5000, 10, { columns: 76, rows: 1 }],
  ])('of %i × %i pixels', (width, height, expected) => {
    expect(imageBox({ width, height }, 76, 12)).toEqual(expected);
  });

  test('is never wider, higher or less than a cell, and keeps the shape where it has the room', () => {
    const side = fc.integer({ min: 1, max: 10_000 });
    const room = fc.integer({ min: 1, max: 200 });
    fc.assert(
      fc.property(side, side, room, room, (width, height, columns, rows) => {
        const found = imageBox({ width, height }, columns, rows);
        expect(found.columns).toBeGreaterThanOrEqual(1);
        expect(found.columns).toBeLessThanOrEqual(columns);
        expect(found.rows).toBeGreaterThanOrEqual(1);
        expect(found.rows).toBeLessThanOrEqual(rows);
        // From two rows on, the columns are those of the image's shape, but for half a one.
        const exact = (found.rows * 2 * width) / height;
        if (found.rows > 1 && found.columns > 1) expect(Math.abs(found.columns - exact)).toBeLessThanOrEqual(0.5);
      }),
      runs(500),
    );
  });
});

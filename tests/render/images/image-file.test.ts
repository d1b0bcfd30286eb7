import { readFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readImage } from '../../../src/render/images/image-file.ts';

const fixture = (name: string): Buffer => readFileSync(`tests/fixtures/images/${name}`);

/** Made by ImageMagick, which says 24 × 16 of them all. */
const fixtures = ['image.png', 'image.jpg', 'progressive.jpg', 'moving.gif'];

test.each(fixtures)('reads the size of %s', (name) => {
  const bytes = fixture(name);
  const image = readImage(bytes);
  expect(image).toMatchObject({ width: 24, height: 16 });
  if (!name.endsWith('.gif')) expect(image?.bytes).toEqual(bytes);
});

test.each(fixtures)('takes nothing of %s that is cut off, at whatever byte', (name) => {
  const bytes = fixture(name);
  const frame = readImage(bytes)?.bytes.length ?? 0;
  // What comes after the first frame of a GIF is left out anyway, and its trailer is ours.
  const whole = name.endsWith('.gif') ? frame - 1 : frame;
  for (let length = 0; length < whole; length++) expect(readImage(bytes.subarray(0, length))).toBeUndefined();
  expect(readImage(bytes.subarray(0, whole))).toBeDefined();
});

test.each(fixtures)('leaves out what follows the end of %s', (name) => {
  const bytes = fixture(name);
  const longer = Buffer.concat([bytes, Buffer.from('\x1b]0;title\x07 and more', 'latin1')]);
  expect(readImage(longer)?.bytes).toEqual(readImage(bytes)?.bytes);
});

test('a slice of a larger buffer is read by its own bytes', () => {
  const bytes = fixture('image.png');
  const within = new Uint8Array(bytes.length + 100).fill(0xff);
  within.set(bytes, 50);
  expect(readImage(within.subarray(50, 50 + bytes.length))).toMatchObject({ kind: 'png', width: 24 });
});

function png(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(100))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

describe('the size', () => {
  test.each([
    [1, 1],
    [10_000, 1],
    [1, 10_000],
    [5000, 5000],
  ])('may be %i × %i', (width, height) => {
    expect(readImage(png(width, height))).toMatchObject({ width, height });
  });

  test.each([
    [0, 1],
    [1, 0],
    [10_001, 1],
    [1, 10_001],
    [5001, 5000],
    [0x7fffffff, 1],
    [0xffffffff, 0xffffffff],
  ])('may not be %i × %i', (width, height) => {
    expect(readImage(png(width, height))).toBeUndefined();
  });
});

describe('no image', () => {
  const real = fixture('image.png');
  const changed = (at: number, ...bytes: number[]) => {
    const copy = Buffer.from(real);
    copy.set(bytes, at);
    return copy;
  };
  test.each<[string, Uint8Array]>([
    ['is nothing', new Uint8Array()],
    ['is text', Buffer.from('GIF89 is a format')],
    ['is SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>')],
    ['is WebP', Buffer.from('RIFF\x24\0\0\0WEBPVP8 ', 'latin1')],
    ['is a signature alone', real.subarray(0, 8)],
    ['begins with another chunk', changed(12, ...Buffer.from('IDAT'))],
    ['has a header of another length', changed(11, 12)],
    ['has a chunk that is longer than the file', changed(33, 0xff, 0xff, 0xff, 0xff)],
    ['has no image data', Buffer.concat([real.subarray(0, 33), real.subarray(-12)])],
    ['is a JPEG without a frame', Buffer.from('ffd8ffda000200ffd9', 'hex')],
    ['is a JPEG with a segment of no length', Buffer.from('ffd8ffe00000ffd9', 'hex')],
    ['is a JPEG of no height', Buffer.from('ffd8ffc0000808000000100100ffda000200ffd9', 'hex')],
    ['is a JPEG that never ends', Buffer.from('ffd8ffc00008080010001001ffda0002ffffffff', 'hex')],
    ['is a JPEG of fill bytes', Buffer.concat([Buffer.from('ffd8', 'hex'), Buffer.alloc(100_000, 0xff)])],
    ['is a GIF without a frame', Buffer.from('GIF89a\x10\0\x10\0\0\0\0\x3b', 'latin1')],
    ['is a GIF of comments', Buffer.from(`GIF89a\x10\0\x10\0\0\0\0${'\x21\xfe\x01a\0'.repeat(10_000)}`, 'latin1')],
  ])('%s', (_, bytes) => {
    expect(readImage(bytes)).toBeUndefined();
  });
});

test('of a moving GIF the first frame is left, and its colours', () => {
  const bytes = fixture('moving.gif');
  const still = readImage(bytes)?.bytes ?? new Uint8Array();
  const frames = (gif: Uint8Array) => Buffer.from(gif).toString('latin1').split('\x2c\0\0\0\0\x18\0\x10\0').length - 1;
  expect(frames(bytes)).toBe(2);
  expect(frames(still)).toBe(1);
  expect(still.at(-1)).toBe(0x3b);
  expect(Buffer.from(still.subarray(0, -1))).toEqual(bytes.subarray(0, still.length - 1));
});

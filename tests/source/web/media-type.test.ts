import { describe, expect, it } from 'vitest';
import { documentExtension, isTextType, looksBinary, parseMediaType } from '../../../src/source/web/media-type.ts';

describe('parseMediaType', () => {
  it.each([
    ['text/html', { essence: 'text/html' }],
    [' Text/HTML ; Charset=UTF-8', { essence: 'text/html', charset: 'UTF-8' }],
    ['text/html;charset="utf-8"', { essence: 'text/html', charset: 'utf-8' }],
    ['text/html; boundary=x; charset=big5; q=1', { essence: 'text/html', charset: 'big5' }],
    ['text/markdown; variant=GFM', { essence: 'text/markdown' }],
    ['text/html; charset=', { essence: 'text/html' }],
    ['text/html, text/plain', { essence: 'text/html' }],
    ['', undefined],
    ['html', undefined],
    ['text/', undefined],
    ['text/\x1b[31m', undefined],
    [undefined, undefined],
  ])('%j', (header, expected) => {
    expect(parseMediaType(header)).toEqual(expected);
  });
});

describe('isTextType', () => {
  it.each(['text/html', 'text/plain', 'text/x-rst', 'application/xhtml+xml', 'application/markdown'])('%s', (type) => {
    expect(isTextType(type)).toBe(true);
  });
  it.each(['image/svg+xml', 'application/pdf', 'application/octet-stream', 'video/mp4', 'application/zip'])(
    'not %s',
    (type) => {
      expect(isTextType(type)).toBe(false);
    },
  );
});

describe('looksBinary', () => {
  const of = (text: string, charset?: string) => looksBinary(Buffer.from(text, 'latin1'), charset);
  it.each(['%PDF-1.4\n', 'PK\x03\x04', '\xff\xd8\xff\xe0', 'GIF89a\x01\0', 'words\0'])('%j', (start) => {
    expect(of(start)).toBe(true);
  });
  it.each(['', 'words', '\xe9t\xe9', `${'w'.repeat(100)}\0`, '\xff\xfew\0o\0', '\xfe\xff\0w', `${'w'.repeat(5000)}\0`])(
    'not %j',
    (start) => {
      expect(of(start)).toBe(false);
    },
  );
  it('is not misled by UTF-16 that is announced', () => {
    expect(of('w\0o\0', 'utf-16le')).toBe(false);
  });
});

describe('a document', () => {
  it.each([
    ['application/pdf', 'https://example.org/report', 'pdf'],
    ['application/epub+zip', 'https://example.org/book.pdf', 'epub'],
    ['application/octet-stream', 'https://example.org/book.EPUB?download=1', 'epub'],
    [undefined, 'https://example.org/a.docx', 'docx'],
    ['application/octet-stream', 'https://example.org/program', undefined],
    ['application/zip', 'https://example.org/files.zip', undefined],
    ['text/html', 'https://example.org/a.pdf', undefined],
    ['image/png', 'https://example.org/a.pdf', undefined],
  ])('%s at %s: %s', (type, address, extension) => {
    expect(documentExtension(type, address)).toBe(extension);
  });
});

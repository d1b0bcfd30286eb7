import { describe, expect, it } from 'vitest';
import { pageCharset } from '../../../src/source/web/page-charset.ts';

function bytes(text: string): Uint8Array {
  return Buffer.from(text, 'latin1');
}

describe('pageCharset', () => {
  it.each([
    ['a byte order mark', '\xef\xbb\xbf<meta charset=koi8-r>', 'big5', 'utf-8'],
    ['that of UTF-16, little end first', '\xff\xfe<\0', 'utf-8', 'utf-16le'],
    ['that of UTF-16, big end first', '\xfe\xff\0<', 'utf-8', 'utf-16be'],
    ['the header', '<meta charset=koi8-r>', 'Shift_JIS', 'shift_jis'],
    ['the header by another name', '', 'latin1', 'windows-1252'],
    ['a header with spaces', '', ' utf8 ', 'utf-8'],
    ['the page, after a header that nobody knows', '<meta charset=koi8-r>', 'klingon', 'koi8-r'],
    ['the page', '<html><head><meta charset="ISO-8859-15">', undefined, 'iso-8859-15'],
    ['capitals', "<META CHARSET='GB2312'/>", undefined, 'gbk'],
    [
      'http-equiv',
      '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">',
      undefined,
      'windows-1251',
    ],
    [
      'http-equiv, the other way round',
      '<meta content="text/html;charset=euc-kr" http-equiv=content-type>',
      undefined,
      'euc-kr',
    ],
    ['an XML declaration', '<?xml version="1.0" encoding="iso-8859-2"?><html>', undefined, 'iso-8859-2'],
    [
      'the page rather than its XML declaration',
      '<?xml version="1.0" encoding="utf-8"?><meta charset=koi8-r>',
      undefined,
      'koi8-r',
    ],
    ['nothing', '<p>charset=utf-8', undefined, undefined],
    [
      'nothing, when another header is meant',
      '<meta name=x content="text/html; charset=koi8-r">',
      undefined,
      undefined,
    ],
    ['the first that is known', '<meta charset=klingon><meta charset=koi8-r>', undefined, 'koi8-r'],
    ['none that a comment holds', '<!-- <meta charset=koi8-r> --><meta charset=big5>', undefined, 'big5'],
    [
      'none that another attribute holds',
      '<meta name="x>" content=\'<meta charset=koi8-r\'><meta charset=big5>',
      undefined,
      'big5',
    ],
    ['UTF-8, when ASCII says that it is UTF-16', '<meta charset=utf-16>', undefined, 'utf-8'],
    ['x-user-defined as browsers take it', '<meta charset=x-user-defined>', undefined, 'windows-1252'],
    ['none of a comment without end', '<!-- <meta charset=koi8-r>', undefined, undefined],
    ['none beyond 1,024 bytes', `${' '.repeat(1024)}<meta charset=koi8-r>`, undefined, undefined],
    ['nothing in nothing', '', undefined, undefined],
  ])('is detected by %s', (_, page, header, expected) => {
    expect(pageCharset(bytes(page), header)).toBe(expected);
  });
});

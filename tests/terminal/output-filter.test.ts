import { describe, expect, test } from 'vitest';
import { createOutputFilter } from '../../src/terminal/output-filter.ts';

const rich = createOutputFilter({ escapes: true });
const plain = createOutputFilter({ escapes: false });

describe('with escapes', () => {
  test.each([
    'text\twith\nlines',
    '\x1b[1;38;5;12mbold\x1b[0m',
    '\x1b[4:3mcurly\x1b[m',
    '\x1b]8;;https://example.org/a?b=c\x1b\\text\x1b]8;;\x1b\\',
    '\x1b]8;id=7;mailto:a@example.org\x1b\\text\x1b]8;;\x1b\\',
  ])('lets pass what a renderer writes: %j', (chunk) => {
    expect(rich(chunk)).toBe(chunk);
  });

  test.each([
    ['\x1b[2Ja', '[2Ja'],
    ['\x1b[6n', '[6n'],
    ['\x1b[?1049h', '[?1049h'],
    ['\x1b[>4;2m', '[>4;2m'],
    ['\x1b]0;title\x07', ']0;title'],
    ['\x1b]52;c;aGk=\x1b\\', ']52;c;aGk=\\'],
    ['\x1b]8;;file:///etc/passwd\x1b\\a', ']8;;file:///etc/passwd\\a'],
    ['\x1b]8;;javascript:alert(1)\x1b\\a', ']8;;javascript:alert(1)\\a'],
    ['\x1b]8;;https://example.org\x07a', ']8;;https://example.orga'],
    ['\x1b]8;;https://example.org/\x1b[31m\x1b\\', ']8;;https://example.org/\x1b[31m\\'],
    ['a\x1b\\b', 'a\\b'],
    ['\x1bc', 'c'],
    ['a\rb\bc\x7fd\x9be\x00f', 'abcdef'],
    ['\x1b\x1b[31m', '\x1b[31m'],
    ['\x1b[3', '[3'],
  ])('drops the controls of the rest: %j', (chunk, expected) => {
    expect(rich(chunk)).toBe(expected);
  });
});

test('without escapes none passes', () => {
  expect(plain('\x1b[1mbold\x1b[0m\x1b]8;;https://example.org\x1b\\x\t\n')).toBe(
    '[1mbold[0m]8;;https://example.org\\x\t\n',
  );
  expect(plain('clean\n')).toBe('clean\n');
});

test.each([plain, rich])(
  'a line closes the embeddings and isolates that it opens, and overrides are dropped',
  (filter) => {
    expect(filter('a\u202bb\nc\u2067d\n')).toBe('a\u202bb\u202c\nc\u2067d\u2069\n');
    expect(filter('\u202emoc.knab\u202c \u202dabc\n')).toBe('moc.knab\u202c abc\n');
  },
);

import { describe, expect, it } from 'vitest';
import { readCsv } from '../../../src/source/data/csv.ts';
import { readSourceCode } from '../../../src/source/data/source-code.ts';
import { kindOf } from '../../../src/source/kind.ts';

describe('separated values', () => {
  it.each([
    ['commas', 'Kind,Minutes\nblack,4\ngreen,2\n'],
    ['semicolons', 'Kind;Minutes\r\nblack;4\r\ngreen;2'],
    ['tabs', 'Kind\tMinutes\nblack\t4\ngreen\t2\n'],
    ['quotes', '"Kind","Minutes"\n"black","4"\n"green",2\n'],
    ['quotes and tabs', '"Kind"\t"Minutes"\n"black"\t4\ngreen\t"2"\n'],
    ['quotes with spaces around', '"Kind", "Minutes"\n"black" , "4"\n"green", 2\n'],
  ])('are a table: %s', (_, text) => {
    expect(readCsv(text).markdown).toBe('| Kind | Minutes |\n| --- | --- |\n| black | 4 |\n| green | 2 |\n');
  });

  it('may have anything in quotes, and empty cells', () => {
    expect(readCsv('a,b,c\n"x ""y"", z\nnext",|,\n').markdown.split('\n')[2]).toBe('| x "y", z next | \\| |  |');
  });

  it('are shown as written where they are no table, or a large one', () => {
    const large = `a,b\n${'1,2\n'.repeat(600)}`;
    const wide = `${'a,'.repeat(40)}b\n${'1,'.repeat(40)}2\n`;
    for (const text of ['a,b\n1,2,3\n', large, wide, '"a,b\n', 'a"b",c\n"x"y,z\n'.replace('a"b"', 'ab')]) {
      expect(readCsv(text).markdown).toBe(`\`\`\`csv\n${text.trimEnd()}\n\`\`\`\n`);
    }
  });
});

describe('source code', () => {
  it('is one block in its language, as written', () => {
    const code = 'def steep():\n\n    """```"""\n\n\n    return 1';
    expect(readSourceCode(`${code}\n\n`, 'a/tea.py').markdown).toBe(`\`\`\`python\n${code}\n\`\`\`\n`);
    expect(readSourceCode('```\na\n```', 'x.sh').markdown).toBe('````bash\n```\na\n```\n````\n');
    expect(readSourceCode('{ "a": [1] }').markdown).toBe('```json\n{ "a": [1] }\n```\n');
    expect(readSourceCode('#!/usr/bin/env python3\nprint(1)').markdown).toContain('```python\n');
  });

  it.each([
    [{ name: 'a.json' }, 'code'],
    [{ name: 'Makefile' }, 'code'],
    [{ name: 'src/a.rs', text: '# not Markdown' }, 'code'],
    [{ name: 'a.csv' }, 'csv'],
    [{ contentType: 'application/json; charset=utf-8', name: 'https://example.org/a' }, 'code'],
    [{ text: '{\n  "title": "x",\n  "list": [1, 2]\n}\n' }, 'code'],
    [{ text: '#!/bin/sh\n# a comment\necho "**x**"' }, 'code'],
    [{ text: '{\n  "title": "Kettles"\n}\n\nOpening words with *emphasis*.' }, 'markdown'],
    [{ text: '[link](https://example.org) and [x]' }, 'markdown'],
    [{ text: '[1] A note, and no list.' }, 'text'],
  ] as const)('%j is of the kind %s', (clues, kind) => {
    expect(kindOf(clues)).toBe(kind);
  });
});

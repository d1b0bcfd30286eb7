import { describe, expect, it } from 'vitest';
import { readText } from '../../../src/source/plain-text/plain-text.ts';
import { wordsOf } from './words.ts';

const lynx = `   #The Daily » Feed alternate

   ____________________ (BUTTON) Search
     * Home
     * News
          + Local
          + System
     * Sports

Town opens its new library

   By A. Writer
   Published 10:02 AM, November 20, 2019
   [library.jpg]
   The library on Monday. (Photo: A. Writer)

   The town opened its new library on Monday after four years of
   building, and hundreds of people came to see it.

   “It is larger than I thought,” said one of them. It has three floors
   and a garden, in which one may read as well.

   Related: Town closes its old library

What it holds

   There are forty thousand books in it, and a room of old newspapers:

     * books for children, which can be borrowed for a month at a time.
     * films and records, which cannot be borrowed at all so far.

   The library is open every day but Sunday, from nine in the morning to
   eight in the evening.

Comments

   I liked the old library a lot more than this one, since it was near my
   house and had better chairs.

   © 2019 The Daily. All rights reserved.
`;

const w3m = `[                    ] [Search]

  • Home
  • News
      □ Local
      □ System
  • Sports
  •  

Town opens its new library

By A. Writer

November 20, 2019

The town opened its new library on Monday after four years of building, and
hundreds of people came to see it.

“It is larger than I thought,” said one of them. It has three floors and a
garden, in which one may read as well.

What it holds

There are forty thousand books in it, and a room of old newspapers. The library
is open every day but Sunday, from nine in the morning to eight in the evening.

  • Privacy
  • Contact
  • © 2019 The Daily
`;

describe('a page that a text browser wrote out', () => {
  it('is its article, from lynx', () => {
    expect(readText(lynx)).toEqual({
      title: 'Town opens its new library',
      metadata: { date: '2019-11-20' },
      markdown: `The town opened its new library on Monday after four years of building, and hundreds of people came to see it.

“It is larger than I thought,” said one of them. It has three floors and a garden, in which one may read as well.

## What it holds

There are forty thousand books in it, and a room of old newspapers:

- books for children, which can be borrowed for a month at a time.
- films and records, which cannot be borrowed at all so far.

The library is open every day but Sunday, from nine in the morning to eight in the evening.
`,
    });
  });

  it('is its article, from lynx with its links listed', () => {
    const numbered = lynx.replace('* Home', '* [1]Home').replace('hundreds of people', '[2]hundreds of people');
    const listed = `${numbered}\nReferences\n\n   Visible links\n   1. https://example.org/\n   2. https://example.org/people\n`;
    expect(readText(listed)).toEqual(readText(lynx));
  });

  it('is its article, from w3m', () => {
    const { title, metadata, markdown } = readText(w3m);
    expect({ title, metadata }).toEqual({ title: 'Town opens its new library', metadata: { date: '2019-11-20' } });
    expect(markdown).toMatch(/^The town opened[\s\S]*\n\n## What it holds\n\nThere are[\s\S]*in the evening\.\n$/);
  });

  it.each([lynx, w3m])('is all of it when the whole is requested', (dump) => {
    expect(wordsOf(readText(dump, { whole: true }).markdown)).toEqual(wordsOf(dump.replace(/^ +[+o] /gm, ' ')));
  });

  it('is all of it where there is no article', () => {
    const menu = lynx.slice(0, lynx.indexOf('Town'));
    expect(readText(menu).markdown).toContain('Sports');
  });
});

describe('a text that is no such page', () => {
  it('keeps its lists, whatever their bullets and margins', () => {
    const list = '  • one\n  • two\n      • three\n     * four\n     * five\n          + six\n';
    expect(
      wordsOf(readText(`What to buy:\n\n${list}\nAnd this is all of what there is to buy today.\n`).markdown),
    ).toEqual(wordsOf(`What to buy one two three four five six And this is all of what there is to buy today`));
  });
});

import { describe, expect, it } from 'vitest';
import { readText } from '../../../src/source/plain-text/plain-text.ts';

const prose = (start: string): string =>
  `${start} and then goes on for as long as a paragraph of\nan ordinary text does, which is a few lines of the same\nlength, the last of which is shorter.`;

describe('paragraphs', () => {
  it('joins hard-wrapped lines', () => {
    expect(readText(prose('One begins')).markdown).toBe(
      'One begins and then goes on for as long as a paragraph of an ordinary text does, which is a few lines of the same length, the last of which is shorter.\n',
    );
  });

  it('takes each line for a paragraph where lines are not wrapped', () => {
    const line = 'A sentence that is long enough. '.repeat(6).trim();
    expect(readText(`${line}\n${line}`).markdown).toBe(`${line}\n\n${line}\n`);
  });

  it('begins one at an indented line', () => {
    const [one, two] = ['First', 'Second'].map((start) => `   ${prose(start)}`);
    expect(readText(`${one}\n${two}`).markdown.split('\n\n')).toHaveLength(2);
  });

  it('puts no space between Chinese or Japanese lines, and one between Korean', () => {
    const wrapped = (line: string): string => readText(`${line}\n${line}\n${line}`).markdown.trim();
    expect(wrapped('我們在一個很長的段落裡寫了很多字使得每一行都差不多一樣長而且沒有標點符號')).not.toContain(' ');
    expect(wrapped('한국어는 띄어쓰기를 하므로 줄이 바뀌는 곳에 빈칸이 하나 있어야 합니다 그래서')).toContain(
      '그래서 한국어는',
    );
  });

  it('keeps a hyphen at a line end, but mends a word that the text has whole elsewhere', () => {
    const text = (middle: string): string =>
      `The example stands in this well-known paragraph, in which a word is ${middle}\nwhile the rest of what is said follows on the lines that come below it,\nup to its very end.`;
    expect(readText(text('well-\nknown')).markdown).toContain('word is well-known while');
    expect(readText(text('exam-\nple')).markdown).toContain('word is example while');
    expect(readText(text('unsee-\nable')).markdown).toContain('word is unsee-able while');
  });
});

describe('headings by their shape', () => {
  const titles = (text: string): string[] => readText(text).markdown.match(/^#+ .*$/gm) ?? [];

  it('takes underlined lines, a level for each character', () => {
    expect(
      titles(`Top\n===\n\n${prose('It')}\n\nBelow\n-----\n${prose('It')}\n\nAgain\n-----\n\n${prose('It')}`),
    ).toEqual(['# Top', '## Below', '## Again']);
  });

  it('takes numbered ones, by their depth', () => {
    const text = ['1. Scope', prose('This'), '2. Terms', '2.1 Names', prose('A'), '2.2 Dates', prose('A')].join('\n\n');
    expect(titles(text)).toEqual(['## 1. Scope', '## 2. Terms', '### 2.1 Names', '### 2.2 Dates']);
  });

  it('takes capitals, and what is alone above prose', () => {
    const text = [prose('It'), 'WHAT COMES FIRST', prose('It'), 'A plain heading', prose('It')].join('\n\n');
    expect(titles(text)).toEqual(['## WHAT COMES FIRST', '### A plain heading']);
  });

  it('takes chapters in English and French, with the titles below their numbers', () => {
    const text = [
      'CHAPTER I\n\nLoomings',
      prose('It'),
      'Chapitre II. La mer',
      prose('It'),
      'CHAPTER III.\nThe Inn.',
      prose('It'),
    ];
    expect(titles(text.join('\n\n\n'))).toEqual([
      '## CHAPTER I – Loomings',
      '## Chapitre II. La mer',
      '## CHAPTER III. The Inn.',
    ]);
  });

  it('takes parts above chapters, and numerals that count on from a first chapter in words', () => {
    const text = ['PREMIÈRE PARTIE', 'CHAPITRE PREMIER', 'La mer', prose('Elle'), 'II', 'Le port', prose('Il')];
    expect(titles(text.join('\n\n'))).toEqual([
      '## PREMIÈRE PARTIE',
      '### CHAPITRE PREMIER – La mer',
      '### II – Le port',
    ]);
  });

  it('takes no table of contents for headings', () => {
    const contents = ['CHAPTER I. One', 'CHAPTER II. Two', 'CHAPTER III. Three', 'CHAPTER IV. Four'];
    expect(
      titles([prose('It'), ...contents, ...contents.map((title) => `${title}\n\n${prose('It')}`)].join('\n\n')),
    ).toEqual(contents.map((title) => `## ${title}`));
  });

  it('takes no line of a title page, and no date, for one', () => {
    const page = ['THE KETTLE', 'A Novel', 'BY', 'ADA LEAF', 'AUTHOR OF "THE POT"', 'LONDON', 'CHAPTER I', prose('It')];
    expect(titles(page.join('\n\n'))).toEqual(['# THE KETTLE', '## CHAPTER I']);
    expect(titles(`Leeds\n\n6 May 2024\n\nDear Sir,\n\n${prose('It')}`)).not.toContain('## 6 May 2024');
  });

  it('takes no volume of a title page for one', () => {
    const page =
      'TEA\n\nIN TWO VOLUMES\n\nby\n\nADA LEAF\n\nVOLUME I.\n\nLONDON:\nBREWER & SONS\n1887\n\nTO MY MOTHER\n\n';
    expect(titles(`${page}CHAPTER I.\n\n${prose('Water')}\n\nCHAPTER II.\n\n${prose('Leaves')}\n`)).toEqual([
      '# TEA',
      '## CHAPTER I.',
      '## CHAPTER II.',
    ]);
  });

  it('takes roman numerals that count on', () => {
    expect(titles(['I', prose('It'), 'II', prose('It'), 'V', prose('It')].join('\n\n'))).toEqual(['## I', '## II']);
  });

  it('leaves sentences, salutations, signatures and lists of short lines alone', () => {
    const text = [
      'Dear Sir,',
      prose('It'),
      'He left.',
      prose('It'),
      '1. Buy milk',
      '2. Buy bread',
      '3. Go home',
      'Yours',
      'John Doe',
    ];
    expect(titles(text.join('\n\n'))).toEqual([]);
  });

  it('reads a manual page', () => {
    const page =
      'CAT(1)          User Commands          CAT(1)\n\nNAME\n       cat - concatenate files\n\nDESCRIPTION\n       Copies.\n\n       -n, --number\n              number all lines\n';
    expect(readText(page)).toEqual({
      title: 'CAT(1)',
      metadata: {},
      markdown: '## NAME\n\ncat - concatenate files\n\n## DESCRIPTION\n\nCopies.\n\n-n, --number\\\nnumber all lines\n',
    });
  });
});

describe('what is not joined', () => {
  const kept = (text: string): string =>
    readText(`${prose('Before')}\n\n${text}\n\n${prose('After')}`)
      .markdown.split('\n\n')
      .slice(1, -1)
      .join('\n\n');

  it('keeps lists, with their numbers and levels', () => {
    expect(kept('- one\n  goes on\n- two\n  * inner\n\n3. three\n4. four')).toBe(
      '- one goes on\n- two\n  - inner\n\n<!-- -->\n\n3. three\n4. four',
    );
  });

  it('keeps verse, with its indents', () => {
    expect(
      kept(
        '    The ribs and terrors in the whale,\n      Arched over me a dismal gloom,\n    While all waves rolled by,',
      ),
    ).toBe(
      'The ribs and terrors in the whale,\\\n\u00a0\u00a0Arched over me a dismal gloom,\\\nWhile all waves rolled by,',
    );
  });

  it('keeps tables, drawings and code as they are', () => {
    const table = 'Name      Size\nalpha       10\nbeta         2';
    const drawing = '+---+     +---+\n| a |---->| b |\n+---+     +---+';
    const code = 'int main() {\n  return 0;\n}';
    for (const text of [table, drawing, code]) expect(kept(text)).toBe(`\`\`\`\n${text}\n\`\`\``);
  });

  it('keeps quoted mail as quotes', () => {
    expect(kept('> It was said.\n>> And before.')).toBe('> It was said.\n>\n> > And before.');
  });
});

describe('items', () => {
  const read = (text: string): string =>
    readText(`Before it all there is a sentence.\n\n${text}`).markdown.split('\n\n').slice(1).join('\n\n').trim();

  it('hang below their numbers, with blank lines between them', () => {
    const text =
      '1. Every member brings a cup, and washes it after the meeting\n   in the kitchen.\n\n2. Nobody may pour.\n\n3. The kettle is ours.';
    expect(read(text)).toBe(
      '1. Every member brings a cup, and washes it after the meeting in the kitchen.\n2. Nobody may pour.\n3. The kettle is ours.',
    );
  });

  it.each(['o', '·', '–', '►', '●', '•', '*', '-', '+'])('may have %s before them', (bullet) => {
    expect(read(`  ${bullet}  Ada Leaf\n  ${bullet}  Ben Stone, who came late because\n     the bus broke down`)).toBe(
      '- Ada Leaf\n- Ben Stone, who came late because the bus broke down',
    );
  });

  it('keep their letters, also below a numbered one', () => {
    expect(read('(a) one\n(b) two, which\n    goes on')).toBe('(a) one\\\n(b) two, which goes on');
    expect(read('1. one\n   (i) first\n   (ii) second\n2. two')).toBe(
      '1. one\\\n   (i) first\\\n   (ii) second\n2. two',
    );
  });

  it('begin anew where their numbers do', () => {
    expect(read('1. one\n2. two\n1. other')).toBe('1. one\n2. two\n\n<!-- -->\n\n1. other');
  });

  it('may be tasks, and several stars deep', () => {
    expect(read('- [ ] open\n- [x] done')).toBe('- [ ] open\n- [x] done');
    expect(read('* one\n** two\n*** three\n* four')).toBe('- one\n  - two\n    - three\n- four');
  });

  it('of a table of contents keep their lines', () => {
    expect(read('1. Water\n2. Leaves\n  2.1. Black\n  2.2. Green\nAppendix A. Pots\nThanks')).toBe(
      '1. Water\n2. Leaves\\\n   2.1. Black\\\n   2.2. Green\n\nAppendix A. Pots\\\nThanks',
    );
  });

  it('may begin with the letter that RFCs set for a bullet, one alone too', () => {
    expect(read('   o  A pot that is empty answers 418.')).toBe('- A pot that is empty answers 418.');
    expect(read('o tempo passa')).toBe('o tempo passa');
  });

  it('are no words of prose and no lines of speech', () => {
    expect(read('– Bonjour, dit-elle.\n– Bonsoir, dit-il.')).toContain('– Bonjour');
    expect(
      read(
        'En esta casa se puede tomar café con leche, con azúcar y con miel,\no té con limón, como uno quiera, y todo lo demás',
      ),
    ).toContain('miel, o té');
  });
});

describe('turns of speech', () => {
  it('keep their lines', () => {
    const text =
      '[00:01] HOST: Welcome.\n[00:07] GUEST: Thank you for having me in this show, of which I have\nheard so much.\n[00:15] HOST: Well.';
    expect(readText(text).markdown.trim().split('\n\n')).toEqual([
      '\\[00:01] HOST: Welcome.',
      '\\[00:07] GUEST: Thank you for having me in this show, of which I have heard so much.',
      '\\[00:15] HOST: Well.',
    ]);
  });
});

describe('a log', () => {
  it('keeps its lines, those without a time too', () => {
    const log =
      '[10:02] <ben> hi\n* ada waves\n[10:03] <ada> this is a line that goes on for so long that it was broken at the\nmargin of the page\n[10:04] <ben> bye';
    expect(readText(log).markdown).toMatch(/hi\n\n\\\* ada waves\n\n.*broken at the margin of the page\n\n/);
  });
});

describe('code after a colon', () => {
  it('has its tabs as what they represent', () => {
    const text = 'Run this:\n\n\tmake\n\tmake\tinstall && true\n\t\t# further in\n\nIt takes long.';
    expect(readText(text).markdown).toBe(
      'Run this:\n\n```\nmake\nmake    install && true\n        # further in\n```\n\nIt takes long.\n',
    );
  });

  it('is JSON or a grammar too', () => {
    for (const code of [
      ['{', '  "pots": [1, 2],', '  "cups": 2', '}'],
      ['pot     = lid body', 'lid     = "o"'],
    ]) {
      const text = `It is this:\n\n${code.map((line) => `    ${line}`).join('\n')}\n\nAnd on.`;
      expect(readText(text).markdown).toContain(`\`\`\`\n${code.join('\n')}\n\`\`\``);
    }
  });

  it('is one block through its blank lines', () => {
    const code = '  def steep(minutes):\n\n      if minutes > 5:\n          stop()\n\n      return brew(minutes)';
    for (const [colons, shown] of [
      ['::', ':'],
      [':', ':'],
    ]) {
      expect(readText(`You call it in this way${colons}\n\n${code}\n\nThat is all that there is to it.`).markdown).toBe(
        `You call it in this way${shown}\n\n\`\`\`\n${code.replace(/^ {2}/gm, '')}\n\`\`\`\n\nThat is all that there is to it.\n`,
      );
    }
  });

  it('ends where the text goes on at its margin', () => {
    const text =
      'Bash behaves as if the following command were executed:\n\n    if [ -n "$BASH_ENV" ]; then . "$BASH_ENV"; fi\nbut the value of the variable is not used.';
    expect(readText(text).markdown.split('\n\n')).toEqual([
      'Bash behaves as if the following command were executed:',
      '```\nif [ -n "$BASH_ENV" ]; then . "$BASH_ENV"; fi\n```',
      'but the value of the variable is not used.\n',
    ]);
  });

  it('is no quotation', () => {
    expect(
      readText('He said:\n\n    It is a kettle, and there is nothing else that it could be.').markdown,
    ).not.toContain('```');
  });
});

describe('a law', () => {
  it('has its articles', () => {
    const text = [
      'TITLE I',
      'Chapter 1. General',
      'Article 1',
      prose('All'),
      'Article 2 – Scope',
      prose('It'),
      'Chapter 2. Tea',
      '§ 3',
      prose('Tea'),
    ].join('\n\n');
    expect(readText(text).markdown.match(/^#+ .*$/gm)).toEqual([
      '## TITLE I',
      '### Chapter 1. General',
      '#### Article 1',
      '#### Article 2 – Scope',
      '### Chapter 2. Tea',
      '#### § 3',
    ]);
  });

  it.each([
    [
      'CODE DU THÉ\n\nLIVRE PREMIER : DES FEUILLES\n\nTITRE Ier : DISPOSITIONS GÉNÉRALES\n\nChapitre Ier : Champ\n\nArticle L111-1\n\nLe présent code s’applique au thé.\n\nArticle R. 112-3 bis\n\nIl ne s’applique pas :\n1° Au café ;\n2° Aux tisanes, et cela vaut pour toutes celles que prévoit un décret en Conseil\nd’État.\n',
      [
        '# CODE DU THÉ',
        '## LIVRE PREMIER : DES FEUILLES',
        '### TITRE Ier : DISPOSITIONS GÉNÉRALES',
        '#### Chapitre Ier : Champ',
        '##### Article L111-1',
        '##### Article R. 112-3 bis',
      ],
      '1° Au café ;\\\n2° Aux tisanes, et cela vaut pour toutes celles que prévoit un décret en Conseil d’État.',
    ],
    [
      'Erster Abschnitt\nAllgemeine Vorschriften\n\n§ 1 Anwendungsbereich\n\n(1) Dieses Gesetz gilt für Tee.\n\n(2) Im Sinne dieses Gesetzes ist\n\n1. Tee: ein Aufguss,\n\n2. Wasser: klar.\n\nZweiter Abschnitt\nSchluss\n\n§ 2 Inkrafttreten\n\nMorgen.\n',
      [
        '## Erster Abschnitt – Allgemeine Vorschriften',
        '### § 1 Anwendungsbereich',
        '## Zweiter Abschnitt – Schluss',
        '### § 2 Inkrafttreten',
      ],
      '(2) Im Sinne dieses Gesetzes ist\n\n1. Tee',
    ],
  ])('has its books, titles and chapters above them, and no subsections as titles', (text, headings, kept) => {
    const { markdown } = readText(text);
    expect(markdown.match(/^#+ .*/gm)).toEqual(headings);
    expect(markdown).toContain(kept);
  });

  it('is no sentence that begins with the word', () => {
    expect(readText(`${prose('It')}\n\nArticle 3 applies to all of them.\n\n${prose('It')}`).markdown).not.toContain(
      '#',
    );
  });
});

describe('Han numerals', () => {
  it('are headings where they count on', () => {
    const text =
      '茶の話\n\n　　一\n\n　茶は中国から日本に伝わった。最初は薬として飲まれていたが、やがて楽しみのために飲まれるようになった。\n\n　　二\n\n　水は大切である。\n\n　　十一\n\n　終わり。';
    expect(readText(text).markdown.match(/^#+ .*$/gm)).toEqual(['# 茶の話', '## 一', '## 二']);
  });
});

describe('a book from Project Gutenberg', () => {
  const book = [
    'The Project Gutenberg eBook of A Tale',
    'Title: A Tale\n       of the Sea',
    'Author: A. Writer',
    'Release date: July 1, 2001 [eBook #2701]',
    'Language: French',
    '*** START OF THE PROJECT GUTENBERG EBOOK A TALE OF\nTHE SEA ***',
    'CHAPTER I',
    `_There_ ${prose('it')}`,
    '*** END OF THE PROJECT GUTENBERG EBOOK A TALE OF THE SEA ***',
    'Licence and terms.',
  ].join('\n\n');

  it('is what is between its markers, with the header as metadata and its italics', () => {
    const { markdown, title, metadata } = readText(book);
    expect(title).toBe('A Tale of the Sea');
    expect(metadata).toEqual({ date: '2001-07-01', author: 'A. Writer', language: 'fr' });
    expect(markdown).toMatch(/^## CHAPTER I\n\n_There_ it and/);
    expect(markdown).not.toContain('Licence');
  });

  it('is all of it when the whole is requested', () => {
    expect(readText(book, { whole: true }).markdown).toContain('Licence and terms.');
  });
});

describe('a scraped dump', () => {
  const sentence = 'A sentence that is long enough to be no heading, as dumps have them, one after the other. ';
  const dump = `12 mai 2021 à 10h30Why it matters\nHow it works\n${sentence}Lent to a customer.Such financing grew,, and fast.. It is a bet.In 2020 it\n${sentence}${sentence}`;

  it('has its date as metadata, its gathered headings as headings, its sentences separated, its halves kept', () => {
    const { markdown, metadata } = readText(dump);
    expect(metadata).toEqual({ date: '2021-05-12T10:30' });
    expect(markdown).toBe(
      `# Why it matters\n\n## How it works\n\n${sentence}Lent to a customer. Such financing grew, and fast. It is a bet. In 2020 it\n\n${sentence}${sentence.trim()}\n`,
    );
  });

  it('keeps the date stamp in the whole text', () => {
    expect(readText(dump, { whole: true }).markdown).toContain('12 mai 2021 à 10h30');
  });
});

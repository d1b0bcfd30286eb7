import { describe, expect, it } from 'vitest';
import { readText } from '../../../src/source/plain-text/plain-text.ts';

const mail = [
  'From: =?utf-8?Q?Ada_F=C3=AFeld?= <ada@example.org>',
  'To: list@example.org',
  'Subject: Re: Which kettle',
  '  should we buy?',
  'Date: Tue, 14 May 2024 10:31:00 +0200',
  'Message-ID: <abc@example.org>',
];
const body = [
  '> I think that we should buy the red kettle, since it is',
  '> cheaper.',
  '',
  'I do not.',
  '',
  '-- ',
  'Ada Field',
  'Head of tea',
];

describe('a message', () => {
  it('has its subject, author and date, quotes and the lines of its signature', () => {
    expect(readText([...mail, '', ...body].join('\n'))).toEqual({
      title: 'Re: Which kettle should we buy?',
      metadata: { author: 'Ada Fïeld', date: '2024-05-14T10:31+02:00' },
      markdown:
        '> I think that we should buy the red kettle, since it is cheaper.\n\nI do not.\n\n* * *\n\nAda Field\\\nHead of tea\n',
    });
  });

  it('is a section of a mailbox', () => {
    const separator = 'From ada@example.org Tue May 14 10:31:00 2024';
    const message = [separator, ...mail, '', 'Text.', '', '>From here on it is quoted.', ''];
    expect(readText([...message, ...message].join('\n')).markdown.match(/^(?:##|Ada|Text|From).*$/gm)).toEqual([
      '## Re: Which kettle should we buy?',
      'Ada Fïeld, 2024-05-14T10:31+02:00',
      'Text.',
      'From here on it is quoted.',
      '## Re: Which kettle should we buy?',
      'Ada Fïeld, 2024-05-14T10:31+02:00',
      'Text.',
      'From here on it is quoted.',
    ]);
  });

  it.each([
    [
      'quoted-printable',
      [
        'Content-Type: text/plain; charset=iso-8859-1',
        'Content-Transfer-Encoding: quoted-printable',
        '',
        'It costs =E9=\n t=E9 =3D 1.',
      ],
    ],
    [
      'base64',
      [
        'Content-Type: text/plain; charset="utf-8"',
        'Content-Transfer-Encoding: base64',
        '',
        Buffer.from('It costs é té = 1.').toString('base64'),
      ],
    ],
    [
      'several parts',
      [
        'Content-Type: multipart/alternative;',
        '  boundary="x=y"',
        '',
        'Nobody reads this.',
        '--x=y',
        'Content-Type: text/html',
        '',
        '<p>A page.</p>',
        '--x=y',
        'Content-Type: text/plain; charset=utf-8',
        '',
        'It costs é té = 1.',
        '--x=y--',
      ],
    ],
    [
      'a page alone',
      [
        'Content-Type: multipart/mixed; boundary=b',
        '',
        '--b',
        'Content-Type: text/html',
        '',
        '<style>p{}</style><p>It costs <b>é</b> té&nbsp;= 1.</p>',
        '--b',
        'Content-Type: image/png',
        '',
        'AAAA',
        '--b--',
      ],
    ],
  ])('is decoded: %s', (_, encoded) => {
    expect(readText([...mail, ...encoded].join('\n')).markdown.trim()).toBe('It costs é té = 1.');
  });

  it('has all its parts that are texts, the attached and the forwarded too', () => {
    const parts = [
      'Content-Type: multipart/mixed; boundary=out',
      '',
      '--out',
      'Content-Type: multipart/alternative; boundary=in',
      '',
      '--in',
      'Content-Type: text/plain',
      '',
      'The words of the author.',
      '--in',
      'Content-Type: text/html',
      '',
      '<p>The words again.</p>',
      '--in--',
      '--out',
      'Content-Type: text/x-patch',
      'Content-Disposition: attachment; filename="tea.patch"',
      '',
      '-cold',
      '+hot',
      '--out',
      'Content-Type: text/plain',
      '',
      'What the list adds.',
      '--out',
      'Content-Type: message/rfc822',
      '',
      'From: Ben <ben@example.org>',
      'Subject: Cups',
      'X-Mailer: none',
      '',
      'What Ben wrote.',
      '--out--',
    ];
    expect(readText([...mail, ...parts].join('\n')).markdown).toBe(
      'The words of the author.\n\ntea.patch:\n\n```\n-cold\n+hot\n```\n\nWhat the list adds.\n\nFrom: Ben \\<ben@example.org>\\\nSubject: Cups\n\nWhat Ben wrote.\n',
    );
  });

  it.each(['text/html', 'text/html; charset=utf-8'])('is words where it is nothing but a page: %s', (type) => {
    const page = [`Content-Type: ${type}`, '', '<html><body><p>Th&eacute; &#8212; vert.</p></body></html>'];
    expect(readText([...mail, ...page].join('\n')).markdown).toBe('Thé — vert.\n');
  });

  it('may have its fields go on after a tab', () => {
    const text =
      'Received: from a by b;\n\tFri, 7 Nov 2025 10:00:00 +0000\nFrom: Ada <a@example.org>\nSubject: Tea\n\twith milk\nDate: Fri, 7 Nov 2025 10:00:00 -0000\n\nHot.\n';
    expect(readText(text)).toEqual({
      title: 'Tea with milk',
      metadata: { author: 'Ada', date: '2025-11-07T10:00Z' },
      markdown: 'Hot.\n',
    });
  });

  it('has no sections in what it quotes', () => {
    const { markdown } = readText(
      [
        ...mail,
        '',
        'Ben wrote:',
        '',
        '> Tea today',
        '>',
        '> Is there any of it in the house, or is it all gone by now?',
        '',
        'No.',
      ].join('\n'),
    );
    expect(markdown).toContain('> Tea today\n>\n> Is there');
  });

  it('is all there as a whole', () => {
    expect(readText([...mail, '', ...body].join('\n'), { whole: true }).markdown).toContain('list@example.org');
  });

  it.each(['From: the desk of Ada\n\nDear all,', 'Note: this\nFrom: that\nTo: there\n\nText.'])('is not %j', (text) => {
    expect(readText(text).metadata).toEqual({});
  });
});

describe('an RFC', () => {
  const page = (number: number): string =>
    `\n\n\nLeaf                        Informational                     [Page ${number}]\n\f\nRFC 9999                     Kettles                    March 2024\n\n\n`;
  const text = [
    'Network Working Group                                           A. Leaf',
    'Request for Comments: 9999                           Example University',
    'Category: Informational                                         B. Stone',
    '                                                              March 2024',
    '',
    '',
    '              A Protocol for Kettles that Boil Water',
    '                     and Other Liquids',
    '',
    'Abstract',
    '',
    '   This document describes a protocol for kettles, which is a matter that',
    '   was neglected for too long, and goes on about it for some',
    `${page(1)}   lines that are on the next page, where the sentence ends at last.`,
    '',
    '1.  Introduction',
    '',
    '   A kettle that is connected has to say when its water boils, and',
    '   nothing else.',
    page(2),
    '   Another paragraph begins on the page after it.',
  ].join('\n');

  it('has its title, authors and date, and no pages', () => {
    const { title, metadata, markdown } = readText(text);
    expect(title).toBe('A Protocol for Kettles that Boil Water and Other Liquids');
    expect(metadata).toEqual({ author: 'A. Leaf, B. Stone', date: '2024-03' });
    expect(markdown).toBe(
      `${[
        '## Abstract',
        'This document describes a protocol for kettles, which is a matter that was neglected for too long, and goes on about it for some lines that are on the next page, where the sentence ends at last.',
        '## 1. Introduction',
        'A kettle that is connected has to say when its water boils, and nothing else.',
        'Another paragraph begins on the page after it.',
      ].join('\n\n')}\n`,
    );
  });

  it('has its pages as a whole', () => {
    expect(readText(text, { whole: true }).markdown).toContain('Page 1');
  });
});

describe('a printed text', () => {
  const lines = (count: number): string =>
    Array.from(
      { length: count },
      (_, line) =>
        `This is the line ${'abcdefghijklmnopqrstuvwxyz'.charAt(line % 26)} of a page that a book has in it,`,
    ).join('\n');

  it('has no page numbers and running heads in it, and its sentences go on', () => {
    const text = Array.from(
      { length: 6 },
      (_, page) => `${lines(30)}\n\n${page + 11}\n\nTHE KETTLES OF THE NORTH\n\n`,
    ).join('');
    const { markdown } = readText(text);
    expect(markdown).not.toMatch(/\b1\d\b|KETTLES/);
  });

  it('keeps the numbers of its chapters', () => {
    const text = [12, 40, 22, 70, 31].map((length, chapter) => `${chapter + 1}\n\n${lines(length)}.\n\n`).join('');
    for (const number of [1, 2, 3, 4, 5])
      expect(readText(text).markdown).toMatch(new RegExp(`^(?:#+ )?${number}$`, 'm'));
  });
});

describe('the sections of an RFC', () => {
  const rfc = [
    'Network Working Group                                         A. Leaf\nRequest for Comments: 9797                              Example Corp.\n                                                          March 2025\n\n',
    '                   Tea over Transport Protocols\n',
    'Table of Contents\n\n   1.  Introduction\n   2.  The Protocol\n     2.1.  Pots\n     2.2.  Lids\n   Appendix A.  Cups\n   Thanks\n',
    '1.  Introduction\n\n   A protocol to brew tea from afar.\n\n   o  A pot that is empty answers 418, and it does so at once, which is in',
    '\n\n\nLeaf                        Standards Track                    [Page 1]\n\f\nRFC 9797             Tea over Transport Protocols            March 2025\n\n',
    '      the spirit of the thing.\n\n   o  A full one 200.\n',
    '2.  The Protocol\n\n2.1.  Pots\n\n   1.  The client sends BREW.\n\n   2.  The pot answers.\n',
    '3.  Security Considerations\n\n   Hot water.\n\n                      Figure 1: The header of it\n',
    'Thanks\n\n   To all.\n\n\nLeaf                        Standards Track                    [Page 2]\n',
  ].join('\n');
  const { markdown } = readText(rfc);

  it('has its sections by their columns, numbered ones below each other, and captions are none', () => {
    expect(markdown.match(/^#+ .*/gm)).toEqual([
      '## Table of Contents',
      '## 1. Introduction',
      '## 2. The Protocol',
      '### 2.1. Pots',
      '## 3. Security Considerations',
      '## Thanks',
    ]);
    expect(markdown).toContain('1. The client sends BREW.\n2. The pot answers.\n');
  });

  it('has the single bullets of its lists, and a sentence across its pages', () => {
    expect(markdown).toContain(
      '- A pot that is empty answers 418, and it does so at once, which is in the spirit of the thing.\n- A full one 200.\n',
    );
  });

  it('keeps the lines of its contents', () => {
    expect(markdown).toContain(
      '1. Introduction\n2. The Protocol\\\n   2.1. Pots\\\n   2.2. Lids\n\nAppendix A. Cups\\\nThanks\n',
    );
  });
});

describe('a title block', () => {
  it('may head a text with its titles at the margin', () => {
    const body = [
      'Abstract\n\n    This puts forth a mechanism for the brewing of an incoming leaf.\n\nMotivation\n',
      '    - brew(x)\n\nSpecification of it\n\n    Here it is.\n',
    ];
    const { markdown } = readText(`PEP: 246\nTitle: Brewing\nAuthor: Ada Leaf\n\n${body.join('\n')}`);
    expect(markdown.match(/^#+ .*/gm)).toEqual(['## Abstract', '## Motivation', '## Specification of it']);
  });
});

describe('a manual page', () => {
  it('has its name as title, the date of its last line, and neither line', () => {
    const page =
      'CAT(1)          User Commands          CAT(1)\n\nNAME\n       cat - concatenate\n\nAUTHOR\n       Ada Leaf.\n\nGNU 9.1        6 May 2024        CAT(1)\n';
    expect(readText(page)).toEqual({
      title: 'CAT(1)',
      metadata: { date: '2024-05-06' },
      markdown: '## NAME\n\ncat - concatenate\n\n## AUTHOR\n\nAda Leaf.\n',
    });
  });

  it('has its sections and subsections by their columns, whatever their letters, and no other headings', () => {
    const page = [
      'POT(5)                       pot                       POT(5)\n',
      'Name\n       pot - what holds tea\n',
      '[POT] SECTION OPTIONS OF A LONG\nAND WRAPPED TITLE\n       THESE ARE LOUD WORDS\n',
      '   Unit Search Path\n       /etc/pot/*\n       /run/pot/*\n',
      '   Second\n       Words of the second.\n\npot 2.1               2024-05-06               POT(5)\n',
    ].join('\n');
    const { title, metadata, markdown } = readText(page);
    expect(title).toBe('POT(5)');
    expect(metadata).toEqual({ date: '2024-05-06' });
    expect(markdown.match(/^#+ .*/gm)).toEqual([
      '## Name',
      '## \\[POT] SECTION OPTIONS OF A LONG AND WRAPPED TITLE',
      '### Unit Search Path',
      '### Second',
    ]);
    expect(markdown).toContain('THESE ARE LOUD WORDS');
  });

  it('is no page of a text browser, however many of its traces it has', () => {
    const entry = (each: number): string =>
      `       •   Entry ${each}\n\n           ○   one thing\n\n       [    ] a field\n\n  • menu ${each}\n`;
    const entries = Array.from({ length: 30 }, (_, each) => entry(each)).join('\n');
    const page = `CUP(1)   User Commands   CUP(1)\n\nNAME\n       cup - drink\n\nLIST\n${entries}\nSEE ALSO\n       pot(5)\n\ncup 1      May 2024      CUP(1)\n`;
    const { title, markdown } = readText(page);
    expect(title).toBe('CUP(1)');
    expect(markdown.match(/^#+ .*/gm)).toEqual(['## NAME', '## LIST', '## SEE ALSO']);
    for (let each = 0; each < 30; each += 1) expect(markdown).toContain(`Entry ${each}\n`);
  });

  it('is detected by one line, with one space and a long section too', () => {
    for (const first of [
      'a.long-name(5) a.long-name(5)',
      'X(3pm)  Perl Documentation  X(3pm)',
      'tk(3posix) T tk(3posix)',
    ])
      expect(readText(`${first}\n\nNAME\n       x - y\n`).markdown).toBe('## NAME\n\nx - y\n');
    expect(readText('f(x) = 2 g(x)\n\nNAME\n       x\n').title).not.toBe('f(x)');
  });
});

import { describe, expect, it } from 'vitest';
import { repairSentences } from '../../../src/source/plain-text/repair-sentences.ts';

describe('glued sentences', () => {
  it.each([
    ['to a customer.Such financing', 'to a customer. Such financing'],
    ['il l’a dit.Les autres', 'il l’a dit. Les autres'],
    ['in Paris.The mayor', 'in Paris. The mayor'],
    ['en 2019.Le maire', 'en 2019. Le maire'],
    ['it grew 12%.In 2020', 'it grew 12%. In 2020'],
    ['so it is!What now', 'so it is! What now'],
    ['« fin ».Le reste', '« fin ». Le reste'],
    ['he said.“We know', 'he said. “We know'],
    ['a dit Jean.« Nous', 'a dit Jean. « Nous'],
    ['il a affirmé."Je suis là".Et puis', 'il a affirmé. "Je suis là". Et puis'],
    ['"It is so."The end', '"It is so." The end'],
    ['selon l’AFP.En fait', 'selon l’AFP. En fait'],
    ['oh well...And this', 'oh well... And this'],
    ['runs on it.Node.js too', 'runs on it. Node.js too'],
    ['это конец.Это начало', 'это конец. Это начало'],
    ['in Paris.Nobody came', 'in Paris. Nobody came'],
    ['selon l’OTAN.Depuis lors', 'selon l’OTAN. Depuis lors'],
    ['in Berlin.Wir gehen', 'in Berlin. Wir gehen'],
    ['à Paris.Du reste', 'à Paris. Du reste'],
    ['à Paris.L’homme', 'à Paris. L’homme'],
  ])('%s', (glued, separated) => {
    expect(repairSentences(glued)).toBe(separated);
  });

  it('separates two names where the text is full of glued sentences', () => {
    expect(repairSentences('he lives in Paris.Jeanne does not')).toBe('he lives in Paris.Jeanne does not');
    expect(repairSentences('he lives in Paris.Jeanne does not', true)).toBe('he lives in Paris. Jeanne does not');
  });
});

describe('what is left as it is', () => {
  it.each([
    'example.com, Example.Com and Node.js, Vue.Js or ASP.NET',
    '3.14 and 1.000.000, v2.0.1, 10.1.2.3',
    'the constant Math.E, the assertion Assert.Is and Vitamin.E',
    'the U.S. market, the U.S.A., J.R.R. Tolkien, M.Dupont, p.ex. this',
    'https://example.com/A.Path?b=C.Dee and someone@mail.Example.org',
    'README.md, report.PDF, a/b.Cee, file_name.Ext',
    'System.Console.WriteLine(x), foo.Bar(baz), list.addAll',
    'wait... what, and so on…',
    'see ../up and 1..10',
  ])('%s', (text) => {
    expect(repairSentences(text)).toBe(text);
  });
});

describe('doubled punctuation', () => {
  it.each([
    ['one,, two', 'one, two'],
    ['one, , two', 'one, two'],
    ['the end.. A new', 'the end. A new'],
    ['the end. . A new', 'the end. A new'],
    ['the end..', 'the end.'],
    ['so... A new', 'so... A new'],
    ['so. . . A new', 'so. . . A new'],
  ])('%s', (doubled, mended) => {
    expect(repairSentences(doubled)).toBe(mended);
  });
});

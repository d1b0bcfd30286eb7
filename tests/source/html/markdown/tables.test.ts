import { expect, test } from 'vitest';
import { readHtml } from '../../../../src/source/html/html.ts';

test('a cell reaches down to short rows and long ones, and no further', () => {
  const cells = (row: string) => row.split('|').map((cell) => `<td>${cell}</td>`);
  const rows = ['a|b|c', 'd', 'e', 'f|g|h', 'i|j|k'].map((row) => `<tr>${cells(row).join('')}</tr>`).join('');
  const html = `<p>Words.</p><table>${rows.replace('<td>c', '<td rowspan="3">c')}</table>`;
  expect(readHtml(html, { whole: true }).markdown).toContain(
    '| a | b | c |\n| --- | --- | --- |\n| d |  |  |\n| e |  |  |\n| f | g | h |\n| i | j | k |',
  );
});

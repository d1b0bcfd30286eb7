/** What people and programs nest: lists, tables, links, terms, wrappers, styles, each many times deeper than any page is. */
export const nestings: readonly string[] = [
  '<ul><li>',
  '<ol><li><p>',
  '<table><tr><td>',
  '<p><a href="/x">',
  '<dl><dd>',
  '<div>',
  '<b>',
  '<span>',
  '<blockquote>',
  '<font>',
  '<div/>',
  '<section><h2>',
];

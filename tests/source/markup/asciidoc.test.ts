import { expect, test } from 'vitest';
import { readAsciidoc } from '../../../src/source/markup/asciidoc.ts';

test.each([
  ['Term:: Words of it.\n\n* One\n** Two\n* Three', ':   Words of it.\n\n    - One\n      - Two\n    - Three'],
  ['Term:: Words of it.\n* One\n* Two', ':   Words of it.\n\n    - One\n    - Two'],
  ['Term::\n* One\n* Two', ':   - One\n    - Two'],
])('a list below a term is a list: %j', (text, list) => {
  expect(readAsciidoc(text).markdown).toBe(`Term\n${list}\n`);
});

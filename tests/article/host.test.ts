import { expect, test } from 'vitest';
import { asciiHost } from '../../src/article/host.ts';

test.each([
  ['example.org', 'example.org'],
  ['EXAMPLE.org:8080', 'example.org:8080'],
  ['аpple.com', 'xn--pple-43d.com'],
  ['café.fr', 'xn--caf-dma.fr'],
  ['xn--caf-dma.fr', 'xn--caf-dma.fr'],
  ['exa\u200bmple.org', 'example.org'],
  ['a b', undefined],
  ['user@example.org', undefined],
  ['', undefined],
])('%j is looked up as %j', (host, expected) => {
  expect(asciiHost(host)).toBe(expected);
});

import type { Definitions } from '../../src/markdown/definitions.ts';
import { MarkdownDocument } from '../../src/markdown/markdown-document.ts';
import { allParsers } from '../../src/markdown/parsers.ts';

/** Definitions without any, whose inline content both parsers read. */
export function createDefinitions(): Definitions {
  return new MarkdownDocument(allParsers).definitions;
}

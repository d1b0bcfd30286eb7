import { readdirSync, readFileSync } from 'node:fs';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { openDocument } from '../../../../src/source/html/dom/open-document.ts';
import { ArticleFinder } from '../../../../src/source/html/extract/article-finder.ts';

const folder = new URL('../../../fixtures/html/', import.meta.url);
const pages = readdirSync(folder).filter((name) => name.endsWith('.html'));

/** Readability as published, on a whole DOM, is the judge of the one whose measuring methods are replaced. */
test.each(pages)('%s: finds the text that Readability finds', (file) => {
  const html = readFileSync(new URL(file, folder), 'utf8');
  for (const shortest of [50, 250, 100_000]) {
    const found = new ArticleFinder(openDocument(html), shortest).find();
    const judge = new Readability(parseHTML(html).document as never, {
      charThreshold: shortest,
      disableJSONLD: true,
    }).parse();
    expect(found?.textContent).toBe(judge?.textContent);
  }
});

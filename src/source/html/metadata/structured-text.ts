import { escapeMarkdown } from '../../../markdown/escape.ts';
import { decodeReferences } from '../../../text/character-references.ts';
import { cleanText } from '../../../text/sanitize.ts';
import type { LinkedData } from './json-ld.ts';

/** Characters below which a page's own text is thin. */
const thin = 700;

/** The text in a page's JSON-LD: a recipe's ingredients and steps, or a whole article. */
export interface StructuredText {
  readonly recipe: readonly string[];
  readonly body: readonly string[];
}

export function structuredText({ ingredients = [], steps = [], body = '' }: LinkedData): StructuredText {
  const line = (text: string) =>
    escapeMarkdown(
      decodeReferences(text)
        .replace(/<\/?(?:b|i|em|strong|a|span)\b[^>]*>/gi, '')
        .replace(/<\/?[a-z][^>]*>/gi, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    );
  const recipe = [
    ingredients.map((entry) => `- ${line(entry)}`).join('\n'),
    steps.map((entry, at) => `${at + 1}. ${line(entry)}`).join('\n'),
  ].filter(Boolean);
  const paragraphs = body
    .split(/\n\s*\n|<\/p>|<br\s*\/?>\s*<br\s*\/?>/i)
    .map(line)
    .filter(Boolean);
  return { recipe: recipe.map(cleanText), body: paragraphs.map(cleanText) };
}

/** Adds to a thin text what the page's JSON-LD has beyond it: scripts show it later. */
export function withStructuredText(markdown: string, { recipe, body }: StructuredText): string {
  if (recipe.length > 0 && markdown.length < 3 * thin && lacks(markdown, recipe)) {
    return [markdown, ...recipe].filter(Boolean).join('\n\n');
  }
  const length = body.reduce((sum, paragraph) => sum + paragraph.length, 0);
  return markdown.length < thin && length > 2 * markdown.length && length > 250 ? body.join('\n\n') : markdown;
}

/** Reports whether a text lacks more than half of the lines. */
function lacks(markdown: string, blocks: readonly string[]): boolean {
  const lines = blocks.flatMap((block) => block.split('\n')).map((line) => line.replace(/^(?:-|\d+\.) /, ''));
  return lines.filter((line) => !markdown.includes(line)).length > lines.length / 2;
}

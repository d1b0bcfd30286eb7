import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';

const file = readFileSync(new URL('../../articles/amazon-openai.md', import.meta.url), 'utf8');
const [, frontMatter = '', body = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(file) ?? [];
const metadata = parseYaml(frontMatter, { schema: 'failsafe' }) as Record<string, unknown>;

/** What a reader sees: the body, and the texts of the front matter without their YAML quotes. */
const prose = [metadata.title, metadata.description, body].join('\n');

/** Returns each place where the pattern is found, with the text around it: an empty list says that there is none. */
function places(pattern: RegExp, text = prose): string[] {
  return [...text.matchAll(pattern)].map(({ index }) => text.slice(Math.max(0, index - 12), index + 12));
}

describe('the article on Amazon and OpenAI', () => {
  test('has its front matter', () => {
    expect(Object.keys(metadata)).toEqual(['title', 'date', 'lang', 'description', 'tags']);
    expect(metadata).toMatchObject({ date: '2026-01-30', lang: 'fr' });
    const sentences = new Intl.Segmenter('fr', { granularity: 'sentence' }).segment(String(metadata.description));
    expect([...sentences]).toHaveLength(2);
  });

  test('has a lead and five sections', () => {
    expect(body.match(/^#.*$/gm)).toEqual([
      '## Un investissement massif, encore en négociation',
      '## Un partenariat au-delà de l’argent',
      '## Amazon en équilibriste',
      '## OpenAI vers une valorisation record',
      '## Qu’en penser\u202f?',
    ]);
    expect(body.trim()).toMatch(/^\p{Lu}/u);
  });

  test('is some 500 to 800 words long', () => {
    const words = [...new Intl.Segmenter('fr', { granularity: 'word' }).segment(body)].filter(
      (part) => part.isWordLike,
    );
    expect(words.length).toBeGreaterThanOrEqual(500);
    expect(words.length).toBeLessThanOrEqual(800);
    expect(body.split(/\s+/).length).toBeGreaterThanOrEqual(500);
  });

  test('keeps the rules of French typography', () => {
    expect(places(/['"]/g), 'straight quotation mark').toEqual([]);
    expect(places(/(?<!\u00a0):/g), 'a colon without its no-break space').toEqual([]);
    expect(places(/(?<!\u202f)[;!?]/g), 'high punctuation without its narrow no-break space').toEqual([]);
    expect(places(/«(?!\u00a0)|(?<!\u00a0)»/g), 'a guillemet without its no-break space').toEqual([]);
    expect(places(/\d \p{L}/gu), 'a number that may be separated from its noun').toEqual([]);
    expect(places(/\.{3}| - |--|\w’\s/g), 'typewriter punctuation').toEqual([]);
    expect(places(/[^\S\n]{2,}|[^\S\n]$/gm), 'stray space').toEqual([]);
    expect(body.match(/«/g)?.length ?? 0).toBe(body.match(/»/g)?.length ?? 0);
    expect(file, 'composed letters').toBe(file.normalize('NFC'));
  });

  test('names its amounts and its actors, and no others', () => {
    expect(body.match(/\d[\d\s.,]*\d|\d/g)).toEqual(['800']);
    for (const name of ['Amazon', 'OpenAI', 'Nvidia', 'SoftBank', 'Sam Altman', 'Moyen-Orient']) {
      expect(body).toContain(name);
    }
    expect(body).not.toMatch(/Anthropic|Microsoft|Google|AWS|Claude|ChatGPT|Alexa/);
  });
});

import type { Section } from './article-tree.ts';

/** Walks sections and all their subsections in reading order. */
export function* eachSection(sections: Iterable<Section>): Generator<Section> {
  for (const section of sections) {
    yield section;
    yield* eachSection(section.sections);
  }
}

/** Returns the Markdown of a section and of all its subsections. */
export function wholeSource({ source, sections }: Section): string {
  return source + sections.map(wholeSource).join('');
}

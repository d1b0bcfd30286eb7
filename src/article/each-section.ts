import type { Section } from './article-tree.ts';

/** Walks sections and all their subsections in reading order. */
export function* eachSection(sections: Iterable<Section>): Generator<Section> {
  for (const section of sections) {
    yield section;
    yield* eachSection(section.sections);
  }
}

import type { Section } from './types.ts';

/** Sections with all their subsections, in the order of reading. */
export function* eachSection(sections: Iterable<Section>): Generator<Section> {
  for (const section of sections) {
    yield section;
    yield* eachSection(section.sections);
  }
}

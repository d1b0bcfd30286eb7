import type { Section } from '../article/types.ts';
import type { SectionSummary } from '../view/types.ts';
import type { Labels } from './labels.ts';

/** What a summary says of one section: its sentence, or how many words it has and those that it begins with. */
export function sectionSummaryText({ section, sentence, beginning }: SectionSummary, labels: Labels): string {
  if (sentence) return sentence.text;
  const words = labels.words(section.words);
  return beginning ? `${words}: ${beginning}` : words;
}

/** A section's number as a reader names it: `lead` for the lead. */
export function sectionName({ number, level }: Section): string {
  return level === 0 ? 'lead' : number;
}

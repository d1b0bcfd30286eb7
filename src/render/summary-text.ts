import type { Section } from '../article/article-tree.ts';
import type { SectionSummary, SummaryView } from '../view/view.ts';
import type { Labels } from './labels.ts';

/** Writes a section's line of a summary: its sentence, or its number of words and its first ones. */
export function sectionSummaryText({ section, sentence, beginning }: SectionSummary, labels: Labels): string {
  if (sentence) return sentence.text;
  const words = labels.words(section.words);
  return beginning ? `${words}: ${beginning}` : words;
}

/** Returns a section's number as a reader names it: `lead` for the lead. */
export function sectionName({ number, level }: Section): string {
  return level === 0 ? 'lead' : number;
}

/**
 * Joins a summary to lines of running text: the abstract has one of its own, and a phrase without a full stop ends one.
 * `clean` is applied to each text.
 */
export function summaryLines({ abstract, sentences }: SummaryView, clean: (text: string) => string): readonly string[] {
  const lines: string[] = [];
  let line = '';
  const end = () => {
    if (line) lines.push(line);
    line = '';
  };
  if (abstract) lines.push(clean(abstract));
  for (const sentence of sentences) {
    const text = clean(sentence.text);
    // Chinese and Japanese put no space after a full stop.
    line += line && text && !/[。！？」』]$/.test(line) ? ` ${text}` : text;
    if (!/\p{P}$/u.test(text) || /[:：,;]$/.test(text)) end();
  }
  end();
  return lines;
}

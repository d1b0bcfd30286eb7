/** The few words that the page itself says, in the article's language where we have it, else in English. */
export interface Labels {
  readonly sections: (count: number) => string;
  readonly minutes: (count: number) => string;
  readonly words: (count: number) => string;
  readonly notes: string;
  readonly image: string;
  readonly quote: string;
  readonly done: string;
  readonly open: string;
  readonly alerts: Readonly<Record<'note' | 'tip' | 'important' | 'warning' | 'caution', string>>;
}

const english: Labels = {
  sections: (count) => `${count} ${count === 1 ? 'section' : 'sections'}`,
  minutes: (count) => `${count}\u00a0min`,
  words: (count) => `${count} ${count === 1 ? 'word' : 'words'}`,
  notes: 'Notes',
  image: 'Image',
  quote: 'Quote',
  done: 'done',
  open: 'to do',
  alerts: { note: 'Note', tip: 'Tip', important: 'Important', warning: 'Warning', caution: 'Caution' },
};

const french: Labels = {
  sections: (count) => `${count} ${count < 2 ? 'section' : 'sections'}`,
  minutes: (count) => `${count}\u00a0min`,
  words: (count) => `${count} ${count < 2 ? 'mot' : 'mots'}`,
  notes: 'Notes',
  image: 'Image',
  quote: 'Citation',
  done: 'fait',
  open: 'à faire',
  alerts: { note: 'Note', tip: 'Astuce', important: 'Important', warning: 'Attention', caution: 'Prudence' },
};

/** The page's words for a BCP 47 tag: French for `fr` and its kin, English for all others. */
export function labelsFor(language: string | undefined): Labels {
  return isFrench(language) ? french : english;
}

export function isFrench(language: string | undefined): boolean {
  return /^fr\b/i.test(language ?? '');
}

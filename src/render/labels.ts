/** The few words that the page itself says, in the article's language where it is French, else in English. */
export interface Labels {
  readonly sections: (count: number) => string;
  readonly minutes: (count: number) => string;
  readonly words: (count: number) => string;
  readonly lines: (first: number, last: number) => string;
  /** How many places were found, in how many sections. */
  readonly found: (places: number, sections: number) => string;
  /** How much has been read, from 0 to 1. */
  readonly read: (share: number) => string;
  readonly notes: string;
  readonly image: string;
  readonly quote: string;
  readonly done: string;
  readonly open: string;
  readonly alerts: Readonly<Record<'note' | 'tip' | 'important' | 'warning' | 'caution', string>>;
}

/** Formats minutes, from an hour on as hours and minutes: `2 h 43`. */
function minutes(count: number): string {
  if (count < 60) return `${count}\u00a0min`;
  return `${Math.floor(count / 60)}\u00a0h\u00a0${String(count % 60).padStart(2, '0')}`;
}

/** Returns the per cent, from 1 to 99. */
function percent(share: number): number {
  return Math.min(99, Math.max(1, Math.round(share * 100)));
}

const english: Labels = {
  sections: (count) => `${count} ${count === 1 ? 'section' : 'sections'}`,
  minutes,
  words: (count) => `${count} ${count === 1 ? 'word' : 'words'}`,
  lines: (first, last) => `lines ${first}-${last}`,
  found: (places, sections) => `${places} places in ${sections} ${sections === 1 ? 'section' : 'sections'}`,
  read: (share) => (share <= 0 ? 'unread' : share >= 1 ? 'read' : `${percent(share)}\u00a0% read`),
  notes: 'Notes',
  image: 'Image',
  quote: 'Quote',
  done: 'done',
  open: 'to do',
  alerts: { note: 'Note', tip: 'Tip', important: 'Important', warning: 'Warning', caution: 'Caution' },
};

const french: Labels = {
  sections: (count) => `${count} ${count < 2 ? 'section' : 'sections'}`,
  minutes,
  words: (count) => `${count} ${count < 2 ? 'mot' : 'mots'}`,
  lines: (first, last) => `lignes ${first}-${last}`,
  found: (places, sections) => `${places} endroits dans ${sections} ${sections < 2 ? 'section' : 'sections'}`,
  read: (share) => (share <= 0 ? 'non lu' : share >= 1 ? 'lu' : `lu à ${percent(share)}\u00a0%`),
  notes: 'Notes',
  image: 'Image',
  quote: 'Citation',
  done: 'fait',
  open: 'à faire',
  alerts: { note: 'Note', tip: 'Astuce', important: 'Important', warning: 'Attention', caution: 'Prudence' },
};

/** Returns the page's own words for a BCP 47 tag: French for `fr` and `fr-…`, English for all others. */
export function labelsFor(language: string | undefined): Labels {
  return isFrench(language) ? french : english;
}

export function isFrench(language: string | undefined): boolean {
  return /^fr\b/i.test(language ?? '');
}

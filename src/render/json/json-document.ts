import type { Metadata } from '../../article/article-tree.ts';
import type { FoundCode, FoundLink, FoundTable, Match, SummarySentence } from '../../view/view.ts';

/** What `--format json` prints, by `article.schema.json`. */
export type JsonDocument =
  | (JsonAbout<'article'> & { readonly lead: JsonSection; readonly sections: readonly JsonSection[] })
  | (JsonAbout<'sections'> & { readonly sections: readonly JsonSection[] })
  | (JsonAbout<'outline'> & { readonly sections: readonly JsonEntry[] })
  | (JsonAbout<'summary'> & {
      readonly sentences: readonly JsonSentence[];
      readonly each?: readonly JsonSectionSummary[];
    })
  | (JsonAbout<'matches'> & {
      readonly source?: string;
      readonly patterns: readonly string[];
      readonly matches: readonly JsonMatch[];
    })
  | (JsonAbout<'counts'> & {
      readonly source?: string;
      readonly patterns: readonly string[];
      readonly counts: readonly { readonly hits: number; readonly section: JsonPlace }[];
    })
  | (JsonAbout<'links'> & { readonly links: readonly JsonLink[] })
  | (JsonAbout<'code'> & { readonly blocks: readonly JsonCode[] })
  | (JsonAbout<'tables'> & { readonly tables: readonly JsonTable[] })
  | { readonly kind: 'shelf'; readonly articles: readonly JsonShelfEntry[] };

/** An article on the shelf, by its name. */
export type JsonShelfEntry = JsonAbout<'article'> & {
  readonly name: string;
  /** How much of it has been read in the full screen, from 0 to 1; left out where that is not known. */
  readonly read?: number;
};

/** The facts about its article in every document. */
export type JsonAbout<Kind extends string> = Metadata & {
  readonly kind: Kind;
  /** Empty where the article names none. */
  readonly title: string;
  readonly words: number;
  readonly minutes: number;
};

/** The section that contains something. */
export interface JsonPlace {
  readonly number: string;
  readonly id: string;
  readonly title: string;
}

/** A section of the list of sections; words and minutes include its subsections. */
export interface JsonEntry extends JsonPlace {
  readonly level: number;
  readonly line: number;
  readonly endLine: number;
  readonly words: number;
  readonly minutes: number;
  readonly sections: readonly JsonEntry[];
}

/** A section with its own text. */
export interface JsonSection extends JsonEntry {
  readonly text: string;
  readonly markdown: string;
  readonly sections: readonly JsonSection[];
}

/** What a view found, with the number, id and title of its section. */
type Placed<Found> = Omit<Found, 'section'> & { readonly section: JsonPlace };

export type JsonSentence = Placed<SummarySentence>;

export interface JsonSectionSummary extends JsonPlace {
  readonly words: number;
  readonly sentence?: JsonSentence;
  readonly beginning?: string;
}

export type JsonMatch = Placed<Match>;

export type JsonLink = Placed<FoundLink>;

export type JsonCode = Placed<Omit<FoundCode, 'code'>> & { readonly text: string };

export type JsonTable = Placed<Omit<FoundTable, 'table'>>;

import type { Article } from '../../article/article-tree.ts';
import type { Page, ThemeName } from '../../render/page.ts';
import type { Tools } from '../../render/tools.ts';
import type { Matcher } from '../../view/search/matcher.ts';
import type { InputEvent } from '../keys/decode.ts';
import type { Layout, Position } from '../layout/layout.ts';
import type { Anchor } from '../layout/position.ts';
import type { Place } from '../places/place.ts';
import type { Hits } from './hits.ts';

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** An open text, and where it came from. */
export interface OpenText {
  readonly article: Article;
  /** What opens it again, as typed; none for standard input. */
  readonly source?: string;
  /** The absolute path of its file. */
  readonly path?: string;
  /** Its name where it has no title: that of its file. */
  readonly name?: string;
  /** The address of its page. */
  readonly address?: string;
  /** Bookmarks by letter. */
  readonly marks: Readonly<Record<string, Place>>;
  /** The length of the whole source, where this is only its beginning and the rest is being parsed. */
  readonly whole?: number;
}

/** The appearance of the text. */
export interface Look {
  /** The page without its width. */
  readonly page: Page;
  /** The most columns of a line of text, margins included. */
  readonly measure: number;
  /** The initial {@link measure}. */
  readonly usual: number;
  readonly theme: ThemeName;
  readonly tools: Tools;
}

/** A link by its unit and its index among the links in it. */
export interface LinkReference {
  readonly unit: number;
  readonly index: number;
}

/** An entry of a list to choose from. */
export interface Entry {
  /** What it opens: a section's index, or a source. */
  readonly target: number | string;
  readonly label: string;
  /** Shown at the right of the label. */
  readonly detail: string;
  /** The label's indentation, in columns. */
  readonly indent: number;
  /** The label as it is compared. */
  readonly folded: string;
}

/** A list over the text: the contents, or the texts read last. */
export interface ListMode {
  readonly kind: 'list';
  readonly title: string;
  readonly entries: readonly Entry[];
  readonly filter: string;
  /** The index of the selected entry among those that pass the filter. */
  readonly cursor: number;
}

type Mode =
  | { readonly kind: 'text' }
  | { readonly kind: 'pane' }
  | ListMode
  | { readonly kind: 'search'; readonly typed: string; readonly regexp: boolean; readonly from: Position }
  /** `base` is what was typed before Tab completed it, for the `turn`-th time. */
  | { readonly kind: 'go'; readonly typed: string; readonly base?: string; readonly turn?: number }
  | { readonly kind: 'links'; readonly typed: string; readonly links: readonly LinkReference[] }
  | { readonly kind: 'help'; readonly top: number }
  | { readonly kind: 'footnote'; readonly number: number };

export const textMode = { kind: 'text' } as const;

/** A mode of one kind. */
export type ModeOf<Kind extends Mode['kind']> = Extract<Mode, { kind: Kind }>;

/** The contents beside the text. */
export interface Pane {
  /** Shown or hidden by the reader; else shown where there is room. */
  readonly shown?: boolean;
  /** Its columns, where the reader has dragged its border. */
  readonly width?: number;
  /** The index of the selected section, while the cursor is in the contents. */
  readonly cursor: number;
  readonly folded: ReadonlySet<number>;
  /** The best sentence of each section, once they are requested. */
  readonly sentences?: ReadonlyMap<number, string>;
}

/** A search and its hits. */
export interface Search {
  readonly pattern: string;
  readonly regexp: boolean;
  readonly hits: Hits;
  /** The current hit. */
  readonly current?: { readonly unit: number; readonly index: number };
  /** Set while the next hit is being searched for. */
  readonly seeking?: Seeking;
}

/** The search for the next hit: its unit and index, and how many units are left to search. */
export interface Seeking {
  readonly unit: number;
  /** The hit of that unit, or the nearest one after it in the direction. */
  readonly index: number;
  readonly direction: 1 | -1;
  readonly left: number;
}

/** A text and a place in it to go back to. */
interface Visit {
  readonly text: OpenText;
  readonly place: Place;
}

/** Everything needed to draw the screen and to interpret the next key. */
export interface State {
  readonly size: Size;
  readonly text: OpenText;
  readonly look: Look;
  readonly layout: Layout;
  readonly top: Position;
  /** The place at the top, kept while only the width changes. */
  readonly anchor?: Anchor;
  /** The columns by which lines wider than the screen are scrolled sideways. */
  readonly shift: number;
  /** The digits typed before a key. */
  readonly count: string;
  /** A key that waits for another: `m`, `'` or `Z`. */
  readonly pending?: string;
  readonly mode: Mode;
  readonly pane: Pane;
  readonly search?: Search;
  readonly link?: LinkReference;
  readonly message?: string;
  /** The place before the last jump. */
  readonly before?: Place;
  readonly past: readonly Visit[];
  readonly future: readonly Visit[];
  /** Whether the mouse is captured. */
  readonly mouse: boolean;
  /** Whether the mouse is dragging the border of the contents. */
  readonly dragging: boolean;
  /** Whether the file is watched for changes. */
  readonly watch: boolean;
  /** The units that have changed since the text was read before. */
  readonly changed: ReadonlySet<number>;
  /** Counts the messages that are shown for a moment only. */
  readonly moment: number;
}

/** An event of a reader. */
export type ReaderEvent =
  | InputEvent
  | { readonly type: 'resize'; readonly size: Size }
  /** Another text; `at` is where to begin. */
  | { readonly type: 'opened'; readonly text: OpenText; readonly at?: Place | string; readonly from?: 'link' | 'list' }
  /** The same text, read again; `rest` where only its beginning was there before. */
  | { readonly type: 'reloaded'; readonly text: OpenText; readonly reason: 'file' | 'rest' | 'requested' }
  | { readonly type: 'matcher'; readonly pattern: string; readonly regexp: boolean; readonly find: Matcher }
  | { readonly type: 'sentences'; readonly sentences: ReadonlyMap<number, string> }
  | { readonly type: 'tools'; readonly tools: Tools }
  | { readonly type: 'texts'; readonly entries: readonly Entry[] }
  | { readonly type: 'message'; readonly text: string; readonly lasting?: boolean }
  /** The time of a message is over. */
  | { readonly type: 'expired'; readonly moment: number }
  /** Nothing else is to be done: a search may continue. */
  | { readonly type: 'idle' };

/** What a reader requests from its surroundings. */
export type Effect =
  | { readonly type: 'quit' }
  | { readonly type: 'suspend' }
  | { readonly type: 'redraw' }
  | { readonly type: 'copy'; readonly text: string; readonly what: string }
  | { readonly type: 'open'; readonly source: string; readonly fragment?: string; readonly from: 'link' | 'list' }
  | { readonly type: 'browse'; readonly address: string }
  | { readonly type: 'edit'; readonly path: string; readonly line: number }
  | { readonly type: 'reload' }
  | { readonly type: 'match'; readonly pattern: string; readonly regexp: boolean }
  | { readonly type: 'sentences' }
  | { readonly type: 'expire'; readonly moment: number; readonly after: number }
  | { readonly type: 'mouse'; readonly captured: boolean }
  /** Another text is shown: the place in the previous one is to be stored. */
  | { readonly type: 'keep'; readonly text: OpenText; readonly place: Place; readonly read: number }
  | { readonly type: 'watch'; readonly path: string | undefined };

export interface Step {
  readonly state: State;
  readonly effects: readonly Effect[];
}

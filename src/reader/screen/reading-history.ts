import { foldedWords } from '../../text/fold.ts';
import { cleanLine } from '../../text/sanitize.ts';
import { ago, type KeptText, keepText, keyOf, listKept, readKept } from '../places/store.ts';
import type { Effect, Entry, OpenText } from '../state/model.ts';

/** The places where texts were left; without a folder none are stored. */
export class ReadingHistory {
  constructor(
    readonly folder: string | undefined,
    readonly now: () => number,
  ) {}

  /** Whether nothing was ever read here. */
  get isEmpty(): boolean {
    return listKept(this.folder).length === 0;
  }

  /** Reads what is stored of a text. */
  find(text: OpenText): KeptText | undefined {
    return readKept(this.folder, keyOf(text));
  }

  /** Formats how long ago a text was left. */
  ago({ time }: KeptText): string {
    return ago(time, this.now());
  }

  keep({ text, place, read }: Extract<Effect, { type: 'keep' }>): void {
    if (this.folder === undefined) return;
    keepText(this.folder, {
      key: keyOf(text),
      ...(text.source !== undefined && { source: text.source }),
      title: cleanLine(text.article.title || (text.name ?? '')),
      place,
      read,
      marks: text.marks,
      time: this.now(),
    });
  }

  /** Lists the texts read last, with their progress, and then the rest of a shelf. */
  texts(shelf: readonly Entry[]): readonly Entry[] {
    const kept = listKept(this.folder).filter(({ source }) => source !== undefined);
    const titles = kept.map(({ title }) => title);
    const last = kept.map((each): Entry => {
      const source = cleanLine(each.source ?? '');
      // Texts with the same title are distinguished by where they are.
      const isAlone = titles.indexOf(each.title) === titles.lastIndexOf(each.title);
      const label = each.title === '' ? source : isAlone ? each.title : `${each.title} (${source})`;
      const detail = `${Math.floor(each.read * 100)}\u00a0% · ${this.ago(each)}`;
      const folded = foldedWords(`${each.title} ${source}`).join(' ');
      return { target: each.source ?? '', label, detail, indent: 0, folded };
    });
    const known = new Set(last.map(({ target }) => target));
    return [...last, ...shelf.filter(({ target }) => !known.has(target))];
  }
}

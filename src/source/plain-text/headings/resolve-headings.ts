import type { LineLayout } from '../lines/line-layout.ts';
import type { TextBlock } from '../text-block.ts';
import type { Draft, Drafts } from './candidate.ts';
import { headingLevels } from './heading-levels.ts';
import { isSubtitle, isTitleCase } from './heading-shape.ts';
import { selectHeadings } from './select-headings.ts';

/** Turns accepted candidates into headings, with levels by their kind, the others into plain blocks. */
export function resolveHeadings(drafts: readonly Draft[], layout: LineLayout): TextBlock[] {
  const joined = joinSubtitles(drafts);
  const heads = selectHeadings(joined, layout);
  const levels = headingLevels(joined, heads);
  const blocks: TextBlock[] = [];
  let level = 0;
  for (const [at, draft] of joined.entries()) {
    if (draft.kind !== 'candidate') {
      blocks.push(draft);
    } else if (heads.has(at)) {
      level = Math.min(levels.get(at) ?? 2, level === 0 ? 2 : level + 1);
      blocks.push({ kind: 'heading', level, text: draft.text });
    } else if (draft.fallback) {
      blocks.push(draft.fallback);
    } else {
      blocks.push(
        draft.lines.length > 1 ? { kind: 'verse', lines: draft.lines } : { kind: 'paragraph', text: draft.text },
      );
    }
  }
  return blocks;
}

/** Joins `CHAPTER I` and the title of that chapter, below it after a blank line, into one heading. */
function joinSubtitles(drafts: Drafts): Drafts {
  const joined: Draft[] = [];
  for (let at = 0; at < drafts.length; at++) {
    const draft = drafts[at];
    const next = drafts[at + 1];
    const after = drafts[at + 2];
    if (!draft) break;
    if (
      draft.kind === 'candidate' &&
      ((draft.shape.kind === 'division' && draft.shape.bare) || draft.shape.kind === 'numeral') &&
      after &&
      after.kind !== 'candidate' &&
      isSubtitleOf(next)
    ) {
      const dash = /[\p{L}\p{N}]$/u.test(draft.text) ? ' –' : '';
      joined.push({ ...draft, text: `${draft.text}${dash} ${next.text}`, lines: draft.lines.concat(next.text) });
      at++;
    } else {
      joined.push(draft);
    }
  }
  return joined;
}

function isSubtitleOf(next: Draft | undefined): next is Draft & { readonly text: string } {
  if (next?.kind === 'candidate') {
    return (next.shape.kind === 'plain' || next.shape.kind === 'capitals') && !next.underline;
  }
  return next?.kind === 'paragraph' && next.text.length <= 70 && isSubtitle(next.text) && isTitleCase(next.text);
}

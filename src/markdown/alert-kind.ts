import { groupsByName } from '../text/groups-by-name.ts';

/** One of GitHub's five kinds of alerts. */
export type AlertKind = 'note' | 'tip' | 'important' | 'warning' | 'caution';

/**
 * The kinds of Obsidian's callouts, of VitePress's, Docusaurus's and MyST's containers, and of the admonitions of
 * Sphinx, AsciiDoc and documentation pages.
 */
export const alertKinds = groupsByName<AlertKind>({
  note: 'note seealso todo info abstract example',
  tip: 'tip hint success check done',
  important: 'important question help faq',
  warning: 'warning attention',
  caution: 'caution danger error bug failure fail missing',
});

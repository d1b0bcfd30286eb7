import type { Article, Section } from '../../article/article-tree.ts';
import type { Block } from '../../markdown/syntax-tree.ts';
import { plainPage, usualWidth } from '../../render/page.ts';
import type { System } from '../../system.ts';
import type { SectionsView } from '../../view/view.ts';
import { Layout } from '../layout/layout.ts';
import { origin } from '../screen/open-text.ts';
import { findPlace } from './place.ts';
import { keyOf, placesFolder, readKept } from './store.ts';

/** Returns the rest of an article from where its reader was; undefined where that is unknown, or its beginning. */
export async function restOf(
  article: Article,
  source: string | undefined,
  system: System,
): Promise<SectionsView | undefined> {
  const text = { article, ...(await origin(source, article.metadata.address, system)) };
  const kept = readKept(await placesFolder(system), keyOf(text));
  if (!kept || kept.place.fraction === 0) return undefined;
  const layout = new Layout(article, { ...plainPage, width: usualWidth }, {});
  const { unit } = findPlace(layout, kept.place);
  const section = layout.sections[layout.sectionAt(unit)];
  if (!section) return undefined;
  const block = layout.blockAt(unit);
  return { kind: 'sections', article, sections: [restOfSection(section, block), ...sectionsAfter(article, section)] };
}

/** Returns a section from a block on, its subsections included; the whole of it where the place is its heading. */
function restOfSection(section: Section, from: Block | undefined): Section {
  if (from === undefined) return section;
  const blocks = [...section.blocks];
  const { heading: _, ...rest } = { ...section, words: section.words };
  return {
    ...rest,
    blocks: blocks.slice(Math.max(0, blocks.indexOf(from))),
  };
}

/** Returns the sections that follow one and its subsections. */
function sectionsAfter({ lead, sections }: Article, section: Section): readonly Section[] {
  if (section === lead) return sections;
  const inTree = (among: readonly Section[]): readonly Section[] | undefined => {
    for (const [index, each] of among.entries()) {
      const after = each === section ? [] : inTree(each.sections);
      if (after) return [...after, ...among.slice(index + 1)];
    }
    return undefined;
  };
  return inTree(sections) ?? [];
}

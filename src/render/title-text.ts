import type { Article } from '../article/article-tree.ts';

/** Returns the title without the site's name at its end, as in pages' titles: the facts name the site. */
export function titleWithoutSite({ title, metadata: { site } }: Article): string {
  if (!site || !title.toLowerCase().endsWith(site.toLowerCase())) return title;
  const before = title.slice(0, title.length - site.length);
  return /\S\s+[-|–—·•:»]\s+$/.test(before) ? before.replace(/\s+\S\s+$/, '') : title;
}

import type { Article, Section } from '../article/article-tree.ts';
import type { System } from '../system.ts';
import { chooseSections } from './choose-sections.ts';
import { loadSource } from './load-source.ts';
import type { SectionOptions, SourceOptions } from './options.ts';
import { splitRequest } from './split-request.ts';

/** Loads the article of one source, and the sections named: the left half of the pipeline. */
export async function loadSections(
  arguments_: readonly string[],
  options: SourceOptions & SectionOptions,
  system: System,
): Promise<{ readonly article: Article; readonly sections?: readonly Section[] }> {
  const request = await splitRequest(arguments_, options, system);
  const article = await loadSource(request.source, options, system);
  const sections = await chooseSections(article, request, system, options);
  return { article, ...(sections && { sections }) };
}

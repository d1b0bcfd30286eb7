import type { Article, Section } from '../../article/types.ts';
import type { SummaryView } from '../types.ts';

export interface SummarizeOptions {
  readonly sections?: readonly Section[];
  readonly sentences?: number;
}

export function summarize(article: Article, _options: SummarizeOptions = {}): SummaryView {
  return { kind: 'summary', article, sentences: [] };
}

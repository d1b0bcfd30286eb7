import type { Article, Section } from '../../article/article-tree.ts';
import { UserError } from '../../errors.ts';
import { infoLanguage } from '../../markdown/info-language.ts';
import type { CodeView, FoundCode } from '../view.ts';
import { eachBlock } from './walk.ts';

/** The choice of blocks of code. */
export interface CodeOptions {
  /** Some sections of the article, their subsections included; else the whole. */
  readonly sections?: readonly Section[] | undefined;
  /** The language that a fence names, in whatever case. */
  readonly language?: string | undefined;
  /** The one of that number alone, from 1. */
  readonly number?: number | undefined;
}

/**
 * Lists the blocks of code.
 *
 * @throws UserError when there are fewer than `number`.
 */
export function findCode(article: Article, { sections, language, number }: CodeOptions = {}): CodeView {
  const wanted = language?.toLowerCase();
  const found = allCode(article, sections).filter(
    (one) => wanted === undefined || one.language.toLowerCase() === wanted,
  );
  const blocks = found.map((one, index) => ({ number: index + 1, ...one }));
  if (number === undefined || blocks.length === 0) return { kind: 'code', article, blocks };
  const block = blocks[number - 1];
  if (block) return { kind: 'code', article, blocks: [block] };
  throw new UserError(`There ${blocks.length === 1 ? 'is 1 block' : `are ${blocks.length} blocks`} of code.`, {
    hint: `Name one from 1 to ${blocks.length}.`,
  });
}

/** Creates the error for an article without such code, with the languages that it has. */
export function noCode(article: Article, { sections, language }: CodeOptions): UserError {
  const all = allCode(article, sections);
  if (language === undefined || all.length === 0) return new UserError('There is no block of code.');
  const languages = [...new Set(all.map((one) => one.language))].filter(Boolean);
  const missing = language === '' ? 'that names no language' : `in “${language}”`;
  return new UserError(`There is no block of code ${missing}.`, {
    hint: languages.length > 0 ? `There is ${languages.join(', ')}.` : 'No block names its language.',
  });
}

function allCode(article: Article, sections: readonly Section[] | undefined): readonly Omit<FoundCode, 'number'>[] {
  const all: Omit<FoundCode, 'number'>[] = [];
  for (const { block, section, line } of eachBlock(article, sections)) {
    if (block.type === 'code') all.push({ code: block, language: infoLanguage(block.lang), section, line });
  }
  return all;
}

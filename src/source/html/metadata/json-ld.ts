import { isRecord } from '../../../text/own-property.ts';
import type { DomDocument } from '../dom/dom-document.ts';

/** A page's JSON-LD about its article, unchanged: the values may contain character references and markup. */
export interface LinkedData {
  title?: string;
  name?: string;
  date?: string;
  author?: string;
  language?: string;
  site?: string;
  address?: string;
  abstract?: string;
  tags?: readonly string[];
  /** The whole text, which some publishers include. */
  body?: string;
  /** A recipe's ingredients and steps. */
  ingredients?: readonly string[];
  steps?: readonly string[];
}

const articleType =
  /^(?:\w*Article|BlogPosting|LiveBlogPosting|SocialMediaPosting|DiscussionForumPosting|Report|Review|APIReference|Recipe)$/;

/** Reads the first article of all `application/ld+json` blocks; invalid JSON is skipped. */
export function linkedData(document: DomDocument): LinkedData {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const article = findArticle(parse(script.textContent));
    if (article) return describe(article);
  }
  return {};
}

type Json = { readonly [key: string]: unknown };

function parse(text: string): unknown {
  const json = text.replace(/^\s*(?:<!--|\/\*<!\[CDATA\[\*\/|<!\[CDATA\[)|(?:-->|\/\*\]\]>\*\/|\]\]>)\s*;?\s*$/g, '');
  try {
    return JSON.parse(json);
  } catch {
    try {
      // Raw line ends within strings are the most common fault.
      return JSON.parse(json.replace(/[\0-\x1f]+/g, ' '));
    } catch {
      return undefined;
    }
  }
}

function findArticle(root: unknown): Json | undefined {
  const waiting: unknown[] = [root];
  for (let seen = 0; waiting.length > 0 && seen < 1000; seen++) {
    const value = waiting.shift();
    if (Array.isArray(value)) waiting.push(...value.slice(0, 100));
    else if (isRecord(value)) {
      if (
        list(value['@type']).some((type) => typeof type === 'string' && articleType.test(type.replace(/^.*[/#]/, '')))
      ) {
        return value;
      }
      waiting.push(value['@graph'], value.mainEntity);
    }
  }
  return undefined;
}

function describe(article: Json): LinkedData {
  const data: LinkedData = {};
  const put = <K extends keyof LinkedData>(key: K, value: LinkedData[K] | undefined) => {
    if (value) data[key] = value;
  };
  put('title', text(article.headline));
  put('name', text(article.name));
  put('date', text(article.datePublished) ?? text(article.dateCreated));
  put('author', names(article.author) ?? names(article.creator));
  put('language', text(article.inLanguage));
  put('site', names(article.publisher));
  put('address', text(article.url) ?? text(article.mainEntityOfPage));
  put('abstract', text(article.abstract) ?? text(article.description));
  put('body', text(article.articleBody) ?? text(article.reviewBody));
  const keywords = list(article.keywords).flatMap((tag) => (typeof tag === 'string' ? tag.split(',') : []));
  const tags = keywords.map((tag) => tag.trim()).filter(Boolean);
  if (tags.length > 0) data.tags = tags.slice(0, 20);
  const ingredients = list(article.recipeIngredient).flatMap((entry) => text(entry) ?? []);
  if (ingredients.length > 0) data.ingredients = ingredients.slice(0, 200);
  const steps = list(article.recipeInstructions).flatMap((entry) => stepsOf(entry));
  if (steps.length > 0) data.steps = steps.slice(0, 200);
  return data;
}

/** Returns the steps in a recipe's instructions: texts, steps, or sections of steps. */
function stepsOf(value: unknown, depth = 0): readonly string[] {
  if (typeof value === 'string') return value.split(/\n+/).flatMap((line) => line.trim() || []);
  if (!isRecord(value) || depth > 3) return [];
  if (value.itemListElement) return list(value.itemListElement).flatMap((entry) => stepsOf(entry, depth + 1));
  return text(value.text ?? value.name) ? [text(value.text ?? value.name) ?? ''] : [];
}

function names(value: unknown): string | undefined {
  const found = list(value).flatMap((entry) => text(isRecord(entry) ? entry.name : entry) ?? []);
  return [...new Set(found.map((name) => name.trim()).filter(Boolean))].slice(0, 10).join(', ') || undefined;
}

function text(value: unknown, depth = 0): string | undefined {
  if (typeof value === 'string') return value.trim() || undefined;
  if (depth > 3) return undefined;
  if (Array.isArray(value)) return text(value[0], depth + 1);
  if (isRecord(value)) return text(value['@value'] ?? value['@id'] ?? value.name, depth + 1);
  return undefined;
}

function list(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

import type { Hyphenator } from './tools.ts';

/** The languages whose patterns are brought along, each a file of its own. */
const patterns = {
  en: () => import('hyphen/en-us'),
  es: () => import('hyphen/es'),
  fr: () => import('hyphen/fr'),
  it: () => import('hyphen/it'),
};

/** Words that are common in one of these languages and in none of the others. */
const common: Readonly<Record<keyof typeof patterns, RegExp>> = {
  en: /\b(?:the|and|of|with|that)\b/gi,
  es: /\b(?:el|los|las|que|por|una)\b/gi,
  fr: /\b(?:le|les|des|est|dans|une)\b/gi,
  it: /\b(?:il|gli|che|della|sono|di)\b/gi,
};

/** A word of six letters and more that is no piece of a name, a path or an address. */
const word = /(?<![\p{L}\p{N}./@_\u00ad-])\p{L}{6,}(?![\p{L}\p{N}\u00ad/@_-]|\.\p{L})/gu;

/**
 * Loads the patterns of a language, by its tag or else by the commonest words of a text; `undefined` where there are none.
 * At least two letters stay before a hyphen and three after.
 */
export async function loadHyphenator(language: string | undefined, text: string): Promise<Hyphenator | undefined> {
  const name = language === undefined ? languageOf(text) : language.slice(0, 2).toLowerCase();
  if (!name || !Object.hasOwn(patterns, name)) return undefined;
  const { hyphenateSync } = (await patterns[name as keyof typeof patterns]()).default;
  return (given) =>
    given.replace(word, (whole) => hyphenateSync(whole, { hyphenChar: '\u00ad' }).replace(tooNearTheEdge, '$1$2'));
}

const tooNearTheEdge = /(^\p{L})\u00ad|\u00ad(\p{L}{1,2}$)/gu;

function languageOf(text: string): string | undefined {
  const sample = text.slice(0, 20_000);
  let best: string | undefined;
  let most = 3;
  for (const [name, pattern] of Object.entries(common)) {
    const count = sample.match(pattern)?.length ?? 0;
    if (count > most) [best, most] = [name, count];
  }
  return best;
}

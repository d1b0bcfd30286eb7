import type { DomElement } from '../dom/dom-element.ts';

/**
 * Words in a class, an id or a test name that mark an element as boilerplate. Whole words only: `ad` is not in
 * `header`, `share` not in `shareholders`.
 */
const boilerplate =
  /^(?:ads?|adverts?|advertisements?|advertising|advertorial|promos?|promoted|promotions?|sponsored|sponsors?|related|recommend(?:ed|ations?)|recirc(?:ulation)?|readmore|outbrain|taboola|revcontent|trending|popular|mostread|shar(?:e|ing)|sharebar|sharedaddy|addthis|addtoany|social|socials|newsletters?|subscribe|subscription|signup|optin|breadcrumbs?|comments?|disqus|respond|byline|bylines|dateline|timestamp|pubdate|postmeta|authorbox|bio|captions?|figcaption|credits?|attribution|copyright|tags|taglist|toolbar|sidebar|widgets?|popup|modal|cookies?|gdpr|consent|paywall|printonly|pagination|pager|skiplinks?|follow|footer|masthead|gallery|slideshow|carousel|noprint|screenreader|tooltip|hovercard|teaser|teasers)$/;

/** Pairs of neighbouring words that mark it where neither does alone. */
const boilerplatePair =
  /(?:^| )(?:read (?:more|next|also)|see also|most (?:read|popular|viewed)|author (?:bio|box|info|card|about|description|profile)|about (?:the )?author|post (?:meta|tags|navigation|nav|footer|author|date|ratings)|entry (?:meta|footer|date|author)|article (?:meta|tags|footer|date|timestamp|info|author|byline)|print (?:only|logo|header)|more (?:from|on|in|stories|articles|news)|sign (?:up|in)|call to action|visually hidden|screen reader|sr only|skip link|story (?:meta|footer|tags|date)|wp caption text|image (?:caption|credit|source|copyright)|photo (?:caption|credit)|media (?:caption|credit)|pub(?:lished|lish)? (?:date|time|info)|date (?:published|updated|time)|up next|news letter|page nav|meta data|reading time|hidden print|no print)(?= |$)/;

const noWords: readonly string[] = [];

/** Returns the words of an element's class, id and test names, lower case, split at `-`, `_` and capitals. */
export function nameWords(element: DomElement): readonly string[] {
  if (element.attributes.length === 0) return noWords;
  const names = [
    element.getAttribute('class'),
    element.getAttribute('id'),
    element.getAttribute('data-component'),
    element.getAttribute('data-testid'),
    element.getAttribute('data-module'),
  ];
  return names.flatMap((name) => (name ? wordsOfName(name) : []));
}

function wordsOfName(name: string): readonly string[] {
  // Most names are one word.
  if (/^[a-z]*$/.test(name)) return [name];
  return name
    .replace(/([a-z]{2})([A-Z][a-z]{2})/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/);
}

/** Reports whether an element's names mark it as boilerplate. */
export function isBoilerplate(element: DomElement): boolean {
  const words = nameWords(element).filter(Boolean);
  return words.length > 0 && (words.some((word) => boilerplate.test(word)) || boilerplatePair.test(words.join(' ')));
}

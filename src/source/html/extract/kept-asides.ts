import type { DomElement } from '../dom/dom-element.ts';
import { isBlock, lengthOf, lineOf } from '../dom/tree.ts';
import { nameWords } from './boilerplate.ts';
import { isSentenceLine } from './phrases.ts';

/** Words in the names of boxes of links, controls and images. */
const linked =
  /^(?:related|recommend(?:ed|ations?)|readmore|trending|popular|mostread|follow|social|share|sharing|tags|taglist|toolbar|sidebar|widgets?|footer|masthead|tooltip|teasers?|promo|comments?|modal|popup)$/;
/** Words that mark a box as boilerplate whatever is in it: a notice, an advertisement, a line on an author. */
const others =
  /^(?:ads?|adverts?|advertis\w+|sponsor\w*|promot\w+|outbrain|taboola|newsletters?|subscri\w+|signup|optin|cookies?|gdpr|consent|paywall|copyright|bio|byline|author\w*|credits?|captions?|disqus|respond|list|meta|navbox)$/;

const controls = 'a, button, form, input, select, img, picture, video, iframe, svg';
const shortestSentence = 50;

/**
 * Reports whether a box with a name of boilerplate belongs to the article: it has a whole sentence, and no link, control
 * or image.
 */
export function isPartOfArticle(box: DomElement): boolean {
  if (!isBlock(box) || /^(?:NAV|FOOTER|FORM|HEADER|BODY)$/.test(box.nodeName)) return false;
  // The cheapest checks first: most boxes are short or have a link.
  if (lengthOf(box) < shortestSentence || box.querySelector(controls) !== null) return false;
  const words = nameWords(box);
  if (!words.some((word) => linked.test(word)) || words.some((word) => others.test(word))) return false;
  const lines = box.nodeName === 'P' ? [box] : box.querySelectorAll('p');
  return lines.some((line) => isOwnSentence(lineOf(line)));
}

function isOwnSentence(line: string): boolean {
  return line.length >= shortestSentence && isSentenceLine(line, 8) && !/©|\bcookies?\b/i.test(line);
}

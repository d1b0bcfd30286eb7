import { plainText } from '../../markdown/inline-text.ts';
import type { Image, Inline, Link } from '../../markdown/syntax-tree.ts';
import { isDeceptive, linkTarget } from '../../text/link-target.ts';
import { hasScheme, parseUrl } from '../../text/parse-url.ts';
import { percentDecode } from '../../text/percent-decode.ts';
import { escapeAttribute, escapeText } from './escape-html.ts';
import type { HtmlContext } from './html-context.ts';

/** Writes inlines as HTML: elements of our own choosing around escaped text, links by an allow-list. */
export function inlineHtml(inlines: readonly Inline[], context: HtmlContext): string {
  let html = '';
  for (const inline of inlines) {
    switch (inline.type) {
      case 'text':
        html += escapeText(context.french ? keepTogether(inline.text) : inline.text);
        break;
      case 'codespan':
        html += `<code>${escapeText(inline.text)}</code>`;
        break;
      case 'inline_math':
        html += `<code class="math">${escapeText(inline.text)}</code>`;
        break;
      case 'br':
        html += '<br>\n';
        break;
      case 'checkbox':
        html += checkboxHtml(inline.checked, context);
        break;
      case 'footnote_reference':
        html += referenceHtml(inline.label, context);
        break;
      case 'link':
        html += linkHtml(inline, context);
        break;
      case 'image':
        html += imageHtml(inline, context);
        break;
      default:
        html += `<${inline.type}>${inlineHtml(inline.tokens, context)}</${inline.type}>`;
    }
  }
  return html;
}

export function checkboxHtml(checked: boolean, { labels }: HtmlContext): string {
  return `<input type="checkbox" disabled${checked ? ' checked' : ''} aria-label="${checked ? labels.done : labels.open}"> `;
}

/** Resolves a link's address, on this page or on the web; undefined for everything else, scripts above all. */
function targetOf(href: string, { ids, base }: HtmlContext): string | undefined {
  if (href.startsWith('#')) {
    const id = percentDecode(href.slice(1)).toLowerCase();
    return ids.has(id) ? `#${id}` : undefined;
  }
  if (hasScheme(href.trimStart()) || base === undefined) return linkTarget(href);
  const url = parseUrl(href, base);
  return url && linkTarget(url.href);
}

function linkHtml(link: Link, context: HtmlContext): string {
  const text = inlineHtml(link.tokens, context);
  const target = targetOf(link.href, context);
  if (target === undefined) return text;
  if (target.startsWith('#')) return `<a href="${escapeAttribute(target)}">${text}</a>`;
  const title = link.title ? ` title="${escapeAttribute(link.title)}"` : '';
  const shown = plainText(link.tokens);
  const anchor = `<a href="${escapeAttribute(target)}"${title}>${text || escapeText(target)}</a>`;
  return isDeceptive(shown, target) ? `${anchor} <small>(${escapeText(new URL(target).host)})</small>` : anchor;
}

/** Writes an image as its description and a link to it: nothing is fetched. */
function imageHtml(image: Image, context: HtmlContext): string {
  const text = image.text || image.title || '';
  const target = targetOf(image.href, context);
  const label = `<span class="image">${escapeText(context.labels.image)}${text && `${context.french ? '\u00a0: ' : ': '}${escapeText(text)}`}</span>`;
  return target === undefined || target.startsWith('#') ? label : `<a href="${escapeAttribute(target)}">${label}</a>`;
}

function referenceHtml(label: string, { footnotes }: HtmlContext): string {
  const { number, time } = footnotes.refer(label);
  return `<sup><a id="${referenceId(number, time)}" href="#note.${number}" role="doc-noteref">${number}</a></sup>`;
}

/** Returns the id of a footnote's first reference, the second… No section's id contains a full stop. */
export function referenceId(number: number, time: number): string {
  return time === 1 ? `ref.${number}` : `ref.${number}.${time}`;
}

/** Makes the spaces of French punctuation (`: ; ! ? »`, `«`) no-break spaces. */
function keepTogether(text: string): string {
  return text.replace(/ (?=[:;!?»])|(?<=«) /g, '\u00a0');
}

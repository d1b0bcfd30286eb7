import type { Metadata } from '../../article/article-tree.ts';
import { linkTarget } from '../../text/link-target.ts';
import { escapeAttribute, escapeText } from './escape-html.ts';
import { pageStyle } from './page-style.ts';

/**
 * Writes the document up to its main part, before which `header` is put. Its policy allows no fetching and no scripts,
 * whatever it contains.
 */
export function documentStart(title: string, metadata: Metadata, header = ''): string {
  const { language, author, date, abstract, tags, address } = metadata;
  const canonical = address === undefined ? undefined : linkTarget(address);
  const named = Object.entries({ author, date, description: abstract, keywords: tags?.join(', ') });
  return `<!doctype html>
<html${language === undefined ? '' : ` lang="${escapeAttribute(language)}"`}${isRightToLeft(language) ? ' dir="rtl"' : ''}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escapeText(title || 'Article')}</title>
${named.map(([name, value]) => (value ? `<meta name="${name}" content="${escapeAttribute(value)}">\n` : '')).join('')}${
  canonical === undefined ? '' : `<link rel="canonical" href="${escapeAttribute(canonical)}">\n`
}<style>
${pageStyle}</style>
</head>
<body>
${header}<main>
`;
}

export const documentEnd = '</main>\n</body>\n</html>\n';

/** Reports whether a language is written from right to left, by its tag. */
function isRightToLeft(language = ''): boolean {
  return /^(?:ar|arc|ckb|dv|fa|he|iw|ps|sd|ug|ur|yi)(?:-|$)/i.test(language) && !/-Latn\b/i.test(language);
}

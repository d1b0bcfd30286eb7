import type { DomElement } from '../dom/nodes.ts';

/** MathML as the TeX that it was made from, where the page gives it; else the signs in it. */
export function formula(content: string, element: DomElement): string {
  const annotation = element.querySelector('annotation[encoding="application/x-tex"]')?.textContent;
  const tex = (annotation ?? element.getAttribute('alttext') ?? '').replace(/[\s\x1c-\x1f]+/g, ' ').trim();
  if (!tex || tex.includes('$')) return content.replace(/\s+/g, ' ');
  return element.getAttribute('display') === 'block' ? `\n\n$$\n${tex}\n$$\n\n` : `$${tex}$`;
}

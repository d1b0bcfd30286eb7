import type { Token, TokenizerAndRendererExtension } from 'marked';
import { isTrailSurrogate } from '../../text/code-units.ts';
import { readDelimiterRun } from '../emphasis.ts';

/**
 * Delimiter runs, as CommonMark 0.31.2 (6.2) defines them. marked's own rule searches the rest of the paragraph from
 * each of them and recurses into what it finds: that is quadratic, goes as deep as the text does, and does not see the
 * emphasis of `*a **b!**, c*`.
 */
export const delimiterExtension: TokenizerAndRendererExtension = {
  name: 'delimiter',
  level: 'inline',
  tokenizer(source, before) {
    const marker = source.charAt(0);
    if (marker !== '*' && marker !== '_' && marker !== '~') return undefined;
    return readDelimiterRun(source, 0, lastCharacter(before, marker));
  },
};

function lastCharacter(before: readonly Token[], marker: string): string {
  for (let index = before.length - 1; index >= 0; index -= 1) {
    const { raw } = before[index] as Token;
    let end = raw.length;
    if (marker !== '~') while (end > 0 && raw.charAt(end - 1) === '~') end -= 1;
    if (end > 0) return raw.slice(isTrailSurrogate(raw.charCodeAt(end - 1)) ? end - 2 : end - 1, end);
  }
  return ' ';
}

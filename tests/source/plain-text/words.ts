import { Marked } from 'marked';

/** Returns what a Markdown text says when it is rendered: the text of marked's HTML. */
export function rendered(markdown: string): string {
  const html = new Marked({ gfm: true }).parse(markdown, { async: false });
  return html
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<(?:br|\/?(?:p|h[1-6]|li|ul|ol|blockquote|pre|hr|div|table|t[rdh]|thead|tbody))\b[^>]*>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&(lt|gt|quot|amp|#39);/g, (_, name: string) => entities[name] ?? '');
}

const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', amp: '&', '#39': "'" };

/** Runs of letters and digits, in order; Chinese and Japanese by characters, since their words touch. */
export function wordsOf(text: string): string[] {
  return (
    text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+/gu) ??
    []
  );
}

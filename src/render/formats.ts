/** The names of the formats of a view. A new one is a name here and a renderer in `render.ts` and `render-to-string.ts`. */
export const formatNames = ['rich', 'plain', 'markdown', 'html', 'json', 'ndjson'] as const;
export type Format = (typeof formatNames)[number];

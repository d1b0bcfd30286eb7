// What of these packages is used here, for they bring no types, or such as pull in the browser's.

declare module 'marked-terminal' {
  /** Its renderer of code is all that we take. */
  export function markedTerminal(
    options: { readonly tab: number; readonly code: (text: string) => string },
    highlight: { readonly theme: Readonly<Record<string, (text: string) => string>>; readonly ignoreIllegals: boolean },
  ): { readonly renderer: { code(this: object, code: { readonly text: string; readonly lang: string }): string } };
}

declare module 'highlight.js/lib/core' {
  const core: {
    registerLanguage(name: string, grammar: unknown): void;
    getLanguage(name: string): object | undefined;
    highlight(code: string, options: { readonly language: string }): object;
  };

  // biome-ignore lint/style/noDefaultExport: it has no other.
  export { core as default };
}

declare module 'highlight.js/lib/languages/*' {
  const grammar: unknown;

  // biome-ignore lint/style/noDefaultExport: it has no other.
  export { grammar as default };
}

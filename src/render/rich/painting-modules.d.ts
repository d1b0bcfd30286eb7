// What is used of these packages, since they have no types, or types that need the browser's.

declare module 'marked-terminal' {
  /** Its renderer of code is all that is used. */
  export function markedTerminal(
    options: { readonly tab: number; readonly code: (text: string) => string },
    highlight: { readonly ignoreIllegals: boolean },
  ): { readonly renderer: { code(this: object, code: { readonly text: string; readonly lang: string }): string } };
}

declare module 'highlight.js/lib/core' {
  const core: {
    configure(options: { readonly __emitter: new () => object }): void;
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

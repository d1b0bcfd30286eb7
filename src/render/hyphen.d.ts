// The package brings no types.

declare module 'hyphen/*' {
  const hyphen: { hyphenateSync(text: string, options: { readonly hyphenChar: string }): string };

  // biome-ignore lint/style/noDefaultExport: it has no other.
  export { hyphen as default };
}

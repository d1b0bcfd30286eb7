/** Returns the primary subtag of a BCP 47 tag, in lower case: `pt` of `pt-BR`; empty without one. */
export function primaryLanguage(language: string | undefined): string {
  return language?.split(/[-_]/, 1)[0]?.toLowerCase() ?? '';
}

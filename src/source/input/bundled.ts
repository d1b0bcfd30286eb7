/** The articles that come with the program, by name; the first is the one that is read when none is named. */
export const bundledNames = ['amazon-openai', 'guide'] as const;

export type BundledName = (typeof bundledNames)[number];

export function isBundledName(name: string): name is BundledName {
  return (bundledNames as readonly string[]).includes(name);
}

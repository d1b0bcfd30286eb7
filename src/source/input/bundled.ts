/** The names of the articles that come with the program; the first is the one that is read when none is named. */
export const bundledNames = ['amazon-openai', 'guide'] as const;

/** The name of an article that comes with the program. */
export type BundledName = (typeof bundledNames)[number];

/** Reports whether an article of that name comes with the program. */
export function isBundledName(name: string): name is BundledName {
  return (bundledNames as readonly string[]).includes(name);
}

/** Inverts lists of names, separated by spaces, into the group of each name: `tip` of `hint` by `{ tip: 'tip hint' }`. */
export function groupsByName<Group extends string>(lists: Readonly<Record<Group, string>>): ReadonlyMap<string, Group> {
  const groups = Object.entries(lists) as [Group, string][];
  return new Map(groups.flatMap(([group, names]) => names.split(' ').map((name) => [name, group] as const)));
}

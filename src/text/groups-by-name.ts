/** Inverts lists of names, separated by spaces, to the group of each name: `{ tip: 'tip hint' }` gives `hint` `tip`. */
export function groupsByName<Group extends string>(lists: Readonly<Record<Group, string>>): ReadonlyMap<string, Group> {
  const groups = Object.entries(lists) as [Group, string][];
  return new Map(groups.flatMap(([group, names]) => names.split(' ').map((name) => [name, group] as const)));
}

/** Looks up an untrusted key in a table; undefined for `constructor` and the like, which every object inherits. */
export function ownProperty<Value>(table: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

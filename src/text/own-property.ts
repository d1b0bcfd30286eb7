/**
 * What a table has of its own under a key that came from outside; nothing for `constructor` and the like, which every
 * object has without holding them.
 */
export function lookUp<Value>(table: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

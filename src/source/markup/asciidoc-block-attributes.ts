/** The attribute list and the title above a block. */
export interface BlockAttributes {
  /** The positional attributes: `source`, `python`. */
  readonly positional: readonly string[];
  readonly named: ReadonlyMap<string, string>;
  readonly options: string;
}

/** The attributes of a block without any. */
export const none: BlockAttributes = { positional: [], named: new Map(), options: '' };

/** Reads an attribute list, which extends those before it. */
export function readAttributes(text: string, before: BlockAttributes): BlockAttributes {
  const positional: string[] = [];
  const named = new Map(before.named);
  let options = before.options;
  for (const [, key, quoted, bare = ''] of text.matchAll(/(?:([\w-]+)=)?(?:"([^"]*)"|([^,"]*))(?:,\s*|$)/g)) {
    const value = quoted ?? bare.trim();
    if (key === undefined) positional.push(value);
    else named.set(key, value);
    if (/^%|^options$|^opts$/.test(key ?? value)) options += ` ${value}`;
  }
  const [first = ''] = positional;
  // `[source%linenums]`, `[quote#id]`, `[.lead]`
  positional[0] = first.replace(/[%#.].*$/, '');
  if (first.includes('%')) options += ` ${first}`;
  return {
    positional: positional[0] === '' && before.positional.length > 0 ? before.positional : positional,
    named,
    options,
  };
}

import type { DomDocument } from './dom-document.ts';
import type { DomElement, DomNode } from './dom-element.ts';
import { type Name, nameOf } from './names.ts';
import { ELEMENT_NODE } from './node-types.ts';

type Test = (element: DomElement) => boolean;

/** One alternative of a selector list, ready to be matched against any number of elements. */
export interface Selector {
  /** The names that an element may have, any where there are none. */
  readonly localNames: ReadonlySet<string> | undefined;
  /** All other conditions. */
  readonly test: Test | undefined;
  /** The bits of the names that an element may have, 0 for any, and of the attributes that it must have. */
  readonly tags: number;
  readonly attributes: number;
  /** Without all of these names of elements and attributes a page holds no match, nor without one of the others. */
  readonly needed: readonly Name[];
  readonly anyOf: readonly Name[];
}

const compiled = new Map<string, readonly Selector[]>();

/**
 * Compiles a selector list: names, `*`, `#id`, `.class`, attributes with `=`, `^=`, `$=`, `*=` and `~=`, `:not(…)` of
 * one compound, and the descendant and child combinators. Throws at anything else.
 */
export function selectorOf(text: string): readonly Selector[] {
  let selector = compiled.get(text);
  if (!selector) {
    const parts = splitList(text);
    selector =
      parts.length > 1 && parts.every((part) => /^[\w-]+$/.test(part)) ? [compileNames(parts)] : parts.map(compile);
    compiled.set(text, selector);
  }
  return selector;
}

export function matchesAny(selectors: readonly Selector[], element: DomElement): boolean {
  for (let at = 0; at < selectors.length; at++) {
    const { localNames, test } = selectors[at] as Selector;
    if ((localNames === undefined || localNames.has(element.localName)) && (test === undefined || test(element)))
      return true;
  }
  return false;
}

/** Returns the elements below `root` that match, in the order of the document. */
export function select(root: DomElement, text: string): DomElement[] {
  const found: DomElement[] = [];
  const selectors = occurring(selectorOf(text), root.ownerDocument);
  let at = selectors && nextMatch(root, root, selectors);
  for (; selectors && at; at = nextMatch(at, root, selectors)) found.push(at);
  return found;
}

export function selectFirst(root: DomElement, text: string): DomElement | null {
  const selectors = occurring(selectorOf(text), root.ownerDocument);
  return selectors ? nextMatch(root, root, selectors) : null;
}

/** Returns the first match after an element in the order of the document, below `root`. */
function nextMatch(from: DomElement, root: DomElement, selectors: readonly Selector[]): DomElement | null {
  let at: DomNode = from;
  for (;;) {
    let next: DomNode | null = null;
    if (at.firstChild && mayHold(at, selectors)) next = at.firstChild;
    while (!next) {
      if (at === root) return null;
      next = at.nextSibling;
      if (!next) {
        if (!at.parentNode) return null;
        at = at.parentNode;
      }
    }
    at = next;
    if (at.nodeType === ELEMENT_NODE && matchesAny(selectors, at)) return at;
  }
}

/** Returns the alternatives all of whose names the page has ever had; undefined for none. */
function occurring(selectors: readonly Selector[], document: DomDocument): readonly Selector[] | undefined {
  const [only] = selectors;
  if (only && selectors.length === 1) return mayOccur(only, document) ? selectors : undefined;
  const some = selectors.filter((selector) => mayOccur(selector, document));
  return some.length > 0 ? some : undefined;
}

function mayOccur({ needed, anyOf }: Selector, document: DomDocument): boolean {
  for (let at = 0; at < needed.length; at++) if (!document.mayHaveName((needed[at] as Name).index)) return false;
  return anyOf.length === 0 || anyOf.some(({ index }) => document.mayHaveName(index));
}

function mayHold(element: DomElement, selectors: readonly Selector[]): boolean {
  for (let at = 0; at < selectors.length; at++) {
    const { tags, attributes } = selectors[at] as Selector;
    if ((tags === 0 || (element.tagsBelow & tags) !== 0) && (element.attributesBelow & attributes) === attributes)
      return true;
  }
  return false;
}

/** Splits at the commas outside brackets. */
function splitList(text: string): string[] {
  return text.match(/(?:\([^)]*\)|\[[^\]]*\]|[^,([])+/g)?.map((part) => part.trim()) ?? [];
}

/** Compiles a list of names alone as one alternative: it costs one look-up in a set, however long it is. */
function compileNames(parts: readonly string[]): Selector {
  const names = parts.map((part) => nameOf(part.toLowerCase()));
  const tags = names.reduce((bits, { tag }) => bits | tag, 0);
  const areAllTold = names.every(({ tag }) => tag !== 0);
  return {
    localNames: new Set(names.map(({ text }) => text)),
    test: undefined,
    tags: areAllTold ? tags : 0,
    attributes: 0,
    needed: [],
    anyOf: names,
  };
}

function compile(text: string): Selector {
  const steps = text.match(/>|(?:\([^)]*\)|\[[^\]]*\]|[^\s>([])+/g) ?? [];
  let outer: Selector | undefined;
  for (const [at, step] of steps.entries()) {
    if (step === '>') continue;
    const own = compileCompound(step);
    outer = outer ? within(own, [outer], steps[at - 1] === '>') : own;
  }
  if (!outer) throw new Error(`A selector of nothing: ${text}`);
  return outer;
}

/** Returns the selector of what matches the first within, or directly below, what matches the other. */
function within(own: Selector, outer: readonly [Selector], isChild: boolean): Selector {
  const isIn = isChild ? hasParent : hasAncestor;
  const { test } = own;
  return {
    ...own,
    test: (element) => (test === undefined || test(element)) && isIn(element, outer),
    needed: [...own.needed, ...outer[0].needed],
  };
}

function hasParent(element: DomElement, outer: readonly Selector[]): boolean {
  return element.parentNode !== null && matchesAny(outer, element.parentNode);
}

function hasAncestor(element: DomElement, outer: readonly Selector[]): boolean {
  for (let at = element.parentNode; at; at = at.parentNode) if (matchesAny(outer, at)) return true;
  return false;
}

const simple =
  /^(?:\*|([\w-]+)|#([\w-]+)|\.([\w-]+)|\[([\w:-]+)(?:([~^$*]?=)(?:"([^"]*)"|'([^']*)'|([\w-]+)))?\]|:not\(([^)]*)\))/;

function compileCompound(text: string): Selector {
  const tests: Test[] = [];
  const attributes: Name[] = [];
  let tag: Name | undefined;
  let rest = text;
  while (rest) {
    const match = simple.exec(rest);
    if (!match) throw new Error(`A selector that is not known here: ${text}`);
    rest = rest.slice(match[0].length);
    const [, type, id, className, attribute, operator, double, single, bare, negated] = match;
    if (type !== undefined) tag = nameOf(type.toLowerCase());
    else if (negated !== undefined) {
      const refused = [compileCompound(negated)];
      tests.push((element) => !matchesAny(refused, element));
    } else {
      const name = attribute ?? (id !== undefined ? 'id' : className !== undefined ? 'class' : undefined);
      if (name === undefined) continue;
      attributes.push(nameOf(name));
      const value = id ?? className ?? double ?? single ?? bare ?? '';
      tests.push(attributeTest(name, id !== undefined ? '=' : className !== undefined ? '~=' : operator, value));
    }
  }
  const [only] = tests;
  return {
    localNames: tag && new Set([tag.text]),
    test: tests.length > 1 ? (element) => tests.every((test) => test(element)) : only,
    tags: tag?.tag ?? 0,
    attributes: attributes.reduce((bits, { attribute }) => bits | attribute, 0),
    needed: tag ? [tag, ...attributes] : attributes,
    anyOf: [],
  };
}

function attributeTest(name: string, operator: string | undefined, value: string): Test {
  const test = (matches: (own: string) => boolean): Test => {
    return (element) => {
      const own = element.getAttribute(name);
      return own !== null && matches(own);
    };
  };
  switch (operator) {
    case undefined:
      return test(() => true);
    case '=':
      return test((own) => own === value);
    case '^=':
      return test((own) => value !== '' && own.startsWith(value));
    case '$=':
      return test((own) => value !== '' && own.endsWith(value));
    case '*=':
      return test((own) => value !== '' && own.includes(value));
    default:
      return test((own) => value !== '' && own.includes(value) && own.split(/\s+/).includes(value));
  }
}

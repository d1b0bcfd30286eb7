import type { DomElement, DomNode } from './dom-element.ts';
import { bitOf, noBits } from './name-bits.ts';
import { ELEMENT_NODE } from './node-types.ts';

/** One alternative of a selector list, compiled. */
export interface Selector {
  /** The bits of the names that an element must have to match, or one of which where `isAny`. */
  readonly names: number;
  readonly isAny?: boolean;
  matches(element: DomElement): boolean;
}

type Test = (element: DomElement) => boolean;

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

/** Returns the elements below `root` that match, in document order. */
export function select(root: DomElement, text: string): DomElement[] {
  const found: DomElement[] = [];
  gather(root, selectorOf(text), found, Number.POSITIVE_INFINITY);
  return found;
}

export function selectFirst(root: DomElement, text: string): DomElement | null {
  const found: DomElement[] = [];
  gather(root, selectorOf(text), found, 1);
  return found[0] ?? null;
}

function gather(root: DomElement, selectors: readonly Selector[], found: DomElement[], most: number): void {
  const mayHold = (element: DomElement): boolean => {
    for (const { names, isAny } of selectors) {
      const found = element.namesBelow & names;
      if (isAny ? found !== 0 : found === names) return true;
    }
    return false;
  };
  let at: DomNode | null = mayHold(root) ? root.firstChild : null;
  while (at && found.length < most) {
    let next: DomNode | null = null;
    if (at.nodeType === ELEMENT_NODE) {
      for (const selector of selectors) {
        if (selector.matches(at)) {
          found.push(at);
          break;
        }
      }
      if (at.firstChild && mayHold(at)) next = at.firstChild;
    }
    let up: DomNode | null = at;
    while (!next && up && up !== root) {
      next = up.nextSibling;
      up = up.parentNode;
    }
    at = next;
  }
}

/** Splits at the commas outside brackets. */
function splitList(text: string): string[] {
  return text.match(/(?:\([^)]*\)|\[[^\]]*\]|[^,([])+/g)?.map((part) => part.trim()) ?? [];
}

/** Compiles a list of names alone as one alternative: it costs one look-up in a set, however long it is. */
function compileNames(parts: readonly string[]): Selector {
  const localNames = new Set(parts.map((part) => part.toLowerCase()));
  let names = noBits;
  for (const name of localNames) names |= bitOf(name);
  return { names, isAny: true, matches: (element) => localNames.has(element.localName) };
}

function compile(text: string): Selector {
  const steps = text.match(/>|(?:\([^)]*\)|\[[^\]]*\]|[^\s>([])+/g) ?? [];
  let test: Test | undefined;
  let names = noBits;
  for (let at = 0; at < steps.length; at++) {
    const step = steps[at] ?? '';
    if (step === '>') continue;
    const compound = compileCompound(step);
    names = compound.names;
    const own = compound.test;
    const outer = test;
    if (!outer) test = own;
    else if (steps[at - 1] === '>') test = (element) => own(element) && hasParent(element, outer);
    else test = (element) => own(element) && hasAncestor(element, outer);
  }
  if (!test) throw new Error(`A selector of nothing: ${text}`);
  return { names, matches: test };
}

function hasParent(element: DomElement, test: Test): boolean {
  return element.parentNode !== null && test(element.parentNode);
}

function hasAncestor(element: DomElement, test: Test): boolean {
  for (let at = element.parentNode; at; at = at.parentNode) if (test(at)) return true;
  return false;
}

const SIMPLE =
  /^(?:\*|([\w-]+)|#([\w-]+)|\.([\w-]+)|\[([\w:-]+)(?:([~^$*]?=)(?:"([^"]*)"|'([^']*)'|([\w-]+)))?\]|:not\(([^)]*)\))/;

function compileCompound(text: string): { readonly test: Test; readonly names: number } {
  const tests: Test[] = [];
  let names = noBits;
  let rest = text;
  while (rest) {
    const match = SIMPLE.exec(rest);
    if (!match) throw new Error(`A selector that is not known here: ${text}`);
    rest = rest.slice(match[0].length);
    const [, type, id, className, attribute, operator, double, single, bare, negated] = match;
    if (type !== undefined) {
      const name = type.toLowerCase();
      names |= bitOf(name);
      tests.push((element) => element.localName === name);
    } else if (id !== undefined) tests.push((element) => element.getAttribute('id') === id);
    else if (className !== undefined) tests.push((element) => hasWord(element.getAttribute('class'), className));
    else if (attribute !== undefined) {
      names |= bitOf(attribute);
      tests.push(attributeTest(attribute, operator, double ?? single ?? bare ?? ''));
    } else if (negated !== undefined) {
      const { test } = compileCompound(negated);
      tests.push((element) => !test(element));
    }
  }
  const [only] = tests;
  if (tests.length === 0 || !only) return { test: () => true, names };
  return { test: tests.length === 1 ? only : (element) => tests.every((test) => test(element)), names };
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
      return test((own) => hasWord(own, value));
  }
}

function hasWord(list: string | null, word: string): boolean {
  if (list === null || word === '' || !list.includes(word)) return false;
  return list === word || list.split(/\s+/).includes(word);
}

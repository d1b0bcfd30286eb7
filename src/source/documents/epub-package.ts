import { Parser } from 'htmlparser2';

/** An element of a small XML file, its name without its prefix. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

/** Deeper elements are dropped. */
const deepest = 60;

/** Parses XML into a tree of elements; malformed XML up to the error. */
export function parseXml(xml: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const open: XmlElement[] = [root];
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        const element: XmlElement = {
          name: name.replace(/^.*:/, '').toLowerCase(),
          attributes,
          children: [],
          text: '',
        };
        if (open.length < deepest) open.at(-1)?.children.push(element);
        open.push(element);
      },
      ontext: (text) => {
        for (const element of open.slice(-4)) element.text += text;
      },
      onclosetag: () => {
        if (open.length > 1) open.pop();
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
  return root;
}

/** Returns all elements of a name, in document order. */
export function elementsOf(root: XmlElement, name: string): XmlElement[] {
  return root.children.flatMap((child) => (child.name === name ? [child] : []).concat(elementsOf(child, name)));
}

/** A file of a book. */
export interface Item {
  readonly path: string;
  readonly type: string;
  readonly properties: string;
  /** Whether it is outside the reading order (`linear="no"`). */
  readonly isAside?: boolean;
}

/** What a book's package document says (EPUB 3.3, 5; OPF 2.0). */
export interface EpubPackage {
  readonly items: ReadonlyMap<string, Item>;
  /** The items to be read one after the other. */
  readonly spine: readonly Item[];
  /** Paths by their role: `cover`, `copyright-page`. */
  readonly guide: ReadonlyMap<string, string>;
  readonly contents: Item | undefined;
  /** Dublin Core's elements, by their names. */
  readonly metadata: ReadonlyMap<string, readonly string[]>;
}

export function readPackage(xml: string, path: string): EpubPackage {
  const root = parseXml(xml);
  const items = new Map<string, Item>();
  for (const { attributes } of elementsOf(root, 'item')) {
    const { id = '', href = '', properties = '' } = attributes;
    items.set(id, { path: resolvePath(path, href), type: attributes['media-type'] ?? '', properties });
  }
  const spine = elementsOf(root, 'itemref').flatMap(({ attributes }) => {
    const item = items.get(attributes.idref ?? '');
    return item ? [attributes.linear === 'no' ? { ...item, isAside: true } : item] : [];
  });
  const guide = new Map<string, string>();
  for (const { attributes } of elementsOf(root, 'reference')) {
    guide.set(resolvePath(path, attributes.href ?? ''), attributes.type ?? '');
  }
  const metadata = new Map<string, string[]>();
  const described = elementsOf(root, 'metadata').flatMap(({ children }) => children);
  const roles = new Map(
    described.flatMap(({ name, attributes, text }) =>
      name === 'meta' && attributes.property === 'role' ? [[attributes.refines ?? '', text.trim()] as const] : [],
    ),
  );
  for (const { name, attributes, text } of described) {
    const role = attributes['opf:role'] ?? roles.get(`#${attributes.id}`) ?? 'aut';
    // Whoever translated or drew it is no author.
    if (name === 'creator' && role !== 'aut' && metadata.has('creator')) continue;
    const value = text.replace(/\s+/g, ' ').trim();
    if (value !== '') metadata.set(name, [...(metadata.get(name) ?? []), value]);
  }
  const toc = items.get(elementsOf(root, 'spine')[0]?.attributes.toc ?? '');
  const navigation = [...items.values()].find(({ properties }) => /\bnav\b/.test(properties));
  const ncx = toc ?? [...items.values()].find(({ type }) => type === 'application/x-dtbncx+xml');
  return { items, spine, guide, contents: navigation ?? ncx, metadata };
}

/** An entry of a book's table of contents. */
export interface ContentsEntry {
  readonly title: string;
  /** Of the file, without a fragment. */
  readonly path: string;
  readonly hasFragment: boolean;
  /** 0 for an outermost one. */
  readonly depth: number;
}

/** Reads a table of contents: an EPUB 3 navigation document, or an NCX. */
export function readContents(xml: string, path: string): readonly ContentsEntry[] {
  const root = parseXml(xml);
  const entries: ContentsEntry[] = [];
  // A part without a page of its own is above the first one in it.
  let parts: ContentsEntry[] = [];
  const add = (title: string, address: string, depth: number): void => {
    const text = title.replace(/\s+/g, ' ').trim();
    if (text === '') return;
    const entry = { title: text, path: resolvePath(path, address), hasFragment: address.includes('#'), depth };
    if (address === '') parts.push(entry);
    else {
      for (const part of parts) if (part.depth < depth) entries.push({ ...part, path: entry.path });
      parts = [];
      entries.push(entry);
    }
  };
  const map = elementsOf(root, 'navmap')[0];
  const readPoints = (element: XmlElement, depth: number): void => {
    for (const child of element.children) {
      if (child.name !== 'navpoint') continue;
      const label = child.children.find(({ name }) => name === 'navlabel')?.text ?? '';
      add(label, child.children.find(({ name }) => name === 'content')?.attributes.src ?? '', depth);
      readPoints(child, depth + 1);
    }
  };
  if (map) readPoints(map, 0);
  const navs = elementsOf(root, 'nav');
  const nav =
    navs.find(({ attributes }) => /\btoc\b/.test(attributes['epub:type'] ?? attributes.role ?? '')) ?? navs[0];
  const readList = (element: XmlElement, depth: number): void => {
    for (const item of element.children.filter(({ name }) => name === 'ol').flatMap(({ children }) => children)) {
      const label = item.children.find(({ name }) => name === 'a' || name === 'span');
      if (label) add(label.text, label.attributes.href ?? '', depth);
      readList(item, depth + 1);
    }
  };
  if (nav && !map) readList(nav, 0);
  return entries;
}

/** Resolves an address in a file of an archive to a name in it, without its fragment. */
function resolvePath(base: string, address: string): string {
  try {
    return decodeURIComponent(new URL(address, `file:///${encodeURI(base)}`).pathname.slice(1));
  } catch {
    return '';
  }
}

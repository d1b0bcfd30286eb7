// Stands in for `entities/decode` in htmlparser2, whose tree of HTML's character references takes 19 kB of the package: the
// program has their names already. Asked for whole texts alone, it never waits for more of one.
import { decodeEntities } from '../src/text/character-references.ts';

export const DecodingMode = { Legacy: 0, Strict: 1, Attribute: 2 };
export const htmlDecodeTree = undefined;
export const xmlDecodeTree = undefined;
export const fromCodePoint = String.fromCodePoint;

/** The names that HTML also takes without a semicolon after them. */
const unended = new Set(
  `AElig AMP Aacute Acirc Agrave Aring Atilde Auml COPY Ccedil ETH Eacute Ecirc Egrave Euml GT Iacute Icirc Igrave Iuml LT
  Ntilde Oacute Ocirc Ograve Oslash Otilde Ouml QUOT REG THORN Uacute Ucirc Ugrave Uuml Yacute aacute acirc acute aelig agrave
  amp aring atilde auml brvbar ccedil cedil cent copy curren deg divide eacute ecirc egrave eth euml frac12 frac14 frac34 gt
  iacute icirc iexcl igrave iquest iuml laquo lt macr micro middot nbsp not ntilde oacute ocirc ograve ordf ordm oslash otilde
  ouml para plusmn pound quot raquo reg sect shy sup1 sup2 sup3 szlig thorn times uacute ucirc ugrave uml uuml yacute yen
  yuml`.split(/\s+/),
);
const longestUnended = 6;

const reference = /#(?:[xX]([0-9a-fA-F]+)|([0-9]+));?|([a-zA-Z0-9]+)(;?)/y;

export class EntityDecoder {
  constructor(_tree, emitCodePoint) {
    this.emitCodePoint = emitCodePoint;
  }

  startEntity(mode) {
    this.mode = mode;
  }

  /** Reads the reference whose `&` stands before `offset`; how many characters it has with its `&`, 0 if it is none. */
  write(text, offset) {
    reference.lastIndex = offset;
    const [whole, hexadecimal, decimal, name, end] = reference.exec(text) ?? [];
    if (whole === undefined) return 0;
    if (name === undefined) {
      const code = hexadecimal === undefined ? Number.parseInt(decimal, 10) : Number.parseInt(hexadecimal, 16);
      return this.emit(`#${Math.min(code, 0x110000)}`, whole.length);
    }
    if (end) {
      const length = this.emit(name, whole.length);
      if (length > 0) return length;
    }
    if (this.mode === DecodingMode.Attribute) {
      // An address is full of what looks like references: `?a=1&copy=2`.
      return !unended.has(name) || text[offset + name.length] === '=' ? 0 : this.emit(name, name.length);
    }
    for (let length = Math.min(name.length, longestUnended); length > 1; length--) {
      const start = name.slice(0, length);
      if (unended.has(start)) return this.emit(start, length);
    }
    return 0;
  }

  /** Nothing is ever left to be read. */
  end() {
    return 0;
  }

  emit(name, length) {
    const written = `&${name};`;
    const characters = decodeEntities(written);
    if (characters === written) return 0;
    for (const character of characters) this.emitCodePoint(character.codePointAt(0), length + 1);
    return length + 1;
  }
}

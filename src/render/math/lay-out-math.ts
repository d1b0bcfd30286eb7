import { ownProperty } from '../../text/own-property.ts';
import { type Box, beside, delimiterBox, stacked, textBox } from './box.ts';
import type { MathNode, Scripts } from './math-node.ts';
import { inScript, vulgarFraction, withLimits } from './tex-styles.ts';
import type { AtomKind } from './tex-symbols.ts';

/** A formula in one line, within text or within a script; or over several, on lines of its own. */
type Style = 'line' | 'script' | 'display';

/** Lays a formula out as one line, as one would type it: `D = 2.08(√h + √e)`. Short bracketed terms are not broken. */
export function mathLine(node: MathNode): string {
  return text(layOut(node, 'line'))
    .trim()
    .replace(/[ \u00a0]*\u00a0[ \u00a0]*/g, '\u00a0')
    .replace(/[([][^()[\]]{1,24}[)\]]/g, (group) => group.replaceAll(' ', '\u00a0'));
}

/** Lays a formula out on lines of its own: fractions stacked, limits above and below, matrices in their brackets. */
export function mathLines(node: MathNode): readonly string[] {
  const { lines } = layOut(node, 'display');
  return lines.map((line) => line.trimEnd());
}

/** An atom laid out, with its kind, which decides the spacing at either side. */
interface Atom {
  readonly box: Box;
  readonly kind: AtomKind | 'fraction';
}

function text({ lines }: Box): string {
  return lines[0] ?? '';
}

function layOut(node: MathNode, style: Style): Box {
  return joined(atomsOf(node, style), style);
}

function atomsOf(node: MathNode, style: Style): Atom[] {
  switch (node.type) {
    case 'row':
      return node.nodes.flatMap((inner) => (inner.type === 'row' ? grouped(inner, style) : atomsOf(inner, style)));
    case 'atom':
      return [{ box: textBox(node.text), kind: node.kind }];
    case 'fraction':
      return [fraction(node, style)];
    case 'root':
      return [{ box: root(node, style), kind: 'ord' }];
    case 'scripts':
      return [scripts(node, style)];
    case 'accent':
      return [accented(node, style)];
    case 'fence':
      return [{ box: fence(node, style), kind: 'ord' }];
    case 'grid':
      return [{ box: grid(node, style), kind: 'ord' }];
  }
}

/** Lays out a group in braces: one atom to its neighbours, its own atoms with their spacing. */
function grouped(node: MathNode, style: Style): Atom[] {
  const inner = atomsOf(node, style);
  return inner.length <= 1 ? inner : [{ box: joined(inner, style), kind: 'ord' }];
}

/** Puts atoms beside each other with TeX's spaces (The TeXbook, chapter 18); none in a script. */
function joined(all: readonly Atom[], style: Style): Box {
  const boxes: Box[] = [];
  let before: Atom['kind'] | undefined;
  all.forEach(({ box, kind: given }, index) => {
    let kind = given;
    // With nothing before it, or after another operator, it is a sign and no operation: `−x`, `a = −b`.
    const operand = before !== undefined && !/^(?:bin|rel|open|punct|op)$/.test(before);
    if (kind === 'bin' && (!operand || index === all.length - 1)) kind = 'open';
    if (before !== undefined && needsSpace(before, kind, style, box)) boxes.push(textBox(' '));
    boxes.push(box);
    if (kind !== 'space') before = kind;
    else before = undefined;
  });
  return boxes.length === 0 ? textBox('') : beside(boxes);
}

function needsSpace(before: Atom['kind'], kind: Atom['kind'], style: Style, box: Box): boolean {
  if (kind === 'space') return false;
  if (style === 'script') return before === 'func' && kind === 'ord' && /^\p{L}/u.test(text(box));
  if (before === 'bin' || before === 'rel') return true;
  if (kind === 'bin' || kind === 'rel') return before !== 'open';
  if (before === 'punct') return true;
  const thing = kind === 'ord' || kind === 'func' || kind === 'op' || kind === 'fraction';
  if (before === 'func') return kind === 'fraction' || (thing && !/^[([⎛⎡]/.test(text(box)));
  if (before === 'op') return thing;
  if (kind === 'func' || kind === 'op') return before === 'ord' || before === 'close' || before === 'fraction';
  return (before === 'fraction' && thing) || (kind === 'fraction' && (before === 'ord' || before === 'close'));
}

function fraction({ over, under, bare }: Extract<MathNode, { type: 'fraction' }>, style: Style): Atom {
  const numerator = layOut(over, style === 'display' ? 'display' : style);
  const denominator = layOut(under, style === 'display' ? 'display' : style);
  const known = bare ? undefined : vulgarFraction(text(numerator), text(denominator));
  if (style === 'display') {
    if (bare) return { box: stacked([numerator, denominator], numerator.lines.length - 1), kind: 'ord' };
    const rule = textBox('─'.repeat(Math.max(numerator.width, denominator.width) + 2));
    return { box: stacked([numerator, rule, denominator], numerator.lines.length), kind: 'fraction' };
  }
  if (known) return { box: textBox(known), kind: 'ord' };
  if (bare) return { box: textBox(`${text(numerator)}, ${text(denominator)}`), kind: 'ord' };
  const top = isSum(text(numerator)) ? `(${text(numerator)})` : text(numerator);
  const whole = isOneThing(under, text(denominator)) ? text(denominator) : `(${text(denominator)})`;
  return { box: textBox(`${top}/${whole}`), kind: 'fraction' };
}

/** Reports whether the text would come apart beside a slash: a sum, a relation, a function, another fraction. */
function isSum(written: string): boolean {
  const bare = withoutGroups(written).slice(1);
  return /[/+−=<>]| [^\p{L}\p{N}]|(?:^|\p{L})\p{Ll}+ /u.test(bare);
}

function withoutGroups(written: string): string {
  let bare = written;
  for (let times = 0; times < 8 && /[()]/.test(bare); times++) bare = bare.replace(/\([^()]*\)/g, 'x');
  return bare;
}

/** Reports whether the text is one operand to a slash or root before it: a number, a letter, a differential, a group. */
function isOneThing(node: MathNode, written: string): boolean {
  if (/^(?:[d∂]\p{L}[²³ⁿ]?|\p{L}′*\([^()]*\))$/u.test(written)) return true;
  if (node.type === 'row') return node.nodes.length <= 1;
  if (node.type === 'atom') return !isSum(written);
  return (
    (node.type === 'scripts' && !isSum(written)) ||
    node.type === 'accent' ||
    node.type === 'fence' ||
    node.type === 'root'
  );
}

const rootSigns: Readonly<Record<string, string>> = { '': '√', 3: '∛', 4: '∜' };

function root({ body, index }: Extract<MathNode, { type: 'root' }>, style: Style): Box {
  const degree = index ? text(layOut(index, 'script')) : '';
  const sign = ownProperty(rootSigns, degree) ?? `${inScript('sup', degree) ?? `${degree}`}√`;
  const inner = layOut(body, style);
  if (inner.lines.length === 1) {
    return textBox(isOneThing(body, text(inner)) ? sign + text(inner) : `${sign}(${text(inner)})`);
  }
  return beside([textBox(sign), fenced('(', ')', inner)]);
}

function scripts(node: Scripts, style: Style): Atom {
  if (node.brace) return { box: braced(node, style), kind: 'ord' };
  const { base, sub, sup } = node;
  const inner = atomsOf(base, style);
  const [first] = inner;
  const kind = inner.length === 1 && first ? first.kind : 'ord';
  const foot = joined(inner, style);
  const written = text(foot);
  const limits = node.limits ?? (foot.lines.length === 1 && withLimits.test(written));
  if (style === 'display' && limits) {
    const boxes = [sup && layOut(sup, 'script'), foot, sub && layOut(sub, 'script')].filter((box) => box !== undefined);
    const above = sup ? (boxes[0] as Box).lines.length : 0;
    return { box: stacked(boxes, above + foot.baseline), kind: node.limits ? kind : 'op' };
  }
  // Several atoms in a script, except numbers and letters side by side, are in brackets of their own.
  const isGroup = inner.length > 1 && base.type === 'row';
  const body = isGroup && foot.lines.length === 1 && /[ +−]/.test(written) ? textBox(`(${written})`) : foot;
  const low = sub && scriptBox('sub', sub);
  const high = sup && scriptBox('sup', sup);
  if (style !== 'display' || foot.lines.length === 1) {
    if (style !== 'display' || (isRaised(high) && isRaised(low))) {
      return { box: beside([body, textBox((low?.short ?? '') + (high?.short ?? ''))]), kind };
    }
  }
  return { box: raisedBeside(body, low?.box, high?.box), kind };
}

/** Lays out the contents of a brace, and its remark: in brackets, where there is only one line. */
function braced({ base, sub, sup, brace }: Scripts, style: Style): Box {
  const body = layOut(base, style);
  const remark = sub ?? sup;
  if (style !== 'display') return remark ? textBox(`${text(body)} (${text(layOut(remark, 'line'))})`) : body;
  const half = Math.max(0, Math.floor((body.width - 3) / 2));
  const rest = Math.max(0, body.width - 3 - half);
  const [left, middle, right] = brace === '⏞' ? ['╭', '┴', '╮'] : ['╰', '┬', '╯'];
  const line = textBox(`${left}${'─'.repeat(half)}${middle}${'─'.repeat(rest)}${right}`);
  const label = remark ? [layOut(remark, 'line')] : [];
  if (brace === '⏟') return stacked([body, line, ...label], body.baseline);
  return stacked([...label, line, body], body.baseline + 1 + (label[0]?.lines.length ?? 0));
}

interface ScriptBox {
  readonly short: string;
  readonly isRaised: boolean;
  readonly box: Box;
}

/** Lays out a script in raised or lowered characters, or after a `^` or `_`; and as a box of its own. */
function scriptBox(kind: 'sub' | 'sup', node: MathNode): ScriptBox {
  const box = layOut(node, 'script');
  const written = text(box);
  const twin = inScript(kind, written);
  const sign = kind === 'sup' ? '^' : '_';
  const short = twin ?? (/^(?:\p{L}|\d+|[^\s\w])$/u.test(written) ? sign + written : `${sign}(${written})`);
  return { short, isRaised: twin !== undefined, box };
}

function isRaised(script: ScriptBox | undefined): boolean {
  return script === undefined || script.isRaised;
}

/** Sets a base's scripts on the lines above and below it. */
function raisedBeside(base: Box, low: Box | undefined, high: Box | undefined): Box {
  const width = Math.max(low?.width ?? 0, high?.width ?? 0);
  const blank = textBox(' '.repeat(width));
  const middle = base.lines.map(() => blank);
  const boxes = [...(high ? [high] : []), ...middle, ...(low ? [low] : [])];
  return beside([base, stacked(boxes, base.baseline + (high ? 1 : 0), 'left')]);
}

function accented({ body, mark }: Extract<MathNode, { type: 'accent' }>, style: Style): Atom {
  const inner = atomsOf(body, style);
  const box = joined(inner, style);
  const kind = inner.length === 1 && inner[0] ? inner[0].kind : 'ord';
  if (box.lines.length > 1) return { box, kind };
  const marked = Array.from(text(box), (character) => (character === ' ' ? character : character + mark)).join('');
  return { box: { ...textBox(marked.normalize('NFC')), width: box.width }, kind };
}

function fence({ left, right, body }: Extract<MathNode, { type: 'fence' }>, style: Style): Box {
  const box = fenced(left, right, layOut(body, style));
  // A binomial coefficient in one line.
  return style !== 'display' && body.type === 'fraction' && body.bare ? beside([textBox('C'), box]) : box;
}

function fenced(left: string, right: string, body: Box): Box {
  const boxes = [left && delimiterBox(left, body), body, right && delimiterBox(right, body)];
  return beside(boxes.filter((box) => typeof box === 'object'));
}

function grid(node: Extract<MathNode, { type: 'grid' }>, style: Style): Box {
  const { rows, left, right, aligned } = node;
  if (style !== 'display') return gridLine(node, style);
  const cells = rows.map((row) => row.map((cell) => layOut(cell, 'display')));
  const widths: number[] = [];
  for (const row of cells) {
    for (const [at, cell] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, cell.width);
  }
  const lines = cells.map((row) =>
    beside(
      widths.flatMap((width, at) => {
        const cell = row[at] ?? textBox('');
        const space = width - cell.width;
        // Formulas are aligned at their relation: right-aligned before it, left-aligned after it.
        const before = aligned ? (at % 2 === 0 ? space : 0) : left === '{' ? 0 : Math.floor(space / 2);
        const gap = at === 0 ? '' : aligned ? (at % 2 === 1 ? ' ' : '   ') : '  ';
        return [textBox(gap + ' '.repeat(before)), cell, textBox(' '.repeat(space - before))];
      }),
    ),
  );
  const height = lines.reduce((sum, line) => sum + line.lines.length, 0);
  const body = stacked(lines, Math.floor((height - 1) / 2), 'left');
  const padded = left || right ? beside([textBox(left ? ' ' : ''), body, textBox(right ? ' ' : '')]) : body;
  return fenced(left, right, lines.length === 1 ? padded : { ...padded, baseline: body.baseline });
}

/** Writes a matrix in one line: cells with commas between them, rows with semicolons. */
function gridLine({ rows, left, right, aligned }: Extract<MathNode, { type: 'grid' }>, style: Style): Box {
  const separators = aligned ? [' ', '; '] : left === '{' ? [' ', '; '] : [', ', '; '];
  const lines = rows.map((row) => row.map((cell) => text(layOut(cell, style))).join(separators[0]));
  return textBox(left + lines.join(separators[1]) + (right || (left === '{' ? '}' : '')));
}

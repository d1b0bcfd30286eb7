import { columns, eachCluster } from '../../src/render/width.ts';
import { colorOf, mix, type Palette } from './palettes.ts';

const cell = { width: 8.43, height: 18, margin: 12, font: 14 };

interface Look {
  color: string | undefined;
  background: string | undefined;
  readonly attributes: Set<string>;
}

/** Draws what a program has written to a terminal, line by line, as SVG in a palette's colours. */
export function drawTerminal(output: string, palette: Palette): string {
  const lines = output
    .replace(/\x1b\]8;[^\x1b]*\x1b\\/g, '')
    .replace(/\n$/, '')
    .split('\n');
  let widest = 40;
  const rows = lines.map((line, row) => {
    const { svg, width } = drawLine(line, cell.margin + row * cell.height, palette);
    widest = Math.max(widest, width);
    return svg;
  });
  const width = widest * cell.width + 2 * cell.margin;
  const height = lines.length * cell.height + 2 * cell.margin;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
<rect width="${width}" height="${height}" fill="#${palette.background}"/>
<g font-family="DejaVu Sans Mono, monospace" font-size="${cell.font}" xml:space="preserve">
${rows.filter(Boolean).join('\n')}
</g>
</svg>
`;
}

function drawLine(line: string, top: number, palette: Palette): { svg: string; width: number } {
  const look: Look = { color: undefined, background: undefined, attributes: new Set() };
  let column = 0;
  let svg = '';
  line.split(/\x1b\[([\d;]*)m/).forEach((piece, index) => {
    if (index % 2 === 1) changeLook(look, piece.split(';').map(Number), palette);
    else {
      svg += drawText(piece, column, top, look, palette);
      column += columns(piece);
    }
  });
  return { svg, width: column };
}

/** Draws each character at its own column, as a terminal has it. */
function drawText(text: string, column: number, top: number, look: Look, palette: Palette): string {
  const { attributes } = look;
  let color = look.color ?? palette.foreground;
  let background = look.background ?? palette.background;
  if (attributes.has('dim')) {
    color = typeof palette.faint === 'string' ? palette.faint : mix(color, background, palette.faint);
  }
  if (attributes.has('inverse')) [color, background] = [background, color];
  const x = (at: number) => (cell.margin + (column + at) * cell.width).toFixed(2);
  const width = (columns(text) * cell.width).toFixed(2);
  let svg = '';
  if (background !== palette.background) {
    svg += `<rect x="${x(0)}" y="${top}" width="${width}" height="${cell.height}" fill="#${background}"/>`;
  }
  const style = [
    attributes.has('bold') && 'font-weight="bold"',
    attributes.has('italic') && 'font-style="italic"',
  ].filter(Boolean);
  let at = 0;
  eachCluster(text, (_, taken, cluster) => {
    if (cluster.trim() !== '') {
      svg += `<text x="${x(at)}" y="${top + 14}" fill="#${color}" ${style.join(' ')}>${escapeXml(cluster)}</text>`;
    }
    at += taken;
  });
  for (const [name, y] of [
    ['underline', top + 16],
    ['strikethrough', top + 9],
  ] as const) {
    if (attributes.has(name)) svg += `<rect x="${x(0)}" y="${y}" width="${width}" height="1" fill="#${color}"/>`;
  }
  return svg;
}

const attributeCodes: Readonly<Record<number, string>> = {
  1: 'bold',
  2: 'dim',
  3: 'italic',
  4: 'underline',
  7: 'inverse',
  9: 'strikethrough',
};

function changeLook(look: Look, codes: readonly number[], palette: Palette): void {
  const [code = 0, kind, ...rest] = codes;
  const attribute = attributeCodes[code];
  if (attribute) look.attributes.add(attribute);
  else if (code === 22) {
    look.attributes.delete('bold');
    look.attributes.delete('dim');
  } else if (attributeCodes[code - 20]) look.attributes.delete(attributeCodes[code - 20] as string);
  else if (code === 38 || code === 48) {
    const color =
      kind === 5 ? colorOf(rest[0] ?? 0) : rest.map((channel) => channel.toString(16).padStart(2, '0')).join('');
    if (code === 38) look.color = color;
    else look.background = color;
  } else if (code === 39) look.color = undefined;
  else if (code === 49) look.background = undefined;
  else if (code >= 30 && code <= 37) look.color = palette.colors[code - 30];
  else if (code >= 90 && code <= 97) look.color = palette.colors[code - 82];
  else throw new Error(`SGR ${codes.join(';')} is none that the page is made of.`);
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

// Draws a terminal as SVG, in the reader's light or dark.
import stringWidth from 'string-width';

const cell = { width: 8.4, height: 20 };
const padding = { left: 20, top: 52, right: 20, bottom: 20 };

/** Terminal colours 0 to 15, the background and the foreground, for a light page and for a dark one. */
const palettes = {
  light: {
    paper: '#ffffff',
    ink: '#24292f',
    frame: '#d0d7de',
    bar: '#f6f8fa',
    colors: [
      '#24292f',
      '#cf222e',
      '#116329',
      '#7d4e00',
      '#0969da',
      '#8250df',
      '#1b7c83',
      '#6e7781',
      '#57606a',
      '#a40e26',
      '#1a7f37',
      '#633c01',
      '#218bff',
      '#a475f9',
      '#3192aa',
      '#8c959f',
    ],
  },
  dark: {
    paper: '#0d1117',
    ink: '#e6edf3',
    frame: '#30363d',
    bar: '#161b22',
    colors: [
      '#484f58',
      '#ff7b72',
      '#3fb950',
      '#d29922',
      '#58a6ff',
      '#bc8cff',
      '#39c5cf',
      '#b1bac4',
      '#6e7681',
      '#ffa198',
      '#56d364',
      '#e3b341',
      '#79c0ff',
      '#d2a8ff',
      '#56d4dd',
      '#ffffff',
    ],
  },
};

/** Draws the screen of a terminal of `columns` columns as SVG, in a window. */
export function drawWindow(lines, columns) {
  while (lines.at(-1) === '') lines.pop();
  const width = columns * cell.width + padding.left + padding.right;
  const height = lines.length * cell.height + padding.top + padding.bottom;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="article in a terminal">
<style>
${style('light')}
@media (prefers-color-scheme: dark) {
${style('dark')}
}
text { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace; font-size: 14px; white-space: pre }
.bold { font-weight: 700 } .italic { font-style: italic } .dim { fill-opacity: .65 }
.underline { text-decoration: underline } .struck { text-decoration: line-through }
</style>
<rect class="paper frame" x=".5" y=".5" width="${width - 1}" height="${height - 1}" rx="10"/>
<path class="bar" d="M1 36V11A10 10 0 0 1 11 1H${width - 11}A10 10 0 0 1 ${width - 1} 11V36Z"/>
<circle class="light" cx="20" cy="18" r="6"/><circle class="light" cx="40" cy="18" r="6"/><circle class="light" cx="60" cy="18" r="6"/>
${lines.map(drawLine).filter(Boolean).join('\n')}
</svg>
`;
}

function style(name) {
  const { paper, ink, frame, bar, colors } = palettes[name];
  const rules = colors.map((color, at) => `.c${at} { fill: ${color} } .b${at} { fill: ${color} }`);
  return `.paper { fill: ${paper} } .ink { fill: ${ink} } .frame { stroke: ${frame} } .bar { fill: ${bar} } .light { fill: ${frame} } text { fill: ${ink} } .inverse { fill: ${paper} }\n${rules.join('\n')}`;
}

function drawLine(line, row) {
  const middle = padding.top + row * cell.height;
  let column = 0;
  let backgrounds = '';
  let texts = '';
  for (const { text, look } of runs(line)) {
    const left = round(padding.left + column * cell.width);
    const paper = backgroundClass(look);
    if (paper !== undefined) {
      backgrounds += `<rect class="${paper}" x="${left}" y="${middle}" width="${round(stringWidth(text) * cell.width)}" height="${cell.height}"/>`;
    }
    const names = classes(look);
    // Each word at its own column: not every viewer of SVG preserves several spaces.
    for (const { 0: words, index } of text.matchAll(/[^ ]+(?: [^ ]+)*/g)) {
      const x = round(padding.left + (column + stringWidth(text.slice(0, index))) * cell.width);
      texts += `<tspan x="${x}" textLength="${round(stringWidth(words) * cell.width)}"${names && ` class="${names}"`}>${xml(words)}</tspan>`;
    }
    column += stringWidth(text);
  }
  return texts && `${backgrounds}<text y="${middle + 15}">${texts}</text>`;
}

/** Splits a line of the terminal into runs of text with one look; addresses of links are dropped. */
function runs(line) {
  const look = {};
  const found = [];
  const parts = line.replaceAll(/\u001b\]8;.*?(?:\u0007|\u001b\\)/g, '').split(/\u001b\[([\d;]*)m/);
  parts.forEach((part, at) => {
    if (at % 2 === 1) turn(look, part === '' ? [0] : part.split(';').map(Number));
    else if (part) found.push({ text: part, look: { ...look } });
  });
  return found;
}

/** The attributes that codes of SGR turn on; 20 more turns each off, and 22 what 1 has turned on too. */
const attributes = { 1: 'bold', 2: 'dim', 3: 'italic', 4: 'underline', 7: 'inverse', 9: 'struck' };

function turn(look, codes) {
  for (const code of codes) {
    if (code === 0) for (const key of Object.keys(look)) delete look[key];
    else if (code in attributes) look[attributes[code]] = true;
    else if (code === 22) look.bold = look.dim = false;
    else if (code !== 21 && code - 20 in attributes) look[attributes[code - 20]] = false;
    else if (code >= 30 && code <= 37) look.color = code - 30;
    else if (code === 39) look.color = undefined;
    else if (code >= 40 && code <= 47) look.background = code - 40;
    else if (code === 49) look.background = undefined;
    else if (code >= 90 && code <= 97) look.color = code - 82;
    else if (code >= 100 && code <= 107) look.background = code - 92;
    else throw new Error(`The picture knows nothing of SGR ${code}: the page is to keep to the terminal's 16 colours.`);
  }
}

function classes(look) {
  const names = ['bold', 'italic', 'dim', 'underline', 'struck', 'inverse'].filter((name) => look[name]);
  return [...names, ...(look.color === undefined || look.inverse ? [] : [`c${look.color}`])].join(' ');
}

function backgroundClass({ inverse, color, background }) {
  if (inverse) return color === undefined ? 'ink' : `c${color}`;
  return background === undefined ? undefined : `b${background}`;
}

function xml(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function round(number) {
  return Math.round(number * 100) / 100;
}

import { columns } from '../width.ts';

/** Lines of one width, and which of them is on the baseline of the text beside it. */
export interface Box {
  readonly lines: readonly string[];
  readonly baseline: number;
  readonly width: number;
}

export function textBox(text: string): Box {
  return { lines: [text], baseline: 0, width: columns(text) };
}

/** Puts boxes beside each other, their baselines aligned. */
export function beside(boxes: readonly Box[]): Box {
  if (boxes.length === 1) return boxes[0] as Box;
  let above = 0;
  let below = 0;
  for (const { lines, baseline } of boxes) {
    above = Math.max(above, baseline);
    below = Math.max(below, lines.length - baseline - 1);
  }
  const lines = Array.from({ length: above + below + 1 }, (_, at) =>
    boxes.map((box) => box.lines[at - above + box.baseline] ?? ' '.repeat(box.width)).join(''),
  );
  return { lines, baseline: above, width: boxes.reduce((sum, { width }) => sum + width, 0) };
}

/** Puts boxes below each other, each centred; `baseline` is a line of the whole. */
export function stacked(boxes: readonly Box[], baseline: number, align: 'middle' | 'left' = 'middle'): Box {
  const width = Math.max(0, ...boxes.map((box) => box.width));
  const lines = boxes.flatMap((box) => {
    const left = align === 'left' ? 0 : Math.floor((width - box.width) / 2);
    return box.lines.map((line) => ' '.repeat(left) + line + ' '.repeat(width - box.width - left));
  });
  return { lines, baseline, width };
}

const tall: Readonly<Record<string, readonly [top: string, middle: string, bottom: string, center?: string]>> = {
  '(': ['⎛', '⎜', '⎝'],
  ')': ['⎞', '⎟', '⎠'],
  '[': ['⎡', '⎢', '⎣'],
  ']': ['⎤', '⎥', '⎦'],
  '{': ['⎧', '⎪', '⎩', '⎨'],
  '}': ['⎫', '⎪', '⎭', '⎬'],
  '|': ['│', '│', '│'],
  '‖': ['║', '║', '║'],
  '⌊': ['⎢', '⎢', '⎣'],
  '⌋': ['⎥', '⎥', '⎦'],
  '⌈': ['⎡', '⎢', '⎢'],
  '⌉': ['⎤', '⎥', '⎥'],
};

/** Draws a delimiter as high as a box. */
export function delimiterBox(delimiter: string, { lines, baseline }: Box): Box {
  const pieces = tall[delimiter];
  const height = lines.length;
  if (height === 1 || !pieces) return { ...textBox(delimiter), ...(height > 1 && { baseline: 0 }) };
  const [top, middle, bottom, center] = pieces;
  // A brace of two lines has no middle: the two hooks are one symbol.
  if (height === 2 && center) return { lines: delimiter === '{' ? ['⎰', '⎱'] : ['⎱', '⎰'], baseline, width: 1 };
  const drawn = Array.from({ length: height }, (_, at) => {
    if (at === 0) return top;
    if (at === height - 1) return bottom;
    return center && at === Math.floor(height / 2) ? center : middle;
  });
  return { lines: drawn, baseline, width: 1 };
}

import type { Formula } from '../tools.ts';
import { mathLine, mathLines } from './lay-out-math.ts';
import { parseTex } from './parse-tex.ts';

/** Typesets a formula of TeX's mathematics; `undefined` where anything in it is not understood. */
export function typesetMath(source: string): Formula | undefined {
  const node = parseTex(source);
  return node && { line: () => mathLine(node), lines: () => mathLines(node) };
}

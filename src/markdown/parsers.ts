import { fastParser } from './fast/fast-parser.ts';
import { markedParser } from './marked/marked-parser.ts';
import type { Parser } from './parser.ts';

/** Both parsers: together they handle every text. */
export const allParsers: readonly Parser[] = [fastParser, markedParser];

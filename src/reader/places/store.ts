import { createHash, randomBytes } from 'node:crypto';
import {
  lstatSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../../article/article-tree.ts';
import { isResponsive, makeFolder } from '../../source/input/file-system.ts';
import { statePath } from '../../source/input/folders.ts';
import type { System } from '../../system.ts';
import { isRecord } from '../../text/own-property.ts';
import { cleanLine } from '../../text/sanitize.ts';
import type { OpenText } from '../state/model.ts';
import type { Place } from './place.ts';

/** What is stored of a text: where it was left, and its bookmarks. */
export interface KeptText {
  /** What identifies it: see {@link keyOf}. */
  readonly key: string;
  /** What opens it again; none for a text from standard input. */
  readonly source?: string;
  readonly title: string;
  readonly place: Place;
  /** How much of it had been read, from 0 to 1: down to the last line on the screen. */
  readonly read: number;
  readonly marks: Readonly<Record<string, Place>>;
  /** When it was left, in milliseconds since 1970. */
  readonly time: number;
}

/** The most texts that are stored; the oldest are dropped. */
const mostTexts = 1000;

/** The largest file that is read as one of ours, in bytes. */
const largestFile = 100_000;

/** Returns the folder of places; undefined without a home, and on a drive that does not answer. */
export async function placesFolder(system: Pick<System, 'env' | 'home'>): Promise<string | undefined> {
  const folder = statePath(system);
  return folder !== undefined && (await isResponsive(folder)) ? join(folder, 'places') : undefined;
}

/** Returns what identifies a text: its address, or its path and title; for standard input its beginning. */
export function keyOf({
  article,
  source,
  path,
  address,
}: Pick<OpenText, 'article' | 'source' | 'path' | 'address'>): string {
  if (address !== undefined) return address.replace(/#.*$/, '');
  if (path !== undefined) return `${realPath(path)}\n${article.title}`;
  return source !== undefined ? `name:${source}` : `input:${beginning(article)}`;
}

function beginning({ title, source }: Article): string {
  return createHash('sha256')
    .update(`${title}\n${source.slice(0, 4096)}`)
    .digest('hex');
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

function fileOf(folder: string, key: string): string {
  return join(folder, `${createHash('sha256').update(key).digest('hex').slice(0, 32)}.json`);
}

/** Reads what is stored of a text; undefined where nothing is, or it is damaged. */
export function readKept(folder: string | undefined, key: string): KeptText | undefined {
  if (folder === undefined || !isOwn(folder)) return undefined;
  const kept = readFile(fileOf(folder, key));
  return kept?.key === key ? kept : undefined;
}

/** Lists all texts stored, the one read last first. */
export function listKept(folder: string | undefined): readonly KeptText[] {
  if (folder === undefined || !isOwn(folder)) return [];
  return filesIn(folder)
    .flatMap((file) => readFile(join(folder, file)) ?? [])
    .sort((one, other) => other.time - one.time);
}

/** Stores a text, whole or not at all. A folder that cannot be used stores nothing, and that is no error. */
export function keepText(folder: string | undefined, kept: KeptText): void {
  if (folder === undefined) return;
  try {
    makeFolder(folder);
    if (!isOwn(folder)) return;
    const file = fileOf(folder, kept.key);
    // Not `writeWhole`, which waits: the program may be ending.
    const draft = join(folder, `.${randomBytes(8).toString('hex')}`);
    try {
      writeFileSync(draft, `${JSON.stringify(kept)}\n`, { mode: 0o600, flag: 'wx' });
      renameSync(draft, file);
    } finally {
      rmSync(draft, { force: true });
    }
    dropOldest(folder);
  } catch {
    // A full or a read-only disk stores no places.
  }
}

/** Removes the texts that `isMeant` selects, and returns how many there were. */
export function forgetTexts(folder: string | undefined, isMeant: (kept: KeptText) => boolean): number {
  if (folder === undefined || !isOwn(folder)) return 0;
  let count = 0;
  for (const file of filesIn(folder)) {
    const path = join(folder, file);
    const kept = readFile(path);
    if (kept && !isMeant(kept)) continue;
    try {
      rmSync(path);
      if (kept) count++;
    } catch {
      // What cannot be removed is not counted.
    }
  }
  return count;
}

/** Reports whether a path is a folder, no link to one, that no one else may write to. */
function isOwn(folder: string): boolean {
  try {
    const found = lstatSync(folder);
    return found.isDirectory() && (found.mode & 0o022) === 0;
  } catch {
    return false;
  }
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => /^[\da-f]{32}\.json$/.test(name));
  } catch {
    return [];
  }
}

function dropOldest(folder: string): void {
  const files = filesIn(folder);
  if (files.length <= mostTexts) return;
  const dated = files.map((file) => ({ path: join(folder, file), time: statSync(join(folder, file)).mtimeMs }));
  dated.sort((one, other) => one.time - other.time);
  for (const { path } of dated.slice(0, files.length - mostTexts)) rmSync(path, { force: true });
}

/** Reads a file of ours; undefined for one that is damaged, too large, a link or somebody else's. */
function readFile(path: string): KeptText | undefined {
  try {
    const found = lstatSync(path);
    if (!found.isFile() || found.size > largestFile) return undefined;
    return parseKept(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return undefined;
  }
}

/** Validates what was stored. */
function parseKept(value: unknown): KeptText | undefined {
  if (!isRecord(value)) return undefined;
  const { key, source, title, time } = value;
  const read = typeof value.read === 'number' ? Math.max(0, Math.min(1, value.read || 0)) : 0;
  const place = parsePlace(value.place);
  if (typeof key !== 'string' || typeof title !== 'string' || typeof time !== 'number' || !place) return undefined;
  const marks: Record<string, Place> = {};
  for (const [letter, each] of Object.entries(isRecord(value.marks) ? value.marks : {})) {
    const mark = parsePlace(each);
    if (mark && /^[\p{L}\p{N}]$/u.test(letter)) marks[letter] = mark;
  }
  return { key, title: cleanLine(title), place, read, marks, time, ...(typeof source === 'string' && { source }) };
}

function parsePlace(value: unknown): Place | undefined {
  if (!isRecord(value)) return undefined;
  const { section, offset, words, fraction } = value;
  if (typeof section !== 'string' || typeof words !== 'string') return undefined;
  if (typeof offset !== 'number' || !(offset >= 0) || typeof fraction !== 'number') return undefined;
  // Words alone: a pattern is made of them.
  if (!/^[\p{L}\p{N} ]*$/u.test(words)) return undefined;
  return { section, offset, words: words.slice(0, 400), fraction: Math.max(0, Math.min(1, fraction || 0)) };
}

/** Formats how long ago something was: `3 days ago`. */
export function ago(time: number, now: number): string {
  const minutes = Math.floor((now - time) / 60_000);
  const units = [
    [525_960, 'year'],
    [43_830, 'month'],
    [10_080, 'week'],
    [1440, 'day'],
    [60, 'hour'],
    [1, 'minute'],
  ] as const;
  for (const [length, unit] of units) {
    const count = Math.floor(minutes / length);
    if (count >= 1) return `${count} ${unit}${count === 1 ? '' : 's'} ago`;
  }
  return 'just now';
}

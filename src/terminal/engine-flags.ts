import { setFlagsFromString } from 'node:v8';
import { ownProperty } from '../text/own-property.ts';

const counts =
  '--invocation-count-for-maglev=20000 --invocation-count-for-turbofan=200000 --invocation-count-for-osr=50000';

/**
 * By Node's major version, since V8's flags and compilers differ between them; no other was measured. V8 optimizes
 * functions only after they have run for longer: for a megabyte, optimizing takes more time than it saves. Printing one
 * takes 0.6 of the processor time otherwise taken on Node 20, 0.7 on 22, and 0.85 to 0.95 on 24; ten megabytes take no
 * longer than before.
 */
const compileLess: Readonly<Record<string, string>> = {
  20: '--interrupt-budget=3000000 --no-regexp-tier-up',
  22: `${counts} --no-regexp-tier-up`,
  24: `${counts} --no-regexp-tier-up`,
};

/**
 * V8 collects garbage when the heap has grown by a tenth, rather than doubled, and keeps the young generation as small
 * as at the start. For 50 MB of READMEs the process takes 381 MB rather than 629 on Node 24, and no more time.
 */
const growSlowly = '--heap-growing-percent=10 --semi-space-growth-factor=1';

/** In characters. A shorter text has a small heap. */
const veryLong = 5_000_000;

/** Sets the flags of V8 that pay for a text of that length. Returns a name for those set by now, if any. */
export function setEngineFlags(length: number): 'long' | 'very-long' | undefined {
  const own = ownProperty(compileLess, process.versions.node.replace(/\..*/, ''));
  if (own) setFlagsFromString(own);
  if (length <= veryLong) return own ? 'long' : undefined;
  setFlagsFromString(growSlowly);
  return 'very-long';
}

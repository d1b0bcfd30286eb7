import { setFlagsFromString } from 'node:v8';
import { ownProperty } from '../text/own-property.ts';

const counts =
  '--invocation-count-for-maglev=20000 --invocation-count-for-turbofan=200000 --invocation-count-for-osr=50000';

/**
 * By Node's major version, since V8's flags and compilers differ between them; no other was measured. V8 optimizes
 * functions only after they have run for much longer: for a megabyte, its own way takes more time than it saves. Printing
 * one takes 0.44 of the processor time otherwise taken on Node 20, 0.47 on 22 and 0.67 on 24; ten megabytes take no longer
 * than without. A web page of 8 kB takes 0.6 on 20 and 24. (`--no-regexp-tier-up` wins nothing beside these, and on Node 24
 * one run in twenty of 10 MB ended with a segmentation fault.)
 */
const compileLess: Readonly<Record<string, string>> = {
  20: '--interrupt-budget=3000000',
  22: counts,
  24: counts,
};

/**
 * V8 keeps the young generation as small as at the start: it fits the processor's cache, and hardly anything survives.
 * One thread clears so little sooner than several that share it: hundreds of times in a coloured megabyte.
 */
const smallNursery = '--semi-space-growth-factor=1 --no-parallel-scavenge';

/**
 * V8 collects garbage when the heap has grown by a twentieth, rather than doubled, and at once: beside other work, when
 * marking ends and a dead copy of the text goes depends on the machine's load. For 50 MB of READMEs the process takes 373 MB.
 */
const growSlowly = '--heap-growing-percent=5 --no-incremental-marking';

/** In characters. A shorter text has a small heap. */
const veryLong = 20_000_000;

/** Sets the flags of V8 that pay for a text of that length, once `beforeChange` has been called with a name for them. */
export function setEngineFlags(length: number, beforeChange: (name: 'long' | 'very-long') => void): void {
  const own = ownProperty(compileLess, process.versions.node.replace(/\..*/, ''));
  const isVeryLong = length > veryLong;
  beforeChange(isVeryLong ? 'very-long' : 'long');
  setFlagsFromString(`${own ?? ''} ${smallNursery}`);
  if (isVeryLong) setFlagsFromString(growSlowly);
}

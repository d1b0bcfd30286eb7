import { setFlagsFromString } from 'node:v8';
import { ownProperty } from '../text/own-property.ts';

/** By Node's major version, for V8 has had other flags and other compilers from one to the next; no other was measured. */
const flags: Readonly<Record<string, string>> = {
  20: '--interrupt-budget=1000000',
  22: '--invocation-count-for-maglev=2000 --invocation-count-for-turbofan=20000 --invocation-count-for-osr=5000',
  24: '--invocation-count-for-maglev=2000 --invocation-count-for-turbofan=20000 --invocation-count-for-osr=5000',
};

/**
 * Lets V8 optimize functions only after they have run for longer: for a megabyte, that takes more time than it saves. To
 * print one takes 0.6 of the processor time otherwise taken on Node 20, 0.7 on 22, and 0.85 to 0.95 on 24; ten megabytes
 * take no longer than before.
 */
export function optimizeLater(): void {
  const own = ownProperty(flags, process.versions.node.replace(/\..*/, ''));
  if (own) setFlagsFromString(own);
}

import { execFileSync } from 'node:child_process';

/** Builds once before the tests, since those of the program run what is built. */
export function setup(): void {
  if (process.env.ARTICLE_BUILT !== '1') execFileSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' });
}

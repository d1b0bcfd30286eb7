import { isAbsolute, join } from 'node:path';
import type { System } from '../../system.ts';

/** Where saved articles lie: `$XDG_DATA_HOME/article`, else `~/.local/share/article`; undefined without a home. */
export function dataFolder(system: Pick<System, 'env' | 'home'>): string | undefined {
  return baseFolder(system.env.XDG_DATA_HOME, system.home, '.local/share');
}

/** Where fetched pages are kept: `$XDG_CACHE_HOME/article`, else `~/.cache/article`; undefined without a home. */
export function cacheFolder(system: Pick<System, 'env' | 'home'>): string | undefined {
  return baseFolder(system.env.XDG_CACHE_HOME, system.home, '.cache');
}

/** The XDG Base Directory Specification has relative paths ignored. */
function baseFolder(set: string | undefined, home: string, usual: string): string | undefined {
  if (set && isAbsolute(set)) return join(set, 'article');
  return home === '' ? undefined : join(home, usual, 'article');
}

import { isAbsolute } from 'node:path';
import type { System } from '../../system.ts';
import { isResponsive } from './file-system.ts';

type Places = Pick<System, 'env' | 'home'>;

/**
 * Returns the folder of saved articles: `$XDG_DATA_HOME/article`, else `%LOCALAPPDATA%\article\data`, else
 * `~/.local/share/article`; undefined without a home. It need not exist.
 */
export function dataPath({ env, home }: Places): string | undefined {
  return xdgFolder(env.XDG_DATA_HOME) ?? windowsFolder(env, 'data') ?? homeFolder(home, '.local/share');
}

/**
 * Returns the folder of what can be created or fetched again, such as pages: `$XDG_CACHE_HOME/article`, else
 * `%LOCALAPPDATA%\article\cache`, else `~/.cache/article`; undefined without a home. It need not exist.
 */
export function cachePath({ env, home }: Places): string | undefined {
  return xdgFolder(env.XDG_CACHE_HOME) ?? windowsFolder(env, 'cache') ?? homeFolder(home, '.cache');
}

/**
 * Returns the folder of the program's state, such as places in texts: `$XDG_STATE_HOME/article`, else
 * `%LOCALAPPDATA%\article\state`, else `~/.local/state/article`; undefined without a home. It need not exist.
 */
export function statePath({ env, home }: Places): string | undefined {
  return xdgFolder(env.XDG_STATE_HOME) ?? windowsFolder(env, 'state') ?? homeFolder(home, '.local/state');
}

/**
 * Returns the folder of the user's settings: `$XDG_CONFIG_HOME/article`, else `%LOCALAPPDATA%\article\config`, else
 * `~/.config/article`; undefined without a home, or where its file system does not answer.
 */
export async function configFolder({ env, home }: Places): Promise<string | undefined> {
  return answering(xdgFolder(env.XDG_CONFIG_HOME) ?? windowsFolder(env, 'config') ?? homeFolder(home, '.config'));
}

/** Returns {@link dataPath} if its file system answers. */
export async function dataFolder(places: Places): Promise<string | undefined> {
  return answering(dataPath(places));
}

/** Returns {@link cachePath} if its file system answers. */
export async function cacheFolder(places: Places): Promise<string | undefined> {
  return answering(cachePath(places));
}

async function answering(folder: string | undefined): Promise<string | undefined> {
  return folder !== undefined && (await isResponsive(folder)) ? folder : undefined;
}

// Without node:path's join, which takes a millisecond when it is first used.

/** Ignores relative paths, as the XDG Base Directory Specification requires. */
function xdgFolder(set: string | undefined): string | undefined {
  return set && isAbsolute(set) ? `${set}/article` : undefined;
}

/** Returns the folder below LOCALAPPDATA, which Windows alone sets; the value that WSL inherits is no path here. */
function windowsFolder({ LOCALAPPDATA }: System['env'], name: string): string | undefined {
  return LOCALAPPDATA && isAbsolute(LOCALAPPDATA) ? `${LOCALAPPDATA}/article/${name}` : undefined;
}

function homeFolder(home: string, base: string): string | undefined {
  return isAbsolute(home) ? `${home}/${base}/article` : undefined;
}

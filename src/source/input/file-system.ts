import { lstatSync, mkdirSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import { dirname, join, parse, resolve, sep } from 'node:path';

/** Milliseconds that a network drive has to answer. */
const patience = 2000;

/**
 * Reports whether the file system of a folder answers. A call into a dead network drive never returns, and the process
 * that made it cannot end: what is not a local disk is checked by a child process, which can be left behind. The folder
 * need not exist.
 */
export async function isResponsive(folder: string, mounts: readonly Mount[] = readMounts()): Promise<boolean> {
  const mount = remoteMount(folder, mounts);
  return mount === undefined || answersInTime(mount);
}

/** Reports whether a folder is on a local disk, so that calls into it return; true where the system does not say. */
export function isLocal(folder: string): boolean {
  return remoteMount(folder, readMounts()) === undefined;
}

/**
 * Creates a folder and its parents, each for its owner alone; throws as `mkdir` does. (Node's option `recursive` never
 * returns below /proc.)
 */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST' && statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
    const parent = dirname(folder);
    if (code !== 'ENOENT' || parent === folder) throw error;
    makeFolder(parent);
    mkdirSync(folder, { mode: 0o700 });
  }
}

/** A mounted file system. */
interface Mount {
  readonly point: string;
  readonly type: string;
}

/** Lists the mounted file systems of Linux (proc_pid_mountinfo(5)), if any is remote; none on another system. */
function readMounts(): readonly Mount[] {
  try {
    const mounts = readFileSync('/proc/self/mountinfo', 'utf8');
    // Most systems have none of these: no line needs to be split.
    return remoteNames.some((name) => mounts.includes(` - ${name}`)) ? parseMounts(mounts) : [];
  } catch {
    return [];
  }
}

/** Reads /proc/self/mountinfo: the fifth field is the mount point, the first after ` - ` the type. */
export function parseMounts(text: string): readonly Mount[] {
  return text.split('\n').flatMap((line) => {
    const [, written, type] = /^(?:\S+ ){4}(\S+) .*? - (\S+)/.exec(line) ?? [];
    if (written === undefined || type === undefined) return [];
    const point = written.replace(/\\([0-7]{3})/g, (_, octal: string) =>
      String.fromCharCode(Number.parseInt(octal, 8)),
    );
    return [{ point, type }];
  });
}

/** How the types of remote and user-space file systems begin, whose calls wait for another machine or program. */
const remoteNames = 'nfs cifs smb 9p fuse afs ceph lustre gluster gpfs beegfs coda ncp orangefs autofs virtiofs'.split(
  ' ',
);

/** Types that begin like these, of local disks. */
const localTypes = ['fuseblk', 'fuse.fuse-overlayfs'];

function isRemote(type: string): boolean {
  return !localTypes.includes(type) && remoteNames.some((name) => type.startsWith(name));
}

/**
 * Finds the first mount point on the path of a folder that calls can wait for; undefined when there is none. Symbolic
 * links are followed, but no call is made beyond such a mount point.
 */
export function remoteMount(folder: string, mounts: readonly Mount[]): string | undefined {
  const remote = new Set(mounts.filter(({ type }) => isRemote(type)).map(({ point }) => point));
  // Without its root no program runs.
  remote.delete('/');
  if (remote.size === 0) return undefined;
  const { root } = parse(folder);
  let rest = folder.slice(root.length).split(sep);
  let path = root;
  for (let links = 0; ; ) {
    if (remote.has(path)) return path;
    const [name, ...others] = rest;
    if (name === undefined) return undefined;
    const next = resolve(path, name);
    const target = remote.has(next) ? undefined : readLink(next);
    rest = others;
    path = next;
    if (target === undefined || links === 40) continue;
    links += 1;
    const whole = resolve(dirname(next), target);
    path = parse(whole).root;
    rest = [...whole.slice(path.length).split(sep), ...others];
  }
}

function readLink(path: string): string | undefined {
  try {
    return lstatSync(path).isSymbolicLink() ? readlinkSync(path) : undefined;
  } catch {
    return undefined;
  }
}

/** Reports whether a child process can stat a folder in time. */
async function answersInTime(folder: string): Promise<boolean> {
  const { spawn } = await import('node:child_process');
  return new Promise((done) => {
    const child = spawn('ls', ['-d', join(folder, '.')], { stdio: 'ignore' });
    const finish = (isAnswered: boolean) => {
      clearTimeout(timer);
      child.kill('SIGKILL');
      child.unref();
      done(isAnswered);
    };
    const timer = setTimeout(() => finish(false), patience);
    child.on('error', () => finish(false));
    child.on('exit', (code) => finish(code === 0));
  });
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';

/** A file system that answers nobody. */
export interface DeadMount {
  /** Ends it: what waits for it goes on. */
  readonly end: () => Promise<void>;
}

/**
 * Mounts a file system in user space whose program never says a word: what a network drive is whose server is gone.
 * Undefined where nothing can be mounted.
 */
export async function deadMount(point: string): Promise<DeadMount | undefined> {
  mkdirSync(point);
  const child = spawn('python3', ['-c', script, point], { stdio: ['ignore', 'pipe', 'ignore'] });
  const mounted = await Promise.race([
    once(child.stdout, 'data').then(() => true),
    once(child, 'close').then(() => false),
    once(child, 'error').then(() => false),
  ]);
  if (!mounted) return undefined;
  return {
    async end() {
      const ended = once(child, 'close');
      child.kill('SIGKILL');
      await ended;
      await once(spawn('umount', [point]), 'close');
    },
  };
}

const script = `
import ctypes, os, sys, time
libc = ctypes.CDLL(None, use_errno=True)
fd = os.open('/dev/fuse', os.O_RDWR)
options = f'fd={fd},rootmode=40000,user_id={os.getuid()},group_id={os.getgid()}'
if libc.mount(b'dead', sys.argv[1].encode(), b'fuse', 0, options.encode()): sys.exit(1)
print('mounted', flush=True)
time.sleep(120)
`;

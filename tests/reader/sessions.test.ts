import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { play } from './session.ts';

// Each file in tests/reader/sessions is a session: keys go in, frames come out, and both are written down in it.
// `vitest -u` writes the frames anew; reading the file is how they are reviewed.

const folder = 'tests/reader/sessions';

describe('a session', () => {
  it.each(readdirSync(folder))('%s is as it is written down', async (name) => {
    const file = join(folder, name);
    await expect(await play(file)).toMatchFileSnapshot(join(process.cwd(), file));
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bindingGroups } from '../../src/reader/keys/bindings.ts';
import { goldenFiles } from '../support/golden.ts';
import { play } from './session.ts';

// Each file in tests/reader/sessions is a session: keys go in, frames come out, and both are written down in it.
// UPDATE_GOLDEN=1 writes the frames anew; reading the file is how they are reviewed.

const folder = 'tests/reader/sessions';
const names = readdirSync(folder);
const { expectGolden } = goldenFiles(folder, '.txt');

describe('a session', () => {
  it.each(names)('%s is as it is written down', async (name) => {
    expectGolden(name, await play(join(folder, name)));
  });

  it('is there for every key', () => {
    const pressed = new Set(
      names
        .flatMap((name) => readFileSync(join(folder, name), 'utf8').match(/^keys: .*$/gm) ?? [])
        .flatMap((line) => line.slice('keys: '.length).split(/\s+/)),
    );
    const actions = bindingGroups.flatMap(({ bindings }) => bindings.flatMap(({ keys }) => Object.entries(keys)));
    const untried = actions.filter(
      ([, keys]) => !keys.some((key) => pressed.has(key) || [...key].every((each) => pressed.has(each))),
    );
    expect(untried.map(([action]) => action)).toEqual([]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shrink } from '../../../src/render/rich/table-lines.ts';

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

describe('shrink', () => {
  it('leaves columns as wide as they wish when they fit', () => {
    expect(shrink([5, 10], [1, 1], 20)).toEqual([5, 10]);
  });

  it('shrinks in proportion', () => {
    expect(shrink([30, 60], [1, 1], 45)).toEqual([15, 30]);
  });

  it('keeps a column’s longest word whole', () => {
    expect(shrink([10, 90], [10, 5], 50)).toEqual([10, 40]);
  });

  it('gives up where not even the words fit', () => {
    expect(shrink([30, 30], [20, 20], 39)).toBeUndefined();
  });

  it('fills what there is, no column below its floor or above its wish', () => {
    const column = fc.tuple(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 40 }));
    fc.assert(
      fc.property(
        fc.array(column, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 1, max: 300 }),
        (columns, room) => {
          const floors = columns.map(([, floor]) => floor);
          const wishes = columns.map(([wish, floor]) => Math.max(wish, floor));
          const widths = shrink(wishes, floors, room);
          expect(widths === undefined).toBe(sum(floors) > room);
          if (!widths) return;
          expect(sum(widths)).toBe(Math.min(room, sum(wishes)));
          widths.forEach((width, index) => {
            expect(width).toBeGreaterThanOrEqual(floors[index] ?? 0);
            expect(width).toBeLessThanOrEqual(wishes[index] ?? 0);
          });
        },
      ),
    );
  });
});

/** A priority queue: the largest value first, of equal ones the earliest. Each step takes logarithmic time. */
export interface Queue<Item> {
  readonly push: (item: Item, value: number) => void;
  readonly pop: () => Item | undefined;
}

/** Creates a priority queue on a binary heap. */
export function createQueue<Item>(): Queue<Item> {
  interface Entry {
    readonly item: Item;
    readonly value: number;
    readonly turn: number;
  }
  const heap: Entry[] = [];
  let turns = 0;

  const isBefore = (left: Entry | undefined, right: Entry | undefined) =>
    left !== undefined &&
    (right === undefined || left.value > right.value || (left.value === right.value && left.turn < right.turn));

  const swap = (left: number, right: number) => {
    const [one, other] = [heap[left], heap[right]];
    if (!one || !other) return;
    heap[left] = other;
    heap[right] = one;
  };

  return {
    push(item, value) {
      heap.push({ item, value, turn: turns++ });
      let at = heap.length - 1;
      while (at > 0) {
        const parent = (at - 1) >> 1;
        if (!isBefore(heap[at], heap[parent])) break;
        swap(at, parent);
        at = parent;
      }
    },
    pop() {
      swap(0, heap.length - 1);
      const first = heap.pop();
      for (let at = 0; ; ) {
        const left = 2 * at + 1;
        const larger = isBefore(heap[left + 1], heap[left]) ? left + 1 : left;
        if (!isBefore(heap[larger], heap[at])) break;
        swap(at, larger);
        at = larger;
      }
      return first?.item;
    },
  };
}

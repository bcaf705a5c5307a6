/* Order statistics of a part of a list, which is put in another order meanwhile. */

const few = 24;

function sortFew(list: Float64Array, first: number, last: number): void {
  for (let index = first + 1; index <= last; index += 1) {
    const value = list[index] as number;
    let to = index;
    while (to > first && (list[to - 1] as number) > value) {
      list[to] = list[to - 1] as number;
      to -= 1;
    }
    list[to] = value;
  }
}

function median(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}

/**
 * Brings the value of one rank to its place: none before it is greater, none after it smaller (Hoare 1961).
 * @param first index of the first value looked at
 * @param last index of the last one
 * @param rank index between them
 * @returns nothing; the list is put in another order
 */
export function selectRank(list: Float64Array, first: number, last: number, rank: number): void {
  let from = first;
  let to = last;
  while (to - from > few) {
    const pivot = median(list[from] as number, list[(from + to) >> 1] as number, list[to] as number);
    let low = from - 1;
    let high = to + 1;
    for (;;) {
      do low += 1;
      while ((list[low] as number) < pivot);
      do high -= 1;
      while ((list[high] as number) > pivot);
      if (low >= high) break;
      const value = list[low] as number;
      list[low] = list[high] as number;
      list[high] = value;
    }
    if (rank <= high) to = high;
    else from = high + 1;
  }
  sortFew(list, from, to);
}

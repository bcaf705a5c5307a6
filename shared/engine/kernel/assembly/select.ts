/* Order statistics of a list in memory, which is put in another order meanwhile. Addresses count in bytes. */

const few: usize = 24 * 8;

function sortFew(first: usize, last: usize): void {
  for (let at = first + 8; at <= last; at += 8) {
    const value = load<f64>(at);
    let to = at;
    while (to > first && load<f64>(to - 8) > value) {
      store<f64>(to, load<f64>(to - 8));
      to -= 8;
    }
    store<f64>(to, value);
  }
}

export class Select {
  @inline static median(a: f64, b: f64, c: f64): f64 {
    return max(min(a, b), min(max(a, b), c));
  }

  /** Brings the value of one rank to its place: none before it is greater, none after it smaller (Hoare 1961). */
  static nth(first: usize, last: usize, place: usize): void {
    while (last - first > few) {
      const middle = first + (((last - first) >> 4) << 3);
      const pivot = Select.median(load<f64>(first), load<f64>(middle), load<f64>(last));
      let low = first - 8;
      let high = last + 8;
      for (;;) {
        do low += 8;
        while (load<f64>(low) < pivot);
        do high -= 8;
        while (load<f64>(high) > pivot);
        if (low >= high) break;
        const value = load<f64>(low);
        store<f64>(low, load<f64>(high));
        store<f64>(high, value);
      }
      if (place <= high) last = high;
      else first = high + 8;
    }
    sortFew(first, last);
  }

  /** Shell's method, for samples. */
  static sort(first: usize, count: usize): void {
    const end = first + (count << 3);
    let gap: usize = 8;
    while (gap < count << 2) gap = gap * 3 + 8;
    for (; gap >= 8; gap = ((gap >> 3) / 3) << 3) {
      for (let at = first + gap; at < end; at += 8) {
        const value = load<f64>(at);
        let to = at;
        while (to >= first + gap && load<f64>(to - gap) > value) {
          store<f64>(to, load<f64>(to - gap));
          to -= gap;
        }
        store<f64>(to, value);
      }
    }
  }
}

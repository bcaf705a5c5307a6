import { firstQuantile, quantiles, rankValuesAt, ranksAt, worstMean } from '../layout';
import { Lanes } from './lanes';
import { OrderStatistics } from './orderStatistics';

/*
 * R7.2s Twin of montecarlo/summary.ts. Sums run in eight lanes, path by path, so their bits are fixed.
 */

const shares = memory.data<f64>([0.05, 0.25, 0.5, 0.75, 0.95]);
const worstShare: f64 = 0.05;

/** Where the values begin that do not fill the eight lanes once more. */
class Tail {
  @inline static from(values: usize, count: usize): usize {
    return values + ((count >> 3) << 6);
  }
}

class Sums {
  @inline static total(a: v128, b: v128, c: v128, d: v128): f64 {
    return Lanes.sum(f64x2.add(f64x2.add(a, b), f64x2.add(c, d)));
  }

  static ofValues(values: usize, count: usize): f64 {
    let a = f64x2.splat(0),
      b = a,
      c = a,
      d = a;
    const tail = Tail.from(values, count);
    for (let at = values; at < tail; at += 64) {
      a = f64x2.add(a, v128.load(at));
      b = f64x2.add(b, v128.load(at, 16));
      c = f64x2.add(c, v128.load(at, 32));
      d = f64x2.add(d, v128.load(at, 48));
    }
    let sum = Sums.total(a, b, c, d);
    for (let at = tail, end = values + (count << 3); at < end; at += 8) sum += load<f64>(at);
    return sum;
  }

  static ofSquares(values: usize, count: usize, mean: f64): f64 {
    const centre = f64x2.splat(mean);
    let a = f64x2.splat(0),
      b = a,
      c = a,
      d = a;
    const tail = Tail.from(values, count);
    for (let at = values; at < tail; at += 64) {
      const da = f64x2.sub(v128.load(at), centre);
      const db = f64x2.sub(v128.load(at, 16), centre);
      const dc = f64x2.sub(v128.load(at, 32), centre);
      const dd = f64x2.sub(v128.load(at, 48), centre);
      a = f64x2.add(a, f64x2.mul(da, da));
      b = f64x2.add(b, f64x2.mul(db, db));
      c = f64x2.add(c, f64x2.mul(dc, dc));
      d = f64x2.add(d, f64x2.mul(dd, dd));
    }
    let sum = Sums.total(a, b, c, d);
    for (let at = tail, end = values + (count << 3); at < end; at += 8) {
      const off = load<f64>(at) - mean;
      sum += off * off;
    }
    return sum;
  }

  /** Mean of the `worst` smallest values, of which `limit` is the greatest: equal ones fill the rest. */
  static worstMean(values: usize, count: usize, limit: f64, worst: usize): f64 {
    const bound = f64x2.splat(limit);
    let a = f64x2.splat(0),
      b = a,
      c = a,
      d = a;
    let below = i64x2.splat(0);
    const tail = Tail.from(values, count);
    for (let at = values; at < tail; at += 64) {
      const va = v128.load(at),
        vb = v128.load(at, 16),
        vc = v128.load(at, 32),
        vd = v128.load(at, 48);
      const ma = f64x2.lt(va, bound),
        mb = f64x2.lt(vb, bound),
        mc = f64x2.lt(vc, bound),
        md = f64x2.lt(vd, bound);
      a = f64x2.add(a, v128.and(va, ma));
      b = f64x2.add(b, v128.and(vb, mb));
      c = f64x2.add(c, v128.and(vc, mc));
      d = f64x2.add(d, v128.and(vd, md));
      below = i64x2.sub(below, i64x2.add(i64x2.add(ma, mb), i64x2.add(mc, md)));
    }
    let sum = Sums.total(a, b, c, d);
    let smaller = <usize>(i64x2.extract_lane(below, 0) + i64x2.extract_lane(below, 1));
    for (let at = tail, end = values + (count << 3); at < end; at += 8) {
      const value = load<f64>(at);
      if (value >= limit) continue;
      sum += value;
      smaller++;
    }
    return (sum + <f64>(worst - smaller) * limit) / <f64>worst;
  }
}

/** Quantiles of a series alone; notes and values looked through need 8 bytes a value beside their own. */
export function summariseQuantiles(values: usize, count: i32, work: usize, to: usize): void {
  for (let index = 0; index < quantiles; index++) {
    const lower = <u32>(load<f64>(shares + ((<usize>index) << 3)) * <f64>(count - 1));
    const at = work + ((<usize>index) << 3);
    store<u32>(at, lower, ranksAt);
    store<u32>(at, min(lower + 1, <u32>(count - 1)), ranksAt + 4);
  }
  OrderStatistics.find(work, values, <u32>count, 2 * quantiles);
  for (let index = 0; index < quantiles; index++) {
    const position = load<f64>(shares + ((<usize>index) << 3)) * <f64>(count - 1);
    const at = work + ((<usize>index) << 4);
    const low = load<f64>(at, rankValuesAt);
    const high = load<f64>(at, rankValuesAt + 8);
    store<f64>(
      to + ((<usize>index) << 3),
      low + (high - low) * (position - floor(position)),
      firstQuantile * 8,
    );
  }
}

/** Mean, standard deviation (0 for one value), quantiles and the mean of the worst twentieth. */
export function summarise(values: usize, count: i32, work: usize, to: usize): void {
  const mean = Sums.ofValues(values, <usize>count) / <f64>count;
  store<f64>(to, mean);
  const squares = Sums.ofSquares(values, <usize>count, mean);
  store<f64>(to, count > 1 ? sqrt(squares / <f64>(count - 1)) : 0, 8);
  summariseQuantiles(values, count, work, to);
  const worst = <u32>ceil(worstShare * <f64>count - 1e-9);
  // The last of the worst is one of the two order statistics around the lowest quantile.
  const isLower = worst - 1 == <u32>(worstShare * <f64>(count - 1));
  const limit = load<f64>(isLower ? work : work + 8, rankValuesAt);
  store<f64>(to, Sums.worstMean(values, <usize>count, limit, worst), worstMean * 8);
}

/** How many paths have a greater value in the first series than in the second. */
export function countAbove(first: usize, second: usize, count: i32): i32 {
  let above = 0;
  for (let index: usize = 0; index < <usize>count; index++)
    above += <i32>(load<f64>(first + (index << 3)) > load<f64>(second + (index << 3)));
  return above;
}

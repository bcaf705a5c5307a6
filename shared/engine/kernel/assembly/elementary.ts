import { Lanes } from './lanes';

/*
 * Twin of numeric/shortElementary.ts, two numbers at a time: the same operations in the same order. Coefficients lie in
 * memory, see Lanes.both.
 */

/** ln 2 and rounding first, then the coefficients of Taylor's series from that of r² on. */
const ofExp = memory.data<f64>([
  1.4426950408889634, 6755399441055744, 0.6931471803691238, 1.9082149292705877e-10, 0.5, 0.16666666666666666,
  4.1666666666666664e-2, 8.333333333333333e-3, 1.388888888888889e-3, 1.984126984126984e-4,
  2.48015873015873e-5, 2.7557319223985893e-6, 2.755731922398589e-7, 2.505210838544172e-8, 2.08767569878681e-9,
  1,
]);

const ofLog = memory.data<f64>([
  2, 0.15313837699209373, 0.22222198432149784, 0.3999999999940942, 0.14798198605116586, 0.1818357216161805,
  0.2857142874366239, 0.6666666666666735, 0.5, 1.9082149292705877e-10, 0.6931471803691238, 1,
]);

export class Elementary {
  @inline static horner(sum: v128, x: v128, coefficient: usize): v128 {
    return Lanes.multiplyAdd(sum, x, Lanes.both(coefficient));
  }

  /** c0 + c1·x */
  @inline static line(coefficients: usize, x: v128): v128 {
    return f64x2.add(Lanes.both(coefficients), f64x2.mul(Lanes.both(coefficients + 8), x));
  }

  /** (c0 + c1·x) + (c2 + c3·x)·x² */
  @inline static cubic(coefficients: usize, x: v128, square: v128): v128 {
    const upper = f64x2.mul(Elementary.line(coefficients + 16, x), square);
    return f64x2.add(Elementary.line(coefficients, x), upper);
  }

  @inline static exp(x: v128): v128 {
    const magic = Lanes.both(ofExp + 8);
    const shifted = f64x2.add(f64x2.mul(x, Lanes.both(ofExp)), magic);
    const exponent = f64x2.sub(shifted, magic);
    const r = f64x2.sub(
      f64x2.sub(x, f64x2.mul(exponent, Lanes.both(ofExp + 16))),
      f64x2.mul(exponent, Lanes.both(ofExp + 24)),
    );
    const r2 = f64x2.mul(r, r);
    const r4 = f64x2.mul(r2, r2);
    const from2 = Elementary.cubic(ofExp + 32, r, r2);
    const from6 = Elementary.cubic(ofExp + 64, r, r2);
    const from10 = f64x2.add(Elementary.line(ofExp + 96, r), f64x2.mul(Lanes.both(ofExp + 112), r2));
    let rest = f64x2.add(from2, f64x2.mul(from6, r4));
    rest = f64x2.add(rest, f64x2.mul(from10, f64x2.mul(r4, r4)));
    const sum = f64x2.add(Lanes.both(ofExp + 120), f64x2.add(r, f64x2.mul(r2, rest)));
    // The whole number stands in the lowest bits of the shifted one: added to the exponent's bits, it scales.
    return i64x2.add(sum, i64x2.shl(shifted, 52));
  }

  static log(x: v128): v128 {
    const one = Lanes.both(ofLog + 88);
    const shifted = i64x2.add(x, i64x2.splat(0x3ff0000000000000 - 0x3fe6a09e00000000));
    const bits = v128.and(shifted, i64x2.splat(0x000fffffffffffff));
    const f = f64x2.sub(i64x2.add(bits, i64x2.splat(0x3fe6a09e00000000)), one);
    // 1.5·2^52 holds a whole number in its lowest bits: so 1023 is taken away from the exponent and it becomes a double.
    const biased = i64x2.add(i64x2.shr_s(shifted, 52), i64x2.splat(0x4338000000000000 - 1023));
    const exponent = f64x2.sub(biased, f64x2.splat(6755399441055744));
    const s = f64x2.div(f, f64x2.add(Lanes.both(ofLog), f));
    const z = f64x2.mul(s, s);
    const w = f64x2.mul(z, z);
    let odd = f64x2.mul(w, Lanes.both(ofLog + 8));
    odd = f64x2.mul(w, f64x2.add(Lanes.both(ofLog + 16), odd));
    odd = f64x2.mul(w, f64x2.add(Lanes.both(ofLog + 24), odd));
    let even = f64x2.mul(w, Lanes.both(ofLog + 32));
    even = f64x2.mul(w, f64x2.add(Lanes.both(ofLog + 40), even));
    even = f64x2.mul(w, f64x2.add(Lanes.both(ofLog + 48), even));
    even = f64x2.mul(z, f64x2.add(Lanes.both(ofLog + 56), even));
    const half = f64x2.mul(f64x2.mul(Lanes.both(ofLog + 64), f), f);
    const correction = f64x2.add(
      f64x2.mul(s, f64x2.add(half, f64x2.add(even, odd))),
      f64x2.mul(exponent, Lanes.both(ofLog + 72)),
    );
    return f64x2.sub(f64x2.mul(exponent, Lanes.both(ofLog + 80)), f64x2.sub(f64x2.sub(half, correction), f));
  }
}

import { blockMonths } from '../layout';
import { Elementary } from './elementary';
import { Lanes } from './lanes';

/* Twin of random/normal.ts, two draws at a time. */

const ofCentre = memory.data<f64>([
  -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716,
  2.506628277459239, -54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972,
  -13.28068155288572, 1, 0.5, 2.3283064365386963e-10, 0.2263380625,
]);

const ofTail = memory.data<f64>([
  -7.784894002430293e-3, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
  2.938163982698783, 7.784695709041462e-3, 0.3224671290700398, 2.445134137142996, 3.754408661907416, 1, -2,
  0.5,
]);

/** Bytes for the places of a block's pairs, and for its draws and their places. */
const tailPlaces: usize = blockMonths * 32;
const tailValues: usize = blockMonths * 128 + 8;
const nobodysPlace: usize = blockMonths * 64 + 8;

export class Normal {
  /** Both lanes as if they lay in a tail. */
  @inline static tail(q: v128): v128 {
    const share = f64x2.sub(Lanes.both(ofTail + 96), f64x2.abs(q));
    const w = f64x2.sqrt(f64x2.mul(Lanes.both(ofTail + 88), Elementary.log(share)));
    let above = Lanes.both(ofTail);
    above = Elementary.horner(above, w, ofTail + 8);
    above = Elementary.horner(above, w, ofTail + 16);
    above = Elementary.horner(above, w, ofTail + 24);
    above = Elementary.horner(above, w, ofTail + 32);
    above = Elementary.horner(above, w, ofTail + 40);
    let below = Lanes.both(ofTail + 48);
    below = Elementary.horner(below, w, ofTail + 56);
    below = Elementary.horner(below, w, ofTail + 64);
    below = Elementary.horner(below, w, ofTail + 72);
    below = Elementary.horner(below, w, ofTail + 80);
    const quantile = f64x2.div(above, below);
    return v128.bitselect(f64x2.neg(quantile), quantile, f64x2.gt(q, f64x2.splat(0)));
  }

  /** Both lanes as if they lay in the centre; t = q². */
  @inline static centre(q: v128, t: v128): v128 {
    let above = Lanes.both(ofCentre);
    above = Elementary.horner(above, t, ofCentre + 8);
    above = Elementary.horner(above, t, ofCentre + 16);
    above = Elementary.horner(above, t, ofCentre + 24);
    above = Elementary.horner(above, t, ofCentre + 32);
    above = Elementary.horner(above, t, ofCentre + 40);
    above = f64x2.mul(above, q);
    let below = Lanes.both(ofCentre + 48);
    below = Elementary.horner(below, t, ofCentre + 56);
    below = Elementary.horner(below, t, ofCentre + 64);
    below = Elementary.horner(below, t, ofCentre + 72);
    below = Elementary.horner(below, t, ofCentre + 80);
    below = Elementary.horner(below, t, ofCentre + 88);
    return f64x2.div(above, below);
  }

  /**
   * q = u − ½ of two words whose highest bit is turned over: read as signed numbers they are r − 2^31, so that
   * q = (r − 2^31 + ½)·2^−32, which is exact.
   */
  @inline static fromCentre(turnedWords: usize): v128 {
    const centred = f64x2.convert_low_i32x4_s(v128.load64_zero(turnedWords));
    return f64x2.mul(f64x2.add(centred, Lanes.both(ofCentre + 96)), Lanes.both(ofCentre + 104));
  }

  /**
   * Normal draws of some words, each pair first as if it lay in the centre. Where one lies in a tail is noted without a
   * branch, which would be guessed wrongly one time in ten, and mended afterwards.
   */
  static ofWords(words: usize, bytes: usize, draws: usize, tails: usize): void {
    let noted = tails;
    for (let at: usize = 0; at < bytes; at += 8) {
      const q = Normal.fromCentre(words + at);
      const t = f64x2.mul(q, q);
      v128.store(draws + (at << 1), Normal.centre(q, t));
      store<u32>(noted, <u32>at);
      noted += (Normal.tailBits(t) + 3) & 4;
    }
    Normal.mendTails(words, draws, tails, noted);
  }

  @inline static tailBits(t: v128): u32 {
    return i64x2.bitmask(f64x2.gt(t, Lanes.both(ofCentre + 112)));
  }

  /** Puts the draws that lie in tails side by side, two in a register, and back. A place of a draw is its address. */
  static mendTails(words: usize, draws: usize, tails: usize, noted: usize): void {
    const values = tails + tailPlaces;
    const places = values + tailValues;
    let value = values;
    let place = places;
    for (let next = tails; next < noted; next += 4) {
      const at = <usize>load<u32>(next);
      const q = Normal.fromCentre(words + at);
      const bits = Normal.tailBits(f64x2.mul(q, q));
      store<f64>(value, f64x2.extract_lane(q, 0));
      store<u32>(place, <u32>(draws + (at << 1)));
      value += (bits & 1) << 3;
      place += (bits & 1) << 2;
      store<f64>(value, f64x2.extract_lane(q, 1));
      store<u32>(place, <u32>(draws + (at << 1) + 8));
      value += (bits & 2) << 2;
      place += (bits & 2) << 1;
    }
    // One more, so that an odd last one has a neighbour, whose result nobody takes.
    store<f64>(value, 0.49);
    store<u32>(place, <u32>(places + nobodysPlace));
    for (let from = values, to = places; from < value; from += 16, to += 8) {
      const quantile = Normal.tail(v128.load(from));
      store<f64>(<usize>load<u32>(to), f64x2.extract_lane(quantile, 0));
      store<f64>(<usize>load<u32>(to, 4), f64x2.extract_lane(quantile, 1));
    }
  }
}

/* Two numbers of 8 bytes, or four of 4, in one register. */

export class Lanes {
  /** One number in both lanes: from memory that is one instruction, while a constant in the code takes three. */
  @inline static both(at: usize): v128 {
    return v128.load64_splat(at);
  }

  /** a·b + c, rounded twice. */
  @inline static multiplyAdd(a: v128, b: v128, c: v128): v128 {
    return f64x2.add(f64x2.mul(a, b), c);
  }

  /** Low halves of four products of 8 bytes. */
  @inline static lowWords(first: v128, second: v128): v128 {
    return v128.shuffle<i32>(first, second, 0, 2, 4, 6);
  }

  @inline static highWords(first: v128, second: v128): v128 {
    return v128.shuffle<i32>(first, second, 1, 3, 5, 7);
  }

  /** Both lanes added up. */
  @inline static sum(pair: v128): f64 {
    return f64x2.extract_lane(pair, 0) + f64x2.extract_lane(pair, 1);
  }
}

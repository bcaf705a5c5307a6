import { keysAt } from '../layout';
import { Lanes } from './lanes';

/*
 * Twin of random/philox.ts for four paths side by side. The keys of the ten rounds are prepared by the host.
 */

const constants = memory.data<u32>([0xd2511f53, 0xcd9e8d57, 0x80000000]);
const rounds: usize = 10;

export class Draws {
  /** R7.2p Words of four factors in some months, the highest bit of each turned over (see Normal.fromCentre). */
  static words(path: i32, firstMonth: i32, endMonth: i32, parameters: usize, to: usize): void {
    const paths = i32x4.add(i32x4.splat(path), i32x4(0, 1, 2, 3));
    const keys = parameters + keysAt;
    for (let month = firstMonth; month < endMonth; month++) {
      const multiplier0 = v128.load32_splat(constants);
      const multiplier1 = v128.load32_splat(constants + 4);
      let word0 = paths;
      let word1 = i32x4.splat(month);
      let word2 = i32x4.splat(0);
      let word3 = word2;
      for (let key = keys; key < keys + rounds * 8; key += 8) {
        const first0 = i64x2.extmul_low_i32x4_u(word0, multiplier0);
        const second0 = i64x2.extmul_high_i32x4_u(word0, multiplier0);
        const first1 = i64x2.extmul_low_i32x4_u(word2, multiplier1);
        const second1 = i64x2.extmul_high_i32x4_u(word2, multiplier1);
        word0 = v128.xor(v128.xor(Lanes.highWords(first1, second1), word1), v128.load32_splat(key));
        word1 = Lanes.lowWords(first1, second1);
        word2 = v128.xor(v128.xor(Lanes.highWords(first0, second0), word3), v128.load32_splat(key + 4));
        word3 = Lanes.lowWords(first0, second0);
      }
      const turn = v128.load32_splat(constants + 8);
      v128.store(to, v128.xor(word0, turn));
      v128.store(to, v128.xor(word1, turn), 16);
      v128.store(to, v128.xor(word2, turn), 32);
      v128.store(to, v128.xor(word3, turn), 48);
      to += 64;
    }
  }
}

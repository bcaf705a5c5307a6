/*
 * R2.4 The difficulty rule of the protocol (source: Bitcoin Core, proof of work). The node compares the
 * times of the first and last block of an epoch, so 2016 blocks are judged by 2015 intervals; this is
 * kept.
 */

/** Blocks between two changes of difficulty. */
export const blocksPerEpoch = 2016;
/** Goal for the time of an epoch: two weeks [s]. */
export const targetTimespanS = 1_209_600;
const mostTargetTimes = 4;
const easiestTarget = 0xffffn << 208n;

/** A target as the block header stores it: a mantissa of three bytes and an exponent in bytes. */
function targetOf(bits: number): bigint {
  const mantissa = BigInt(bits & 0x7fffff);
  const exponent = bits >>> 24;
  return exponent <= 3 ? mantissa >> BigInt(8 * (3 - exponent)) : mantissa << BigInt(8 * (exponent - 3));
}

/**
 * Cuts a target to header form; a mantissa whose top bit is set would read as negative and moves one byte
 * down.
 */
function bitsOf(target: bigint): number {
  let exponent = Math.ceil(target.toString(2).length / 8);
  let mantissa = exponent <= 3 ? target << BigInt(8 * (3 - exponent)) : target >> BigInt(8 * (exponent - 3));
  if ((mantissa & 0x800000n) !== 0n) {
    mantissa >>= 8n;
    exponent += 1;
  }
  return Number(mantissa) + exponent * 0x1000000;
}

/**
 * R2.4 Difficulty of a target in header form: 0xffff·2^208/target.
 * @example difficultyOfBits(0x1d00ffff) // → 1
 */
export function difficultyOfBits(bits: number): number {
  let difficulty = 0xffff / (bits & 0x7fffff);
  const shift = 0x1d - (bits >>> 24);
  for (let byte = 0; byte < Math.abs(shift); byte += 1)
    difficulty = shift > 0 ? difficulty * 256 : difficulty / 256;
  return difficulty;
}

/**
 * R2.4 Target of the next epoch: old·timespan/1209600 in whole numbers, the timespan limited to a quarter
 * and four times the goal, the target to the easiest one, cut to header form.
 * @param bits target in header form
 * @param timespanS time of the last block less time of the first [s]
 * @throws RangeError where the timespan is no whole number
 * @example retargetBits(0x1d00ffff, 604800) // → 0x1c7fff80
 */
export function retargetBits(bits: number, timespanS: number): number {
  const limited = Math.min(
    Math.max(timespanS, targetTimespanS / mostTargetTimes),
    targetTimespanS * mostTargetTimes,
  );
  const target = (targetOf(bits) * BigInt(limited)) / BigInt(targetTimespanS);
  return bitsOf(target > easiestTarget ? easiestTarget : target);
}

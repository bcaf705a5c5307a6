/*
 * Counter-based random numbers: a draw is a function of where it stands, not of what was drawn before. So it does not
 * matter which worker draws it, when, or what else is drawn.
 */

const multiplier0 = 0xd2511f53;
const multiplier1 = 0xcd9e8d57;
const keyStep0 = 0x9e3779b9;
const keyStep1 = 0xbb67ae85;
const rounds = 10;

/** Upper 32 bits of the product of two whole numbers of 32 bits, from products of their halves. */
function highProduct(a: number, b: number): number {
  const aLow = a & 0xffff;
  const aHigh = a >>> 16;
  const bLow = b & 0xffff;
  const bHigh = b >>> 16;
  const upper = (Math.imul(aHigh, bLow) + (Math.imul(aLow, bLow) >>> 16)) | 0;
  const lower = (Math.imul(aLow, bHigh) + (upper & 0xffff)) | 0;
  return (Math.imul(aHigh, bHigh) + (upper >>> 16) + (lower >>> 16)) | 0;
}

/** The two words of 32 bits that key the generator. */
export interface PhiloxKey {
  readonly low: number;
  readonly high: number;
}

/**
 * R7.2p Key of a seed N: (N mod 2^32, ⌊N/2^32⌋).
 * @param seed whole number, 0 … 2^53 − 1
 * @example philoxKey(104372020500516).low // → 20240420
 */
export function philoxKey(seed: number): PhiloxKey {
  return { low: seed % 4294967296, high: Math.floor(seed / 4294967296) };
}

/**
 * R7.2p Keys of the ten rounds, two words each.
 * @example philoxRoundKeys({ low: 0, high: 0 })[2] // → 2654435769
 */
export function philoxRoundKeys(key: PhiloxKey): Uint32Array {
  const keys = new Uint32Array(2 * rounds);
  for (let round = 0; round < rounds; round += 1) {
    keys[2 * round] = key.low + round * keyStep0;
    keys[2 * round + 1] = key.high + round * keyStep1;
  }
  return keys;
}

/**
 * R7.2p Philox4x32 with ten rounds (Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3", 2011):
 * four words of 32 bits of the counter (path, month, stream, 0). Nothing is allocated.
 * @param path whole number, 0 … 2^32 − 1
 * @param month whole number, 0 … 2^32 − 1
 * @param stream whole number: which four factors; a new factor takes a new one and leaves the others' draws as they are
 * @param words where the draws go
 * @returns nothing; the four words are overwritten
 */
export function philox(
  key: PhiloxKey,
  path: number,
  month: number,
  stream: number,
  words: Uint32Array,
): void {
  philoxOfCounter(key, path, month, stream, 0, words);
}

/**
 * R7.2p The generator itself, of any counter of four words.
 * @param words where the draws go
 * @returns nothing; the four words are overwritten
 */
export function philoxOfCounter(
  key: PhiloxKey,
  counter0: number,
  counter1: number,
  counter2: number,
  counter3: number,
  words: Uint32Array,
): void {
  let word0 = counter0 | 0;
  let word1 = counter1 | 0;
  let word2 = counter2 | 0;
  let word3 = counter3 | 0;
  let key0 = key.low | 0;
  let key1 = key.high | 0;
  for (let round = 0; round < rounds; round += 1) {
    const high0 = highProduct(word0, multiplier0);
    const low0 = Math.imul(word0, multiplier0);
    const high1 = highProduct(word2, multiplier1);
    const low1 = Math.imul(word2, multiplier1);
    word0 = high1 ^ word1 ^ key0;
    word1 = low1;
    word2 = high0 ^ word3 ^ key1;
    word3 = low0;
    key0 = (key0 + keyStep0) | 0;
    key1 = (key1 + keyStep1) | 0;
  }
  words[0] = word0;
  words[1] = word1;
  words[2] = word2;
  words[3] = word3;
}

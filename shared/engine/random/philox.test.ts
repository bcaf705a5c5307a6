import fc from 'fast-check';
import { expect, test } from 'vitest';
import { philox, philoxKey, philoxOfCounter } from './philox.ts';

/*
 * Known answers of the authors' own library: Random123 1.14, tests/kat_vectors, lines "philox4x32 10" (D. E. Shaw
 * Research, https://github.com/DEShawResearch/random123).
 */
interface KnownAnswer {
  readonly counter: readonly [number, number, number, number];
  readonly key: readonly [number, number];
  readonly words: readonly number[];
}

const knownAnswers: readonly KnownAnswer[] = [
  { counter: [0, 0, 0, 0], key: [0, 0], words: [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8] },
  {
    counter: [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff],
    key: [0xffffffff, 0xffffffff],
    words: [0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd],
  },
  {
    counter: [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
    key: [0xa4093822, 0x299f31d0],
    words: [0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1],
  },
];

test.each(knownAnswers)('R7.2p the generator gives the published words', ({ counter, key, words }) => {
  const drawn = new Uint32Array(4);
  philoxOfCounter({ low: key[0], high: key[1] }, ...counter, drawn);
  expect([...drawn]).toEqual(words);
});

/** The definition with whole numbers of any length, which has no halves to put together. */
function definedWords(key: readonly [number, number], counter: readonly number[]): number[] {
  let [c0, c1, c2, c3] = counter.map(BigInt) as [bigint, bigint, bigint, bigint];
  let [k0, k1] = key.map(BigInt) as [bigint, bigint];
  const word = (value: bigint): bigint => BigInt.asUintN(32, value);
  for (let round = 0; round < 10; round += 1) {
    const first = c0 * 0xd2511f53n;
    const second = c2 * 0xcd9e8d57n;
    [c0, c1, c2, c3] = [(second >> 32n) ^ c1 ^ k0, word(second), (first >> 32n) ^ c3 ^ k1, word(first)];
    k0 = word(k0 + 0x9e3779b9n);
    k1 = word(k1 + 0xbb67ae85n);
  }
  return [c0, c1, c2, c3].map(Number);
}

const anyWord = fc.integer({ min: 0, max: 0xffffffff });

test('R7.2p any counter and key give the words of the definition', () => {
  const drawn = new Uint32Array(4);
  fc.assert(
    fc.property(fc.tuple(anyWord, anyWord), fc.tuple(anyWord, anyWord, anyWord, anyWord), (key, counter) => {
      philoxOfCounter({ low: key[0], high: key[1] }, ...counter, drawn);
      expect([...drawn]).toEqual(definedWords(key, counter));
    }),
  );
});

test('R7.2p a seed beyond 32 bits uses both words of the key', () => {
  expect(philoxKey(5)).toEqual({ low: 5, high: 0 });
  expect(philoxKey(2 ** 32 + 7)).toEqual({ low: 7, high: 1 });
  expect(philoxKey(Number.MAX_SAFE_INTEGER)).toEqual({ low: 0xffffffff, high: 0x1fffff });
});

test('R7.2p path, month and stream each give other draws, and the fourth word of the counter is 0', () => {
  const drawn = new Uint32Array(4);
  const at = (path: number, month: number, stream: number): string => {
    philox(philoxKey(1), path, month, stream, drawn);
    return drawn.join();
  };
  const places = [at(0, 0, 0), at(1, 0, 0), at(0, 1, 0), at(0, 0, 1)];
  expect(new Set(places).size).toBe(4);
  philoxOfCounter(philoxKey(1), 3, 4, 5, 0, drawn);
  expect(drawn.join()).toBe(at(3, 4, 5));
});

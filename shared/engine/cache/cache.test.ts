import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createBoundedCache } from './boundedCache.ts';
import { sameValue } from './sameValue.ts';

test('content is compared to the last bit', () => {
  expect(sameValue({ a: [1, { b: NaN }] }, { a: [1, { b: NaN }] })).toBe(true);
  expect(sameValue(0, -0)).toBe(false);
  expect(sameValue({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(true);
  expect(sameValue({ a: undefined }, {})).toBe(false);
  expect(sameValue({ a: null }, { a: undefined })).toBe(false);
  expect(sameValue([1, 2], [1])).toBe(false);
  expect(sameValue([1], { 0: 1 })).toBe(false);
  expect(sameValue(Float64Array.of(1, 2), Float64Array.of(1, 2))).toBe(true);
  expect(sameValue(Float64Array.of(1, 2), [1, 2])).toBe(false);
});

test('what is no plain data only equals itself', () => {
  const map = new Map([[1, 2]]);
  expect(sameValue(map, map)).toBe(true);
  expect(sameValue(map, new Map([[1, 2]]))).toBe(false);
  const one = (): number => 1;
  expect(sameValue({ one }, { one })).toBe(true);
  expect(sameValue({ one }, { one: (): number => 1 })).toBe(false);
});

test('property: any data equals its copy, and no longer once a number in it is another', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.double({ noNaN: true }), (value, number) => {
      const copy: unknown = structuredClone(value);
      expect(sameValue(value, copy)).toBe(true);
      expect(sameValue([value, number], [copy, number + Math.max(1, Math.abs(number))])).toBe(
        Object.is(number, number + Math.max(1, Math.abs(number))),
      );
    }),
  );
});

test('a result is computed once for equal keys, and the one longest unused makes room', () => {
  const cache = createBoundedCache<{ n: number }, string>(2);
  const of = (n: number): string => cache.of({ n }, () => `of ${n}`);
  expect([of(1), of(2), of(1)]).toEqual(['of 1', 'of 2', 'of 1']);
  expect(cache.takeComputed()).toEqual([{ n: 1 }, { n: 2 }]);
  of(3);
  of(1);
  expect(cache.takeComputed()).toEqual([{ n: 3 }]);
  of(2);
  expect(cache.takeComputed()).toEqual([{ n: 2 }]);
});

test('a cache before another reads it and adds nothing to it', () => {
  const behind = createBoundedCache<number, string>(4);
  behind.of(1, () => 'known');
  const front = createBoundedCache<number, string>(4, behind);
  expect(front.of(1, () => 'new')).toBe('known');
  expect(front.of(2, () => 'new')).toBe('new');
  expect(behind.known(2)).toBeUndefined();
  expect(front.takeComputed()).toEqual([2]);
});

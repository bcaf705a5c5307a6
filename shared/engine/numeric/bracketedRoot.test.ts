import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bracketedRoot } from './bracketedRoot.ts';

test('R7.1d the root of any rising cubic, whatever the bracket, with few evaluations', () => {
  const finite = (min: number, max: number) => fc.double({ min, max, noNaN: true });
  fc.assert(
    fc.property(
      finite(-50, 50),
      finite(0.01, 90),
      finite(0.01, 90),
      finite(0, 3),
      (root, left, right, bend) => {
        let count = 0;
        const f = (x: number): number => {
          count += 1;
          return (x - root) * (1 + bend * (x - root) * (x - root));
        };
        const [low, high] = [root - left, root + right];
        const found = bracketedRoot(f, low, high, f(low), f(high));
        expect(Math.abs((found ?? NaN) - root)).toBeLessThan(1e-9 * Math.max(1, Math.abs(root)));
        expect(count).toBeLessThan(75);
      },
    ),
  );
});

test('R7.1d a bend that flattens false position is halved', () => {
  let count = 0;
  const f = (x: number): number => {
    count += 1;
    return x < 0.999 ? -1e-9 : (x - 0.999) * 1e9 - 1e-9;
  };
  expect(bracketedRoot(f, 0, 1, f(0), f(1))).toBeCloseTo(0.999, 9);
  expect(count).toBeLessThan(130);
});

test('R7.1d where the function has no value, there is no root', () => {
  expect(bracketedRoot((x) => (x > 2 && x < 6 ? undefined : x - 4), 0, 8, -4, 4)).toBeUndefined();
});

import { expect, test } from 'vitest';
import { exp, log } from './elementary.ts';
import { shortExp, shortLog } from './shortElementary.ts';

test('the short exponential follows the exact one from end to end', () => {
  for (let x = -708; x <= 709; x += 0.37)
    expect(Math.abs(shortExp(x) / exp(x) - 1), `exp(${x})`).toBeLessThan(1e-15);
  expect([shortExp(0), shortExp(-0)]).toEqual([1, 1]);
});

test('the short logarithm follows the exact one over all magnitudes', () => {
  for (let exponent = -307; exponent <= 307; exponent += 1)
    for (const mantissa of [1, 1.2, Math.SQRT2, 1.9999999999, 5.5, 9.7]) {
      const x = mantissa * Number(`1e${exponent}`);
      expect(Math.abs(shortLog(x) - log(x)), `log(${x})`).toBeLessThan(
        1e-16 * Math.max(1, Math.abs(log(x))) * 2.5,
      );
    }
  expect(shortLog(1)).toBe(0);
});

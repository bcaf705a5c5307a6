import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inReportingCurrency, inUsd } from './reportingCurrency.ts';

const rateOf = (perUsd: number) => ({ currency: 'EUR', perUsd, asOf: '2026-10-01', source: 'made up' });

test('property: an amount comes back from the reporting currency', () => {
  // Amounts of money, not the smallest numbers there are, whose digits a product can lose.
  const amount = fc
    .double({ min: -1e13, max: 1e13, noNaN: true })
    .filter((x) => x === 0 || Math.abs(x) > 1e-9);
  const perUsd = fc.double({ min: 1e-6, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(amount, perUsd, (usd, per) => {
      const there = inReportingCurrency(usd, 'EUR', rateOf(per));
      const back = inUsd(there.state === 'converted' ? there.amount : null, 'EUR', rateOf(per));
      const returned = back.state === 'converted' ? back.amount : Number.NaN;
      expect(Math.abs(returned - usd)).toBeLessThanOrEqual(1e-15 * Math.abs(usd) * 4);
    }),
  );
});

test('property: without a usable rate there is no amount at all, never the USD one and never 0', () => {
  const rate = fc.constantFrom(
    undefined,
    rateOf(0),
    rateOf(-1),
    rateOf(Number.NaN),
    rateOf(Number.POSITIVE_INFINITY),
    { ...rateOf(0.9), currency: 'CHF' },
  );
  fc.assert(
    fc.property(fc.double({ noNaN: true }), rate, (amount, used) => {
      expect(inReportingCurrency(amount, 'EUR', used)).toEqual({ state: 'noRate', pair: 'USD/EUR' });
      expect(inUsd(amount, 'EUR', used)).toEqual({ state: 'noRate', pair: 'EUR/USD' });
    }),
  );
});

test('USD needs no rate, 0 is an amount, and an unknown amount stays unknown', () => {
  expect(inReportingCurrency(7, 'USD', undefined)).toMatchObject({ amount: 7 });
  expect(inReportingCurrency(0, 'EUR', rateOf(0.91))).toMatchObject({ amount: 0 });
  expect(inReportingCurrency(null, 'EUR', rateOf(0.91))).toEqual({ state: 'noAmount' });
  expect(inUsd(null, 'USD', undefined)).toEqual({ state: 'noAmount' });
});

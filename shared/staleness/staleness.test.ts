import { expect, test } from 'vitest';
import { defaultStaleAfterDays, isStale, isStaleInput, kindOfField, kindOfInput } from './staleness.ts';

const clock = { today: '2026-11-25', staleAfterDays: defaultStaleAfterDays };

test.each([
  ['price', '2026-10-26', '2026-10-25'],
  ['hashRate', '2026-10-11', '2026-10-10'],
  ['powerPrice', '2026-05-29', '2026-05-28'],
  ['contract', '2025-11-25', '2025-11-24'],
  ['other', '2026-08-27', '2026-08-26'],
] as const)('P3 %s: the last day that still counts is %s, %s is too old', (kind, last, tooOld) => {
  expect(isStale(last, kind, clock)).toBe(false);
  expect(isStale(tooOld, kind, clock)).toBe(true);
});

test('P3 an unknown date and one in the future are not old; a month counts from its first day', () => {
  expect(isStale(null, 'price', clock)).toBe(false);
  expect(isStale('2027-01-01', 'price', clock)).toBe(false);
  expect(isStale('2026-10', 'price', clock)).toBe(true);
  expect(isStale('2026-11', 'price', clock)).toBe(false);
  expect(isStale('2026', 'contract', clock)).toBe(false);
});

test('P3 the portfolio’s own limits and its own today decide', () => {
  const own = { today: '2026-10-01', staleAfterDays: { ...defaultStaleAfterDays, price: 1 } };
  expect(isStale('2026-09-30', 'price', own)).toBe(false);
  expect(isStale('2026-09-29', 'price', own)).toBe(true);
});

test('P3 the kind follows from the field, and that of an input from its facts', () => {
  expect(kindOfField('share_price_usd')).toBe('price');
  expect(kindOfField('company.hashrate_eh_s')).toBe('hashRate');
  expect(kindOfField('energised_mw')).toBe('other');
  expect(kindOfField('constructor')).toBe('other');
  expect(kindOfInput('btcPriceUsd')).toBe('price');
  expect(kindOfInput('networkHashrateEhS')).toBe('hashRate');
  expect(kindOfInput('miningPowerPriceUsdPerMwh')).toBe('powerPrice');
  expect(kindOfInput('rentYear1UsdPerKwMonth')).toBe('contract');
  expect(kindOfInput('capRate')).toBe('other');
});

test('P3 only what the portfolio says can be stale', () => {
  const input = { key: 'btcPriceUsd', asOf: '2020-01-01' } as const;
  expect(isStaleInput({ ...input, origin: 'fact' }, clock)).toBe(true);
  expect(isStaleInput({ ...input, origin: 'derived' }, clock)).toBe(true);
  expect(isStaleInput({ ...input, key: 'subsidyBtcPerBlock', origin: 'fact' }, clock)).toBe(false);
  expect(isStaleInput({ ...input, origin: 'own' }, clock)).toBe(false);
  expect(isStaleInput({ ...input, origin: 'preset' }, clock)).toBe(false);
});

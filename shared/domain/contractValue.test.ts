import { expect, test } from 'vitest';
import { valueUsdPerMwYear } from './contractValue.ts';

const contract = { totalContractValueUsd: 3.7e9, termYears: 10, itLoadMw: 200, grossMw: 250 };

test('P2 3.7 bn $ over 10 years on 200 critical and 250 grid MW is 1.85 or 1.48 m$ per MW and year', () => {
  expect(valueUsdPerMwYear(contract, 'critical')).toBe(1_850_000);
  expect(valueUsdPerMwYear(contract, 'grid')).toBe(1_480_000);
});

test('P2 a basis that is not known is not replaced by the other one', () => {
  expect(valueUsdPerMwYear({ ...contract, grossMw: null }, 'grid')).toBeNull();
  expect(valueUsdPerMwYear({ ...contract, itLoadMw: 0 }, 'critical')).toBeNull();
  expect(valueUsdPerMwYear({ ...contract, termYears: null }, 'critical')).toBeNull();
  expect(valueUsdPerMwYear({ ...contract, totalContractValueUsd: null }, 'critical')).toBeNull();
  expect(valueUsdPerMwYear({ ...contract, totalContractValueUsd: 0 }, 'critical')).toBe(0);
});

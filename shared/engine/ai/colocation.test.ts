import { expect, test } from 'vitest';
import { lineIn, smallBlock, smallLease } from '../testing/smallHall.ts';

const result = smallBlock(smallLease);

test('R4.3, R4.13 rent is paid per kW of contracted critical IT, at half load in the first month', () => {
  expect([6, 7, 8].map((month) => lineIn(result, 'rentUsd', month))).toEqual([0, 500_000, 1_000_000]);
});

test('R4.14 the tenant’s energy is load factor times PUE times hours; gross rent pays nothing of it back', () => {
  // September 2027: 10 MW · 0.5 · 1.2 · 720 h = 4,320 MWh at 40 + 10 USD/MWh.
  expect(lineIn(result, 'gridEnergyMwh', 8)).toBeCloseTo(4320, 9);
  expect(lineIn(result, 'aiPowerUsd', 8)).toBeCloseTo(-216_000, 6);
  expect(result.monthly).not.toHaveProperty('powerReimbursementUsd');
});

test('R4.14 modified gross pays back energy and demand charge, triple net the running cost as well', () => {
  const paidBack = (passThrough: 'modifiedGross' | 'tripleNet'): number[] => {
    const hall = smallBlock({ ...smallLease, lease: { ...smallLease.lease, passThrough } });
    return ['powerReimbursementUsd', 'opexReimbursementUsd'].map((line) => Math.round(lineIn(hall, line, 8)));
  };
  expect(paidBack('modifiedGross')).toEqual([216_000 + 22_000, 0]);
  expect(paidBack('tripleNet')).toEqual([216_000 + 22_000, 10_000 + 100_000]);
});

test('R4.19 the manager takes a share of the rent, which a triple net tenant does not pay back', () => {
  expect(lineIn(result, 'managementFeeUsd', 8)).toBeCloseTo(-20_000, 9);
});

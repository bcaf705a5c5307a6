import fc from 'fast-check';
import { expect, test } from 'vitest';
import { leaseBackcast, type LeaseAnnouncement } from './lease.ts';

const lease: LeaseAnnouncement = {
  contractId: 'made-up',
  itLoadMw: 50,
  termYears: 2,
  totalContractValueUsd: 252e6,
  escalatorPerYear: 0.1,
  announcedAverageRentUsdPerKwMonth: 200,
  announcedNoiUsdPerYear: 100e6,
  announcedYearOneRentUsdPerKwMonth: null,
  noiMarginShare: 0.8,
  noiMarginHighShare: null,
  announcedYieldLowShare: null,
  announcedYieldHighShare: null,
  capexLowUsd: 400e6,
  capexHighUsd: 500e6,
};

test('R4.13, R5.3 worked by hand: 120m and 132m over two years from 50 MW', () => {
  const result = leaseBackcast(lease);
  expect(result.yearOneRentUsdPerKwMonth).toBeCloseTo(200, 9);
  expect(result.averageRentUsdPerKwMonth).toBeCloseTo(210, 9);
  expect(result.averageRent?.differenceShare).toBeCloseTo(0.05, 12);
  expect(result.yieldYearOne?.low).toBeCloseTo(96 / 500, 12);
  expect(result.yieldYearOne?.high).toBeCloseTo(96 / 400, 12);
  expect(result.yieldTermAverage?.low).toBeCloseTo(100.8 / 500, 12);
  expect(result.yieldAnnounced).toEqual({ low: 0.2, high: 0.25 });
  expect(result.noiYearOne?.differenceShare).toBeCloseTo(-0.04, 12);
  expect(result.noiTermAverage?.differenceShare).toBeCloseTo(0.008, 12);
  expect(result.missing).toEqual([]);
});

test('R4.26 without an escalator the average does not become year-1 rent', () => {
  expect(leaseBackcast({ ...lease, escalatorPerYear: null })).toMatchObject({
    yearOneRentUsdPerKwMonth: null,
    yieldYearOne: null,
    missing: ['escalatorPerYear'],
  });
  expect(leaseBackcast({ ...lease, termYears: 2.5 }).yearOneRentUsdPerKwMonth).toBeNull();
});

test('property: a missing input leaves its figures unknown and is named, never NaN', () => {
  const keys = [
    'itLoadMw',
    'termYears',
    'totalContractValueUsd',
    'escalatorPerYear',
    'noiMarginShare',
  ] as const;
  fc.assert(
    fc.property(fc.subarray([...keys], { minLength: 1 }), (gone) => {
      const result = leaseBackcast({ ...lease, ...Object.fromEntries(gone.map((key) => [key, null])) });
      expect(result.missing).toEqual(keys.filter((key) => gone.includes(key)));
      expect(result.yieldYearOne).toBeNull();
      expect(JSON.stringify(result)).not.toMatch(/NaN|Infinity/);
    }),
  );
});

test('R5.3 a range of margins widens the yield, and is no single NOI to compare with', () => {
  const result = leaseBackcast({ ...lease, noiMarginHighShare: 0.9 });
  expect(result.yieldYearOne?.low).toBeCloseTo((200 * 12 * 50e3 * 0.8) / 500e6, 12);
  expect(result.yieldYearOne?.high).toBeCloseTo((200 * 12 * 50e3 * 0.9) / 400e6, 12);
  expect(result.noiYearOne).toBeNull();
});

test('R4.13 an announced first-year rent stands where no base value does: 200 growing by 10 % is 210 on average', () => {
  const announced = { ...lease, totalContractValueUsd: null, announcedYearOneRentUsdPerKwMonth: 200 };
  const result = leaseBackcast(announced);
  expect(result.yearOneRentUsdPerKwMonth).toBe(200);
  expect(result.averageRentUsdPerKwMonth).toBeCloseTo(210, 9);
  expect(result.missing).toEqual([]);
  const flat = leaseBackcast({ ...announced, escalatorPerYear: null });
  expect(flat.yearOneRentUsdPerKwMonth).toBe(200);
  expect(flat.averageRentUsdPerKwMonth).toBeNull();
});

test('R5.3 a yield in the company’s own words is shown as such', () => {
  const said = { ...lease, announcedYieldLowShare: 0.17, announcedYieldHighShare: 0.18 };
  expect(leaseBackcast(said).yieldAnnounced).toEqual({ low: 0.17, high: 0.18 });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseMonth } from '../time/months.ts';
import { depreciationByYearUsd, type Asset } from './assetDepreciation.ts';

const calendar = { firstMonth: parseMonth('2026-12') ?? 0, horizonMonths: 120 };
const yearly = (asset: Asset): number[] => Array.from(depreciationByYearUsd(asset, 11, calendar));
const macrs5 = { method: 'macrs5', bonusShare: 0 } as const;

test('R5.9 straight line runs by month owned, the month of disposal included', () => {
  const asset = {
    costUsd: 2400,
    inServiceMonth: 0,
    depreciation: { method: 'straightLine', lifeMonths: 24 },
  } as const;
  expect(yearly(asset).slice(0, 4)).toEqual([100, 1200, 1100, 0]);
  expect(yearly({ ...asset, disposalMonth: 2 }).slice(0, 3)).toEqual([100, 200, 0]);
});

test('R5.9 MACRS counts calendar years from the year of service, a stub year whole', () => {
  const asset = { costUsd: 1000, inServiceMonth: 0, depreciation: macrs5 };
  expect(yearly(asset).map(Math.round)).toEqual([200, 320, 192, 115, 115, 58, 0, 0, 0, 0, 0]);
});

test('R5.9 the bonus comes first, a later year of disposal counts half, the year of service none', () => {
  const asset = {
    costUsd: 1000,
    inServiceMonth: 3,
    depreciation: { method: 'macrs5', bonusShare: 0.4 } as const,
  };
  expect(yearly(asset)[1]).toBeCloseTo(400 + 0.6 * 200, 10);
  expect(yearly({ ...asset, disposalMonth: 20 })[2]).toBeCloseTo((0.6 * 320) / 2, 10);
  expect(yearly({ ...asset, disposalMonth: 4 }).every((amount) => amount === 0)).toBe(true);
});

test('R5.9 an asset that enters service beyond the horizon is not written off', () => {
  expect(
    yearly({ costUsd: 1000, inServiceMonth: 120, depreciation: macrs5 }).some((amount) => amount !== 0),
  ).toBe(false);
});

test('property: never more than the cost is written off', () => {
  const depreciation = fc.oneof(
    fc.record({ method: fc.constant('straightLine' as const), lifeMonths: fc.integer({ min: 1, max: 300 }) }),
    fc.record({
      method: fc.constant('macrs5' as const),
      bonusShare: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
  );
  const month = fc.integer({ min: 0, max: 119 });
  fc.assert(
    fc.property(depreciation, month, fc.option(month, { nil: undefined }), (method, start, length) => {
      const disposalMonth = length === undefined ? undefined : start + length;
      const asset = { costUsd: 1e6, inServiceMonth: start, depreciation: method, disposalMonth };
      const sum = yearly(asset).reduce((total, amount) => total + amount, 0);
      expect(sum).toBeGreaterThanOrEqual(0);
      expect(sum).toBeLessThanOrEqual(1e6 * (1 + 1e-12));
    }),
  );
});

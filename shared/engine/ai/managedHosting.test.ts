import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ColocationBlock } from '../strategy/blockInput.ts';
import { evaluateSiteCase } from '../strategy/siteCase.ts';
import type { ManagedHosting } from '../strategy/serviceInput.ts';
import { lineIn, smallBlock, smallCase, smallLease } from '../testing/smallHall.ts';

/*
 * 10 critical MW at 2 kW are 5,000 of the tenant's GPUs: 2,500 in month 7, all from month 8 (September 2027) on.
 */
const managedHosting: ManagedHosting = {
  kwPerGpu: 2,
  feeUsdPerGpuMonth: 60,
  opexUsdPerGpuMonth: 20,
  slaCreditShare: 0.05,
};

function hosted(
  lease: Partial<ColocationBlock['lease']>,
  change: Partial<ColocationBlock> = {},
): ColocationBlock {
  const base = { ...smallLease.lease, passThrough: 'modifiedGross' as const, managedHosting };
  return { ...smallLease, ...change, lease: { ...base, ...lease } };
}

test('R4.3a by hand: fee and cost by GPU beside the rent, power passed through, no GPU is bought', () => {
  const hall = smallBlock(hosted({ rentUsdPerKwMonth: 40 }));
  expect(hall.metrics.gpus).toBe(5000);
  expect([6, 7, 8].map((month) => lineIn(hall, 'hostingFeeUsd', month))).toEqual([0, 150_000, 300_000]);
  expect(lineIn(hall, 'gpuOpexUsd', 8)).toBe(-100_000);
  // Service credits and the manager's 2 % are of rent and fee together: 400,000 + 300,000.
  expect(lineIn(hall, 'slaCreditUsd', 8)).toBeCloseTo(-35_000, 8);
  expect(lineIn(hall, 'managementFeeUsd', 8)).toBeCloseTo(-14_000, 8);
  expect(lineIn(hall, 'aiPowerUsd', 8) + lineIn(hall, 'powerReimbursementUsd', 8)).toBeCloseTo(22_000, 8);
  expect(hall.monthly).not.toHaveProperty('gpuCapexUsd');
});

test('R4.3a the fee steps with the lease and rests in free months, in which the GPUs are run all the same', () => {
  const hall = smallBlock(hosted({ escalatorPerYear: 0.1, freeRentMonths: 3 }));
  expect([9, 10, 18, 19].map((month) => Math.round(lineIn(hall, 'hostingFeeUsd', month)))).toEqual([
    0, 300_000, 300_000, 330_000,
  ]);
  expect(lineIn(hall, 'gpuOpexUsd', 9)).toBe(-100_000);
});

test('R4.3a, R4.16 fee and cost fall away with the tenant; no backstop or recovery covers the fee', () => {
  const backstop = { share: 1, tenorMonths: 120 };
  const risky = { rentUsdPerKwMonth: 0, tenantDefaultProbabilityPerYear: 0.19, recoveryShare: 1, backstop };
  const hall = smallBlock(hosted(risky));
  // Month 13 is half a year after the first bill: √0.81 = 0.9 of the tenants are left.
  expect(lineIn(hall, 'hostingFeeUsd', 13)).toBeCloseTo(270_000, 6);
  expect(lineIn(hall, 'gpuOpexUsd', 13)).toBeCloseTo(-90_000, 6);
  expect(lineIn(hall, 'backstopUsd', 13) + lineIn(hall, 'defaultRecoveryUsd', 13)).toBe(0);
});

test('R4.3a, R5.14 the levelised cost is the all-in price: as rent alone it sets the NPV to zero', () => {
  const cost = smallBlock(hosted({ rentUsdPerKwMonth: 40 })).metrics.lcocUsdPerKwMonth ?? NaN;
  const free = { ...managedHosting, feeUsdPerGpuMonth: 0 };
  const { metrics } = smallBlock(hosted({ rentUsdPerKwMonth: cost, managedHosting: free }));
  expect(Math.abs(metrics.npvUsd ?? NaN)).toBeLessThan(1e-6 * 100e6);
});

test('property: R4.3a a fee by GPU is the rent of its kW, for rent and fee fall and rise together', () => {
  const fee = fc.double({ min: 0, max: 500, noNaN: true });
  fc.assert(
    fc.property(fee, fc.double({ min: 0, max: 0.5, noNaN: true }), (feeUsdPerGpuMonth, escalatorPerYear) => {
      const byGpu = hosted({
        rentUsdPerKwMonth: 0,
        escalatorPerYear,
        managedHosting: { ...managedHosting, feeUsdPerGpuMonth },
      });
      const byKw = hosted({
        rentUsdPerKwMonth: feeUsdPerGpuMonth / 2,
        escalatorPerYear,
        managedHosting: { ...managedHosting, feeUsdPerGpuMonth: 0 },
      });
      expect(smallBlock(byGpu).metrics.npvUsd).toBeCloseTo(smallBlock(byKw).metrics.npvUsd ?? NaN, 4);
    }),
    { numRuns: 50 },
  );
});

test('R1.7 a missing fee is named', () => {
  const { feeUsdPerGpuMonth: _, ...noFee } = managedHosting;
  const lease = { ...smallLease.lease, managedHosting: noFee };
  expect(evaluateSiteCase({ ...smallCase(smallLease), blocks: [{ ...smallLease, lease }] }).site).toEqual({
    computable: false,
    missing: ['blocks[0].lease.managedHosting.feeUsdPerGpuMonth'],
  });
});

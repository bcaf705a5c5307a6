import { expect, test } from 'vitest';
import { readGolden, type GoldenCase } from '../../testing/golden.ts';
import { evaluateSiteCase } from '../../strategy/siteCase.ts';
import type { MiningBlockInput } from '../../strategy/blockInput.ts';
import type { SiteCaseInput } from '../../strategy/siteCaseInput.ts';
import { discountFactors } from '../../time/discount.ts';
import { factorOver } from '../../time/factorOver.ts';
import { bestEndMonth } from './miningEnd.ts';

function npvUsd(input: SiteCaseInput): number {
  const { site } = evaluateSiteCase(input);
  if (!site.computable) throw new Error('not computable');
  return site.metrics.unleveredPreTax.npvUsd;
}

/** Rockdale's mining at a power price at which it stops paying within the horizon. */
function caseAt(
  usdPerMwh: number,
  creditUsdPerMwMonth: number,
): { input: SiteCaseInput; planned: MiningBlockInput } {
  const { input } = readGolden<GoldenCase>('01-keep-mining-riot-rockdale.json');
  const [first] = input.blocks ?? [];
  if (first?.kind !== 'mining' || !input.power) throw new Error('another case than expected');
  const planned: MiningBlockInput = {
    ...first,
    demandResponseCreditUsdPerMwMonth: creditUsdPerMwMonth,
    discountRatePerYear: input.discountRatePerYear,
  };
  const power = { ...input.power, fixedPriceShare: 1, fixedPriceUsdPerMwh: usdPerMwh };
  return { input: { ...input, power, blocks: [planned] }, planned };
}

test.each([20, 45, 60, 200])(
  'R5.2b at %d USD/MWh the chosen end is the one with the highest NPV of all ends, each evaluated whole',
  (usdPerMwh) => {
    const { input, planned } = caseAt(usdPerMwh, 0);
    const horizonMonths = input.horizonMonths ?? 0;
    const [evaluated] = evaluateSiteCase(input).blocks;
    if (!evaluated?.computable) throw new Error('not computable');
    const chosen =
      bestEndMonth({ evaluated, planned, horizonMonths, factorOver, factorsOf: discountFactors }) ??
      horizonMonths;
    const values = Array.from({ length: horizonMonths }, (_, index) =>
      npvUsd({ ...input, blocks: [{ ...planned, toMonth: index + 1 }] }),
    );
    expect(chosen).toBeLessThan(horizonMonths);
    const best = Math.max(...values);
    const size = Math.max(...values.map(Math.abs));
    expect(Math.abs((values[chosen - 1] ?? 0) - best)).toBeLessThan(1e-9 * size);
  },
);

test('R5.2b credits that pay for idle machines keep the block to the horizon', () => {
  const { input, planned } = caseAt(20, 10_000);
  const [evaluated] = evaluateSiteCase(input).blocks;
  if (!evaluated?.computable) throw new Error('not computable');
  expect(
    bestEndMonth({
      evaluated,
      planned,
      horizonMonths: input.horizonMonths ?? 0,
      factorOver,
      factorsOf: discountFactors,
    }),
  ).toBeUndefined();
});

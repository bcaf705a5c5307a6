import { expect, test } from 'vitest';
import { readGolden, type GoldenCase } from '../testing/golden.ts';
import { gapMonths, impairmentUsd, lostCreditsUsd, restrictedCashUsd } from './memo.ts';
import { evaluateSiteCase } from './siteCase.ts';

const keep = readGolden<GoldenCase>('01-keep-mining-riot-rockdale.json').input;
const hybrid = readGolden<GoldenCase>('11-hybrid-riot-rockdale.json').input;

test('R5.2a lost credits compare a plan with keeping on, month by month', () => {
  const lost = lostCreditsUsd(evaluateSiteCase(keep), evaluateSiteCase(hybrid));
  expect(lost).toHaveLength(120);
  expect(lost?.[50]).toBeCloseTo(700 * 6750 - 362.6 * 3000, 6);
  expect(lostCreditsUsd(evaluateSiteCase({}), evaluateSiteCase(hybrid))).toBeUndefined();
});

test('R5.2a gap, impairment and restricted cash', () => {
  expect([gapMonths(13, 1), gapMonths(3, 5)]).toEqual([12, 0]);
  expect([impairmentUsd(60, 25), impairmentUsd(10, 25)]).toEqual([35, 0]);
  expect(restrictedCashUsd(6, 2e6)).toBe(12e6);
});

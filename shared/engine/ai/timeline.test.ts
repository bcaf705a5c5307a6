import { expect, test } from 'vitest';
import { smallLease } from '../testing/smallHall.ts';
import { aiDatesOf, rampAt } from './timeline.ts';

test('R4.10 months add up from the signature to billing; slip delays the hall, not the end of mining', () => {
  expect(aiDatesOf(smallLease)).toMatchObject({
    buildStart: 2,
    energisation: 6,
    billingStart: 7,
    miningEnd: 1,
  });
  const late = { ...smallLease, timeline: { ...smallLease.timeline, slipMonths: 3 } };
  expect(aiDatesOf(late)).toMatchObject({ energisation: 9, billingStart: 10, miningEnd: 1 });
});

test('R4.11 a block that replaces mining holds the power from the end of mining, another from its build on', () => {
  expect(aiDatesOf(smallLease).holdsPowerFrom).toBe(2);
  expect(aiDatesOf({ ...smallLease, replaces: 'mine' }).holdsPowerFrom).toBe(1);
});

test('R4.12 the last share of the ramp holds', () => {
  expect([0, 1, 50].map((month) => rampAt([0.25, 0.75], month))).toEqual([0.25, 0.75, 0.75]);
});

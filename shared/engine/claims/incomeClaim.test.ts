import { expect, test } from 'vitest';
import { claimSite } from '../testing/claimSite.ts';
import { crossover } from './hallIncome.ts';
import { incomeClaim, lastHalvingMonth, leastMonths, type MarginMonths } from './incomeClaim.ts';

const months = ['2024-01', '2024-02', '2024-03', '2024-04', '2024-05', '2024-06', '2024-07'];

function margins(...series: readonly (readonly (number | null)[])[]): MarginMonths {
  const mining = [80, 80, 80, 60, 40, 40, 40];
  return {
    months,
    mining,
    ai: series.map((values, index) => ({ gpu: `GPU ${index}`, kind: 'contract', values })),
  };
}

test('R5.18d: from when on one flow stays above another', () => {
  expect(crossover([5, 5, 5], [0, 6, 7])).toBe(1);
  expect(crossover([5, 5, 5], [6, 0, 7])).toBe(2);
  expect(crossover([5, 5, 5], [6, 6, 6])).toBe(0);
  // Equal is not above.
  expect(crossover([5, 5, 5], [6, 6, 5])).toBeUndefined();
  expect(crossover([], [])).toBeUndefined();
});

test('R2.6, R5.18d: the last halving is the first month of the last fall of the mean subsidy', () => {
  const record = (...values: readonly (number | null)[]) =>
    values.map((subsidyBtcPerBlock, index) => ({ month: `2024-0${index + 1}`, subsidyBtcPerBlock }));
  expect(lastHalvingMonth(record(6.25, 6.25, 5.1, 3.125, 3.125))).toBe('2024-03');
  expect(lastHalvingMonth(record(6.25, 6.25, 3.125, 3.125))).toBe('2024-03');
  expect(lastHalvingMonth(record(6.25, null, 6.25))).toBeUndefined();
  expect(lastHalvingMonth([])).toBeUndefined();
});

test('R5.18d: a month counts only where every observed AI price is above mining', () => {
  const always = [100, 100, 100, 100, 100, 100, null];
  const claim = incomeClaim([], margins(always, [50, null, null, null, null, null, null]), null);
  expect(claim.past.months).toEqual({ met: 5, undecided: 0, judged: 6, all: 7 });
  expect(claim.past.word).toBe('supported');
  expect(claim.past.series.map(({ above }) => above)).toEqual([6, 0]);
  expect(claim.halving.word).toBe('open');
});

test('R5.18d: one month too few leaves the past open, and no figure is made of it', () => {
  expect(leastMonths).toBe(6);
  const five = [100, 100, 100, 100, 100, null, null];
  expect(incomeClaim([], margins(five), null).past).toMatchObject({
    word: 'open',
    months: { met: 5, judged: 5 },
  });
  expect(incomeClaim([], null, null)).toMatchObject({
    word: 'open',
    past: { word: 'open', miningUsdPerGridMwh: undefined, firstMonth: null },
    halving: { miningBeforeUsdPerGridMwh: null },
  });
});

test('R5.18d: the lead is compared within one series, without the month of the halving', () => {
  const both = [100, 100, 100, 500, 90, 90, 90];
  const claim = incomeClaim([], margins(both, [null, null, null, 500, 90, 90, 90]), '2024-04');
  expect(claim.halving).toEqual({
    word: 'supported',
    month: '2024-04',
    comparable: 1,
    grown: 1,
    miningBeforeUsdPerGridMwh: 80,
    miningAfterUsdPerGridMwh: 40,
  });
  expect(claim.past.series[0]).toMatchObject({ leadBeforeUsdPerGridMwh: 20, leadAfterUsdPerGridMwh: 50 });
  const shrunk = incomeClaim([], margins([100, 100, 100, null, 45, 45, 45]), '2024-04');
  expect(shrunk.halving.word).toBe('contradicted');
});

test('R5.18d: sites count where colocation stays ahead; those of AI only are no case', () => {
  const halving = {
    date: '2028-04-13',
    miningBeforeUsdPerGridMwh: 30,
    miningAfterUsdPerGridMwh: 3,
    colocationAfterUsdPerGridMwh: 40,
  };
  const sites = [
    claimSite('a', {}, { income: { crossoverMonth: '2028-08', halving } }),
    claimSite('b', {}, { income: { crossoverMonth: null, halving: null } }),
    claimSite('c', {}, { hostsAiOnly: true, income: { crossoverMonth: '2027-01', halving } }),
    claimSite('d', {}),
  ];
  expect(incomeClaim(sites, null, null).sites).toMatchObject({
    word: 'partly',
    cases: { met: 1, undecided: 0, judged: 2, all: 3 },
    firstCrossover: '2028-08',
    halvingDate: '2028-04-13',
    miningAfterUsdPerGridMwh: { low: 3, median: 3, high: 3 },
  });
});

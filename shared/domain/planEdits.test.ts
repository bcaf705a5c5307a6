import { expect, test } from 'vitest';
import { faultOfPlan } from '../engine/analysis/ownPlans/ownPlan.ts';
import { startingBlocks } from '../engine/analysis/ownPlans/startingPoints.ts';
import { OwnPlanBody } from './ownPlan.ts';
import {
  freeId,
  withMove,
  withNewBlock,
  withNewLoan,
  withoutBlock,
  withSplit,
  withTerm,
  withBlock,
  withUse,
} from './planEdits.ts';

const blocks = startingBlocks('colocation', { gridPowerMw: 100, siteHashrateEhS: 5 }) ?? [];
const plan = OwnPlanBody.parse({ name: 'Made up', blocks, loans: [], isTaxed: false, terms: [] });

test('names do not repeat', () => {
  expect(freeId([], 'loan')).toBe('loan');
  expect(freeId([{ id: 'loan' }, { id: 'loan-2' }], 'loan')).toBe('loan-3');
});

test('mining that is deleted is replaced by nothing any more', () => {
  const left = withoutBlock(plan, 'mining');
  expect(left.blocks).toMatchObject([{ id: 'colocation', replaces: null }]);
  expect(faultOfPlan(left)).toBeUndefined();
});

test('a hall that becomes mining loses service, loan and the terms of a hall', () => {
  const financed = withNewLoan(plan, 'colocation');
  const termed = withBlock(financed, 'colocation', {
    terms: withTerm([], 'rentYear1UsdPerKwMonth', 120),
  });
  const mined = withUse(termed, 'colocation', 'newMining');
  expect(mined.loans).toEqual([]);
  expect(mined.blocks[1]).toMatchObject({ use: 'newMining', service: null, replaces: null, terms: [] });
  expect(faultOfPlan(mined)).toBeUndefined();
});

test('a block split in two keeps its power; the first half stays replaced', () => {
  const split = withSplit(plan, 'mining');
  expect(split.blocks.map(({ id, gridMw }) => [id, gridMw])).toEqual([
    ['mining', 50],
    ['mining-2', 50],
    ['colocation', 100],
  ]);
  expect(faultOfPlan(split)).toBeUndefined();
});

test('a new block of every use fits', () => {
  for (const use of ['mining', 'newMining', 'colocation', 'gpuCloud', 'siteSale'] as const)
    expect(faultOfPlan(withNewBlock(plan, use, 10))).toBeUndefined();
});

test('a block moves within the horizon, and its end stays behind its start', () => {
  const move = (months: number, moves: 'start' | 'end', from = plan) =>
    withMove(from, 'mining', months, moves, 120).blocks[0];
  expect(move(-5, 'start')).toMatchObject({ fromMonth: 0, toMonth: null });
  expect(move(500, 'start')).toMatchObject({ fromMonth: 119 });
  expect(move(-12, 'end')).toMatchObject({ toMonth: 108 });
  expect(move(-500, 'end')).toMatchObject({ fromMonth: 0, toMonth: 1 });
  const ended = withBlock(plan, 'mining', { fromMonth: 10, toMonth: 20 });
  expect(move(100, 'end', ended)).toMatchObject({ toMonth: null });
  expect(move(500, 'start', ended)).toMatchObject({ fromMonth: 110, toMonth: 120 });
  expect(withMove(plan, 'none', 1, 'start', 120)).toBe(plan);
});

test('an input has one term', () => {
  expect(withTerm([{ key: 'uptime', value: 0.9 }], 'uptime', 0.8)).toEqual([{ key: 'uptime', value: 0.8 }]);
});

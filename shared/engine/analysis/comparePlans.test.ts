import { expect, test } from 'vitest';
import { evidenceForTest } from '../testing/evidenceForTest.ts';
import { siteFigures } from './analyseSite.ts';
import { comparePlans, presentValueUsd, type PlanComparison } from './comparePlans.ts';
import type { PlanRef } from './planFlows.ts';
import { plannedStrategies } from './sitePlans.ts';

const evidence = evidenceForTest();
const figures = siteFigures(evidence);

function compared(a: PlanRef, b: PlanRef): PlanComparison {
  const comparison = comparePlans(evidence, a, b);
  if (!comparison) throw new Error('not computable');
  return comparison;
}

const keep: PlanRef = { kind: 'strategy', strategy: 'keepMining' };

test.each(plannedStrategies)(
  'R5.2d the lines of %s and of keep mining sum to the NPVs by which they are ranked',
  (strategy) => {
    const { lines, npvAUsd, npvBUsd } = compared({ kind: 'strategy', strategy }, keep);
    const ranked = (kind: string) => {
      const outcome = figures.strategies.find((candidate) => candidate.kind === kind);
      return outcome?.computable ? outcome.figures.npvUsd : NaN;
    };
    expect(npvAUsd).toBe(ranked(strategy));
    expect(npvBUsd).toBe(ranked('keepMining'));
    const sum = (of: 'aUsd' | 'bUsd') => lines.reduce((total, line) => total + line[of], 0);
    expect(Math.abs(sum('aUsd') - npvAUsd)).toBeLessThan(1e-9 * Math.abs(npvAUsd));
    expect(Math.abs(sum('bUsd') - npvBUsd)).toBeLessThan(1e-9 * Math.abs(npvBUsd));
  },
);

test('R5.2d the other way round every difference turns its sign', () => {
  const other: PlanRef = { kind: 'strategy', strategy: 'colocation' };
  const there = compared(other, keep);
  const back = compared(keep, other);
  for (const { line, aUsd, bUsd } of there.lines) {
    const turned = back.lines.find((candidate) => candidate.line === line);
    expect([turned?.aUsd, turned?.bUsd]).toEqual([bUsd, aUsd]);
  }
});

test('R5.2d only an alliance has a partner’s part', () => {
  const partnerOf = (strategy: 'alliance' | 'colocation') =>
    compared({ kind: 'strategy', strategy }, keep).lines.find(({ line }) => line === 'partnerShare');
  expect(partnerOf('colocation')).toBeUndefined();
  expect(partnerOf('alliance')?.aUsd).not.toBe(0);
  expect(partnerOf('alliance')?.bUsd).toBe(0);
});

test('R5.10 the valuation date is not discounted, month 0 by one month', () => {
  expect(presentValueUsd({ valuationUsd: 5, monthly: [] }, 0.21)).toBe(5);
  const yearEnd = {
    valuationUsd: 0,
    monthly: Array.from({ length: 12 }, (_, month) => (month === 11 ? 1.21 : 0)),
  };
  expect(presentValueUsd(yearEnd, 0.21)).toBeCloseTo(1, 12);
});

test('there is no comparison with a plan that is not there', () => {
  expect(comparePlans(evidence, keep, { kind: 'own', id: 'none' })).toBeUndefined();
});

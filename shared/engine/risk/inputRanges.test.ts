import { expect, test } from 'vitest';
import type { SiteEvidence } from '../analysis/evidence.ts';
import { inputTable } from '../analysis/inputTable.ts';
import { resolveInputs } from '../analysis/resolveInputs.ts';
import { evidenceForTest } from '../testing/evidenceForTest.ts';
import { withMoves } from './movedSite.ts';
import { inputRanges, type ObservedRange } from './inputRanges.ts';

const observed: ObservedRange[] = [
  {
    key: 'btcPriceUsd',
    low: 58_000,
    high: 84_000,
    fromMonth: '2024-11',
    toMonth: '2026-10',
    source: 'months',
  },
];

function withOwn(key: string, value: number): SiteEvidence {
  const evidence = evidenceForTest();
  return {
    ...evidence,
    ownValues: [{ key, value, note: null, enteredBy: null, enteredAt: '2026-11-25T09:00:00Z' }],
  };
}

function rangesOf(evidence: SiteEvidence) {
  return inputRanges(evidence, resolveInputs(evidence), observed);
}

function rangeOf(evidence: SiteEvidence, key: string) {
  return rangesOf(evidence).ranges.find((range) => range.key === key);
}

test('R7.1a an assumption has the preset’s own low and high', () => {
  expect(rangeOf(evidenceForTest(), 'capRate')).toMatchObject({
    low: 0.06,
    base: 0.085,
    high: 0.09,
    kind: 'preset',
    origin: 'preset',
  });
});

test('R7.1a an own value in place of an assumption keeps the preset’s range, widened to hold it', () => {
  expect(rangeOf(withOwn('capRate', 0.07), 'capRate')).toMatchObject({
    low: 0.06,
    base: 0.07,
    high: 0.09,
    kind: 'ownInPreset',
  });
  expect(rangeOf(withOwn('capRate', 0.12), 'capRate')).toMatchObject({ low: 0.06, base: 0.12, high: 0.12 });
});

function inScenario(key: 'capRate', value: number): SiteEvidence {
  const change = { key, operation: 'set', value, scope: { of: 'all' }, source: null } as const;
  return {
    ...evidenceForTest(),
    scenario: { id: 's', name: 'made up', changes: [change], shocks: [] },
  };
}

test('R7.1a a scenario’s value keeps the preset’s range; R7.1b moved, it gives way to the move', () => {
  const evidence = inScenario('capRate', 0.07);
  expect(rangeOf(evidence, 'capRate')).toMatchObject({
    low: 0.06,
    base: 0.07,
    high: 0.09,
    kind: 'ownInPreset',
    origin: 'scenario',
  });
  const moved = withMoves(evidence, [{ key: 'capRate', value: 0.06 }]);
  expect(resolveInputs(moved).find(({ key }) => key === 'capRate')).toMatchObject({
    value: 0.06,
    origin: 'own',
  });
});

test('R7.1a a market figure has what the last months span, widened to hold the value', () => {
  expect(rangeOf(evidenceForTest(), 'btcPriceUsd')).toMatchObject({
    low: 58_000,
    base: 90_000,
    high: 90_000,
    kind: 'observed',
    fromMonth: '2024-11',
  });
});

function priced(...values: readonly number[]): SiteEvidence {
  const evidence = evidenceForTest();
  const fact = (value: number, index: number) => ({
    field: 'power_price_usd_mwh',
    value,
    unit: 'USD/MWh',
    basis: 'energy',
    asOf: `2026-0${9 - index}-01`,
    source: `source ${index}`,
    sourceUrl: null,
    confidence: 'medium' as const,
    note: null,
  });
  return { ...evidence, facts: [...values.map(fact), ...evidence.facts] };
}

test('R7.1a facts that several sources state differently have their span', () => {
  expect(rangeOf(priced(40, 31, 44), 'powerPriceUsdPerMwh')).toMatchObject({
    low: 31,
    base: 40,
    high: 44,
    kind: 'rivals',
    source: 'source 0; source 1; source 2',
  });
});

test('R7.1a any other value has the preset’s range in proportion: 17 · 16/34 to 17 · 60/34', () => {
  expect(rangeOf(priced(17), 'powerPriceUsdPerMwh')).toMatchObject({
    low: 8,
    base: 17,
    high: 30,
    kind: 'relative',
  });
});

test('R7.1a a value at or below 0 has it by the same distance: −5 − 18 to −5 + 26', () => {
  expect(rangeOf(priced(-5), 'powerPriceUsdPerMwh')).toMatchObject({ low: -23, base: -5, high: 21 });
});

test('R7.1a what has neither preset nor observations has no range and is named', () => {
  const { ranges, withoutRange } = rangesOf(evidenceForTest());
  expect(withoutRange).toContain('gridPowerMw');
  expect(withoutRange).toContain('networkHashrateEhS');
  expect(ranges.length + withoutRange.length).toBe(
    resolveInputs(evidenceForTest()).filter(({ value }) => value !== null).length,
  );
});

test('R7.1a every range holds its value, within the hard bounds, whole where the input is', () => {
  for (const { key, low, base, high, isWhole } of rangesOf(evidenceForTest()).ranges) {
    expect(low, key).toBeLessThan(high);
    expect(low, key).toBeLessThanOrEqual(base);
    expect(high, key).toBeGreaterThanOrEqual(base);
    expect(low, key).toBeGreaterThanOrEqual(inputTable[key].min);
    expect(high, key).toBeLessThanOrEqual(inputTable[key].max);
    if (isWhole) expect(Number.isInteger(low) && Number.isInteger(high), key).toBe(true);
  }
});

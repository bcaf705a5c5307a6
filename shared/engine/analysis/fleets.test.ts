import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evidenceForTest } from '../testing/evidenceForTest.ts';
import type { EvidenceFleet } from './evidence.ts';
import { fleetEfficiency, fleetNameplateThS, fleetPowerW } from './fleets.ts';
import { resolveInputs } from './resolveInputs.ts';

function fleet(change: Partial<EvidenceFleet> = {}): EvidenceFleet {
  return {
    id: 'f1',
    model: 'Made-up S21',
    units: 10_000,
    hashrateThS: 200,
    efficiencyJPerTh: 17.5,
    asOf: '2026-09-30',
    source: 'Form 10-Q',
    sourceUrl: null,
    confidence: 'high',
    ...change,
  };
}

const old = fleet({
  id: 'f2',
  model: 'Made-up S19',
  units: 5_000,
  hashrateThS: 100,
  efficiencyJPerTh: 30,
  asOf: '2026-03',
  source: 'Presentation',
  confidence: 'medium',
});

function inputsWith(
  fleets: readonly EvidenceFleet[] | undefined,
  own: Readonly<Record<string, number>> = {},
) {
  const entered = { note: null, enteredBy: null, enteredAt: '2026-11-25' };
  const ownValues = Object.entries(own).map(([key, value]) => ({ key, value, ...entered }));
  const inputs = resolveInputs({ ...evidenceForTest(), ownValues, ...(fleets && { fleets }) });
  return (key: string) => inputs.find((input) => input.key === key);
}

test('R1.9a by hand: 10,000 units of 200 TH/s at 17.5 J/TH and 5,000 of 100 TH/s at 30 J/TH', () => {
  // 2,000,000 + 500,000 TH/s; 35 MW + 15 MW = 50 MW; 50e6 W / 2.5e6 TH/s = 20 J/TH, not (35·17.5 + 15·30)/50 = 21.25.
  expect(fleetNameplateThS([fleet(), old])).toBe(2_500_000);
  expect(fleetPowerW([fleet(), old])).toBe(50e6);
  expect(fleetEfficiency([fleet(), old])).toBe(20);
  const input = inputsWith([fleet(), old]);
  expect(input('siteHashrateEhS')).toMatchObject({
    value: 2.5,
    origin: 'derived',
    asOf: '2026-03',
    confidence: 'medium',
    source: 'Form 10-Q; Presentation',
    note: 'R1.9a: Made-up S21, Made-up S19',
  });
  expect(input('fleetEfficiencyJPerTh')).toMatchObject({ value: 20, origin: 'derived' });
});

test('R1.9b the own value comes first, then the fleets, then what was stated', () => {
  const stated = { basis: null, asOf: null, source: null, sourceUrl: null, confidence: null, note: null };
  const facts = [
    { ...stated, field: 'hashrate_eh_s', value: 9, unit: 'EH/s' },
    { ...stated, field: 'company.fleet_efficiency_j_th', value: 25, unit: 'J/TH' },
  ];
  const inputs = (fleets?: readonly EvidenceFleet[]) => {
    const base = evidenceForTest();
    const resolved = resolveInputs({
      ...base,
      facts: [...base.facts.filter(({ field }) => !/hashrate_eh_s|efficiency/.test(field)), ...facts],
      ...(fleets && { fleets }),
    });
    return ['siteHashrateEhS', 'fleetEfficiencyJPerTh'].map(
      (name) => resolved.find(({ key }) => key === name)?.value,
    );
  };
  expect(inputs()).toEqual([9, 25]);
  expect(inputs([fleet()])).toEqual([2, 17.5]);
  const own = inputsWith([fleet()], { siteHashrateEhS: 3 })('siteHashrateEhS');
  expect(own).toMatchObject({ value: 3, origin: 'own', fallback: 2 });
});

test('R1.9c missing is not 0: what cannot be summed is left to the order of R1.9, and 0 units are 0', () => {
  expect(fleetNameplateThS([])).toBeUndefined();
  expect(fleetNameplateThS([fleet(), fleet({ units: null })])).toBeUndefined();
  expect(fleetNameplateThS([fleet(), fleet({ hashrateThS: null })])).toBeUndefined();
  expect(fleetNameplateThS([fleet({ units: 0, hashrateThS: null })])).toBe(0);
  expect(fleetEfficiency([fleet({ units: 0 })])).toBeUndefined();
  expect(fleetEfficiency([fleet(), fleet({ efficiencyJPerTh: null })])).toBeUndefined();
  expect(fleetEfficiency([fleet(), fleet({ units: 0, efficiencyJPerTh: null })])).toBe(17.5);
  const [before, partly] = [inputsWith(undefined), inputsWith([fleet({ efficiencyJPerTh: null })])];
  expect(partly('siteHashrateEhS')?.value).toBe(2);
  expect(partly('fleetEfficiencyJPerTh')).toEqual(before('fleetEfficiencyJPerTh'));
  const unknown = inputsWith([fleet({ units: null })]);
  expect(unknown('siteHashrateEhS')).toEqual(before('siteHashrateEhS'));
  expect(inputsWith([fleet({ units: 0 })])('siteHashrateEhS')?.value).toBe(0);
});

test('R1.9a the efficiency of several fleets lies between theirs, and splitting a fleet changes nothing', () => {
  const made = fc.record({
    units: fc.integer({ min: 1, max: 1_000_000 }),
    hashrateThS: fc.double({ min: 1, max: 2_000, noNaN: true }),
    efficiencyJPerTh: fc.double({ min: 5, max: 120, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.array(made, { minLength: 1, maxLength: 6 }), (fleets) => {
      const all = fleetEfficiency(fleets) ?? NaN;
      const each = fleets.map(({ efficiencyJPerTh }) => efficiencyJPerTh);
      expect(all).toBeGreaterThanOrEqual(Math.min(...each) * (1 - 1e-12));
      expect(all).toBeLessThanOrEqual(Math.max(...each) * (1 + 1e-12));
      const [first, ...rest] = fleets;
      if (!first) return;
      const halves = [{ ...first, units: first.units / 2 }, { ...first, units: first.units / 2 }, ...rest];
      expect((fleetEfficiency(halves) ?? NaN) / all).toBeCloseTo(1, 12);
    }),
  );
});

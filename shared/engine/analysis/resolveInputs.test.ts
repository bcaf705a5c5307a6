import { expect, test } from 'vitest';
import type { EvidenceFact, EvidenceOwnValue, EvidencePreset, SiteEvidence } from './evidence.ts';
import { resolveInputs } from './resolveInputs.ts';
import type { ResolvedInput } from './siteAnalysis.ts';

const unsourced = { basis: null, asOf: null, source: null, sourceUrl: null, confidence: null, note: null };
const fact: EvidenceFact = { ...unsourced, field: 'power_price_usd_mwh', value: 30, unit: 'USD/MWh' };
const own: EvidenceOwnValue = {
  key: 'powerPriceUsdPerMwh',
  value: 25,
  note: null,
  enteredBy: 'analyst',
  enteredAt: '2026-11-25T09:00:00Z',
};
const presetOf = (key: string): EvidencePreset => ({
  ...unsourced,
  key,
  low: 40,
  base: 50,
  high: 60,
  unit: 'USD/MWh',
});

function inputOf(key: string, known: Partial<SiteEvidence>): ResolvedInput | undefined {
  const nothing = { facts: [], contracts: [], ownValues: [], presets: [], halvings: [], currentUse: null };
  const evidence = { ...nothing, ...known } as unknown as SiteEvidence;
  return resolveInputs(evidence).find((input) => input.key === key);
}

test('R1.9 the own value, else the fact, else the preset, else the input is missing', () => {
  const presets = [presetOf('powerPriceUsdPerMwh')];
  const price = (known: Partial<SiteEvidence>) => inputOf('powerPriceUsdPerMwh', known);
  expect(price({ presets, facts: [fact], ownValues: [own] })).toMatchObject({ value: 25, origin: 'own' });
  expect(price({ presets, facts: [fact] })).toMatchObject({ value: 30, origin: 'fact', low: 40, high: 60 });
  expect(price({ presets })).toMatchObject({ value: 50, origin: 'preset' });
  expect(price({})).toMatchObject({ value: null, origin: 'missing' });
});

test('R1.9 an own value of 0 is a value', () => {
  expect(inputOf('powerPriceUsdPerMwh', { facts: [fact], ownValues: [{ ...own, value: 0 }] })?.value).toBe(0);
});

test('R1.9 no preset stands in for grid MW', () => {
  expect(inputOf('gridPowerMw', { presets: [presetOf('gridPowerMw')] })).toMatchObject({
    value: null,
    origin: 'missing',
    low: null,
  });
});

import { expect, test } from 'vitest';
import { analyseSite } from '../../engine/analysis/analyseSite.ts';
import { allianceBlocks } from './alliancePart.ts';
import { evidenceForTest } from '../../engine/testing/evidenceForTest.ts';
import { limitsOf, scenarioOf } from './marketParts.ts';

const base = evidenceForTest();
const lease = ['rentYear1UsdPerKwMonth', 130] as const;
const fleet = ['fleetEfficiencyJPerTh', 25] as const;
const ownValues = [lease, fleet].map(([key, value]) => ({
  key,
  value,
  note: null,
  enteredBy: null,
  enteredAt: '2026-11-25T12:00:00Z',
}));
const responsive = analyseSite({ ...base, ownValues });
const constant = analyseSite({
  ...base,
  ownValues,
  difficulty: { rule: 'constant', enteredBy: null, enteredAt: '2026-11-25T12:00:00Z' },
});

test('P11 the rule is printed, and a constant difficulty stands among the limits in words', () => {
  expect(scenarioOf([responsive], 'en')).toBe(
    'Base: BTC by its drift, the network’s hash rate responds (R2.5)',
  );
  expect(limitsOf([responsive], 'en')).toEqual([]);
  expect(scenarioOf([constant], 'de')).toContain('die Difficulty ist festgehalten (R2.5a)');
  expect(limitsOf([constant], 'de')).toEqual([
    'Die Difficulty ist in dieser Analyse festgehalten (R2.5a). Kein längerer Zeitraum hat das gezeigt; jede Zahl des Minings beruht darauf.',
  ]);
});

test('P11 over several sites every rule is named once, and how many hold the difficulty constant', () => {
  const both = [responsive, constant, responsive];
  expect(scenarioOf(both, 'en').match(/R2\.5/g)).toHaveLength(2);
  expect(limitsOf(both, 'en')[0]).toContain('At 1 of 3 sites difficulty is held constant');
  expect(scenarioOf([], 'en')).toBe(scenarioOf([responsive], 'en'));
});

test('P48 one table of both sides where the alliance can be computed, none where not', () => {
  const [table] = allianceBlocks(responsive.alliance, 'de');
  if (table?.type !== 'table') throw new Error('a table expected');
  expect(table.rows.map(({ cells }) => cells[0]?.text)).toEqual([
    'Miner',
    'Miner, Standort als Ausgabe zum vereinbarten Wert',
    'Partner',
  ]);
  expect(table.note).toContain('Strompreis 10 % höher: Mieter allein');
  expect(allianceBlocks({ computable: false, missing: ['gridPowerMw'] }, 'de')).toEqual([]);
});

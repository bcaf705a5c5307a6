import { expect, test } from 'vitest';
import { siteFigures } from '../../engine/analysis/analyseSite.ts';
import { evidenceForTest } from '../../engine/testing/evidenceForTest.ts';
import { changeForTest, inScenarioForTest, shockForTest } from '../../engine/testing/scenarioForTest.ts';
import { scenarioOf } from './marketParts.ts';
import { scenarioSection } from './scenarioPart.ts';

const base = evidenceForTest();

test('R7.3 a briefing in the base has no section on its scenario, one in another names all of it', () => {
  expect(scenarioSection([{ evidence: base, analysis: siteFigures(base) }], 'en')).toEqual([]);
  const evidence = inScenarioForTest(
    base,
    [shockForTest('powerTax', { source: 'calibration.json' }), shockForTest('credit')],
    [changeForTest('btcPriceUsd', 'multiply', 0.5)],
  );
  const site = { evidence, analysis: siteFigures(evidence) };
  const [section] = scenarioSection([site], 'de');
  expect(section?.heading).toBe('Szenario Made-up');
  expect(section?.blocks).toMatchObject([
    { type: 'paragraph' },
    {
      type: 'list',
      items: [
        'Bitcoin-Preis: × 0,5 (alle Standorte) [Annahme ◇]',
        'Stromabgabe: Strompreis + 10\u00a0$/MWh, ab dem Bewertungsmonat auf Dauer (alle Standorte) [calibration.json]',
        expect.stringContaining('Kreditklemme'),
      ],
    },
    { type: 'paragraph' },
    { type: 'list', items: [expect.stringContaining('hat einen Kredit'), expect.any(String)] },
  ]);
  expect(scenarioOf([site.analysis], 'en')).toMatch(/^Made-up: /);
});

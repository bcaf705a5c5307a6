import { expect, test } from 'vitest';
import { ScenarioBody } from '../domain/scenario.ts';
import { analyseSite, siteFigures } from '../engine/analysis/analyseSite.ts';
import type { SiteEvidence } from '../engine/analysis/evidence.ts';
import { evidenceForTest } from '../engine/testing/evidenceForTest.ts';
import { changeForTest, inScenarioForTest, shockForTest } from '../engine/testing/scenarioForTest.ts';
import { pinnedScenario } from './pinnedScenario.ts';

const base: SiteEvidence = {
  ...evidenceForTest(),
  contracts: [
    {
      id: 'k1',
      service: 'colocation',
      counterparty: 'AMD',
      signedDate: '2026-08-10',
      itLoadMw: 30,
      termYears: 15,
      totalContractValueUsd: 9e8,
      source: null,
      sourceUrl: null,
      confidence: 'high',
    },
  ],
};

test('P12 a result row opens as a scenario that reproduces it to the last bit, also after other inputs have changed', () => {
  const rows = [
    base,
    inScenarioForTest(
      base,
      [
        shockForTest('aiBust', { start: { counted: 'fromValuation', month: 7 }, durationMonths: 31 }),
        shockForTest('tenantDefault', { tenant: 'AMD', start: { counted: 'calendar', month: '2029-03' } }),
        shockForTest('btcPrice'),
        shockForTest('heat'),
      ],
      [
        changeForTest('btcPriceUsd', 'multiply', 1 / 3),
        changeForTest('rentEscalatorPerYear', 'add', 0.0137),
        changeForTest('alliancePartnerDefaultMonth', 'set', 40),
      ],
    ),
  ];
  for (const evidence of rows) {
    const known = analyseSite(evidence);
    const body = ScenarioBody.parse(
      JSON.parse(
        JSON.stringify(
          pinnedScenario({
            name: 'Row',
            note: '',
            siteId: base.siteId,
            inputs: known.inputs,
            scenario: evidence.scenario,
          }),
        ),
      ),
    );
    const opened = { id: 'scenario-001', name: body.name, changes: body.changes, shocks: body.shocks };
    const again = analyseSite({ ...base, scenario: opened });
    expect(again.strategies).toEqual(known.strategies);
    expect(again.flips).toEqual(known.flips);
    expect(again.inputs.map(({ value }) => value)).toEqual(known.inputs.map(({ value }) => value));
    // The portfolio goes on; the scenario still holds what the row was computed with.
    const later = { key: 'buildMonths', value: 22, note: null, enteredBy: null, enteredAt: '2026-12-01' };
    const moved = siteFigures({ ...base, ownValues: [later], scenario: opened });
    expect(moved.strategies).toEqual(known.strategies);
    expect(moved.verdict).toEqual(known.verdict);
  }
});

import { expect, test } from 'vitest';
import { siteFigures } from '../engine/analysis/analyseSite.ts';
import { planFlows } from '../engine/analysis/planFlows.ts';
import { evidenceForTest } from '../engine/testing/evidenceForTest.ts';
import { cashFlowExport, strategiesExport } from './analysisTables.ts';

test('P30 own plans stand under their names after the strategies, with what they lack', () => {
  const evidence = evidenceForTest();
  const ownPlans = [
    {
      id: 'p1',
      name: 'Half and half',
      computable: false as const,
      missing: ['gridPowerMw'],
      dates: [],
      power: { overload: null, flexibleMw: 0 },
      findings: [],
    },
  ];
  const { columns, rows } = strategiesExport(
    [{ evidence, analysis: { ...siteFigures(evidence), ownPlans } }],
    'en',
  );
  expect(rows).toHaveLength(9 + 1);
  expect(rows.every((row) => row.length === columns.length)).toBe(true);
  expect(rows.at(-1)?.slice(2, 5)).toEqual(['Half and half', 'p1', null]);
  expect(rows.at(-1)?.slice(-3)).toEqual(['Grid power', 'test', 'Base']);
});

test('P30 a site with a shorter horizon has empty months beyond it, never zeros', () => {
  const evidence = evidenceForTest();
  const plan = planFlows(evidence, { kind: 'strategy', strategy: 'keepMining' });
  const line = plan?.lines[0];
  if (!plan || !line) throw new Error('keep mining is not computable');
  const short = { ...plan, months: plan.months.slice(0, 2), lines: [{ ...line, monthly: [5, 6] }] };
  const { columns, rows } = cashFlowExport(
    [
      { evidence, plans: [plan] },
      { evidence, plans: [short] },
    ],
    'de',
  );
  expect(columns.slice(10, 12).map(({ head }) => head)).toEqual(plan.months.slice(0, 2));
  expect(columns).toHaveLength(10 + plan.months.length);
  expect(rows.at(-1)?.slice(10, 14)).toEqual([5, 6, null, null]);
  expect(rows.every((row) => row.length === columns.length)).toBe(true);
});

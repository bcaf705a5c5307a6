import { expect, test } from 'vitest';
import type { Figure } from '../../shared/domain/figure.ts';
import { identityOf } from './companyIdentity.ts';

const figure = (field: string, value: number | null, asOf = '2026-06-30'): Figure => ({
  id: field,
  field,
  state: value === null ? 'missing' : 'known',
  value,
  unit: '1',
  basis: null,
  asOf,
  source: null,
  sourceUrl: null,
  confidence: 'medium',
  note: null,
  origin: 'fact',
  enteredBy: null,
  superseded: false,
});
const shareOf = (identity: ReturnType<typeof identityOf>, measure: string) =>
  identity.measures.find((entry) => entry.measure === measure)?.aiShare;

test('R9 billing critical IT MW are brought to grid MW before they are compared with energised grid MW', () => {
  const figures = [figure('ai_it_mw_delivered', 50), figure('power_operating_mw', 280)];
  const identity = identityOf({ figures, periods: undefined, grossToItRatio: 1.4 });
  // 50 MW of critical IT need 70 grid MW of the 280 energised.
  expect(shareOf(identity, 'power')).toBeCloseTo(0.25, 12);
  expect(identity.class).toBeNull();
});

test('R9 with no lease signed, billing is a known zero; without a ratio a positive share stays unknown', () => {
  const none = [figure('ai_contracted_it_mw', 0), figure('power_operating_mw', 171)];
  expect(shareOf(identityOf({ figures: none, periods: undefined, grossToItRatio: null }), 'power')).toBe(0);
  const some = [figure('ai_it_mw_delivered', 50), figure('power_operating_mw', 280)];
  expect(
    shareOf(identityOf({ figures: some, periods: undefined, grossToItRatio: null }), 'power'),
  ).toBeNull();
});

test('R9 revenue of two dates is not mixed; the newest period with both stands in', () => {
  const figures = [
    figure('latest_quarter_revenue_ai_usd', 32, '2026-06-30'),
    figure('latest_quarter_revenue_mining_usd', 13, '2026-03-31'),
  ];
  const without = identityOf({ figures, periods: undefined, grossToItRatio: 1.4 });
  expect(shareOf(without, 'revenue')).toBeNull();
  const periods = { revenue: { ai: 30, mining: 70, asOf: '2026-03-31' }, hashrateEhS: null, aiItMw: null };
  const identity = identityOf({ figures, periods, grossToItRatio: 1.4 });
  expect(shareOf(identity, 'revenue')).toBeCloseTo(0.3, 12);
});

test('R9 a former miner is one whose own hash rate is a known 0, wherever that is known from', () => {
  const periods = { revenue: null, hashrateEhS: 0, aiItMw: null };
  expect(identityOf({ figures: [], periods, grossToItRatio: 1.4 }).class).toBe('formerMiner');
  expect(identityOf({ figures: [], periods: undefined, grossToItRatio: 1.4 }).class).toBeNull();
});

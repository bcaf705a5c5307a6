import { join } from 'node:path';
import { expect, test } from 'vitest';
import { siteFigures } from '../../shared/engine/analysis/analyseSite.ts';
import type { RecordEdit } from '../../shared/domain/records.ts';
import { undoLast } from '../db/history/changeLog.ts';
import { portfolioForTest, temporaryFolder } from '../db/testing/portfolioForTest.ts';
import { allRows } from '../exchange/testing/filledPortfolio.ts';
import { shippedModels } from './asicModels.ts';
import { duplicateRecord, removeRecord, saveRecord } from './records.ts';
import { siteDetail, siteEvidence } from './siteView.ts';
import { provenanceOf } from './provenance.ts';

const now = '2026-11-25T12:00:00Z';
const fleet: RecordEdit = {
  kind: 'fleet',
  id: null,
  companyId: null,
  siteId: 's1',
  values: {
    model: 'Antminer S21',
    units: 10_000,
    hashrate_th_s: 200,
    efficiency_j_th: 17.5,
    purchased: '2025-03',
    as_of: '2026-09-30',
    confidence: 'high',
  },
  source: { title: 'Form 10-Q', url: null, page: '31' },
};

function portfolio() {
  return portfolioForTest(join(temporaryFolder(), 'a.umbau'));
}

test('R1.9b a fleet is entered with its source and becomes an input; without fleets the run keeps its name', () => {
  const db = portfolio();
  const before = siteEvidence(db, 's1');
  expect(before).not.toHaveProperty('fleets');
  const { id, step } = saveRecord(db, fleet, now, 'Ottilie Ausgedacht');
  expect(id).toBe('s1-antminer-s21');
  expect(step.values).toMatchObject({ kind: 'fleet', name: 'Antminer S21' });
  const input = (key: string) =>
    siteFigures(siteEvidence(db, 's1')).inputs.find((candidate) => candidate.key === key);
  expect(input('siteHashrateEhS')).toMatchObject({
    value: 2,
    origin: 'derived',
    note: 'R1.9a: Antminer S21',
  });
  expect(input('fleetEfficiencyJPerTh')).toMatchObject({ value: 17.5, source: 'Form 10-Q' });
  expect(siteDetail(db, 's1').fleets).toMatchObject([
    { model: 'Antminer S21', purchased: '2025-03', bookValueUsd: null, enteredBy: 'Ottilie Ausgedacht' },
  ]);
  expect(provenanceOf(db, `${id}.units`, null)).toMatchObject({
    record: { kind: 'fleet', id },
    page: '31',
    source: { title: 'Form 10-Q' },
  });
  const copy = duplicateRecord(db, 'fleet', id, now);
  expect(copy.id).toBe('s1-antminer-s21-2');
  expect(input('siteHashrateEhS')?.value).toBe(4);
  removeRecord(db, 'fleet', copy.id, now);
  removeRecord(db, 'fleet', id, now);
  expect(siteEvidence(db, 's1')).toEqual(before);
  db.close();
});

test('a fleet goes with its site and comes back; impossible numbers and an unknown site are refused', () => {
  const db = portfolio();
  saveRecord(db, fleet, now);
  const content = () => allRows(db)['fleet'];
  const before = content();
  for (const act of [
    () => removeRecord(db, 'site', 's1', now),
    () => removeRecord(db, 'company', 'c1', now),
  ]) {
    act();
    expect(content()).toEqual([]);
    undoLast(db);
    expect(content()).toEqual(before);
  }
  const wrong = (values: RecordEdit['values']) => () =>
    saveRecord(db, { ...fleet, values: { ...fleet.values, ...values } }, now);
  expect(wrong({ units: 1.5 })).toThrow('record.impossible');
  expect(wrong({ efficiency_j_th: 0 })).toThrow('record.impossible');
  expect(wrong({ model: null })).toThrow('record.impossible');
  expect(() => saveRecord(db, { ...fleet, siteId: 'none' }, now)).toThrow('site.unknown');
  expect(() => saveRecord(db, { ...fleet, siteId: null }, now)).toThrow('site.unknown');
  db.close();
});

test('a reported period is entered, edited, duplicated and deleted like other records', () => {
  const db = portfolio();
  const period: RecordEdit = {
    kind: 'identity',
    id: null,
    companyId: 'c1',
    siteId: null,
    values: { period: 'Q3 2026', revenue_mining_usd: 40e6, revenue_ai_usd: 10e6, as_of: '2026-09-30' },
    source: { title: 'Form 10-Q', url: null },
  };
  const { id } = saveRecord(db, period, now);
  saveRecord(db, { ...period, id, values: { revenue_ai_usd: 60e6 } }, now);
  expect(
    db.prepare('SELECT period, revenue_mining_usd AS m, revenue_ai_usd AS a FROM identity_period').all(),
  ).toEqual([{ period: 'Q3 2026', m: 40e6, a: 60e6 }]);
  const copy = duplicateRecord(db, 'identity', id, now);
  removeRecord(db, 'identity', id, now);
  expect(db.prepare('SELECT id FROM identity_period').pluck().all()).toEqual([copy.id]);
  db.close();
});

test('the shipped models all have a hash rate and an efficiency that a form takes', () => {
  const models = shippedModels(join(import.meta.dirname, '../../out/app'));
  expect(models.length).toBeGreaterThan(50);
  for (const { hashrateThS, efficiencyJPerTh } of models) {
    expect(hashrateThS).toBeGreaterThan(0);
    expect(efficiencyJPerTh).toBeGreaterThan(1);
  }
  expect(new Set(models.map(({ name }) => name)).size).toBe(models.length);
  expect(shippedModels('/nowhere')).toEqual([]);
});

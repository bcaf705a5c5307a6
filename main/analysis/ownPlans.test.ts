import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { OwnPlanBody } from '../../shared/domain/ownPlan.ts';
import { OwnPlanBody as Schema } from '../../shared/domain/ownPlan.ts';
import { stepText } from '../../shared/text/stepText.ts';
import type { WritableDb } from '../db/access.ts';
import { undoLast, redoNext } from '../db/history/changeLog.ts';
import { ownPlansOf } from '../db/repositories/ownPlanRepository.ts';
import { portfolioForTest, temporaryFolder } from '../db/testing/portfolioForTest.ts';
import { copyPlan, createPlan, removePlan, savePlan } from './ownPlans.ts';
import { siteEvidence } from './siteView.ts';

const entry = { enteredBy: 'A. Nalyst', now: '2026-11-25T12:00:00Z' };

const body: OwnPlanBody = {
  name: 'Half and half',
  blocks: [
    {
      id: 'mining',
      use: 'mining',
      gridMw: 50,
      fromMonth: 0,
      toMonth: null,
      replaces: null,
      service: null,
      terms: [],
    },
  ],
  loans: [],
  isTaxed: false,
  terms: [],
};

function portfolio(): WritableDb {
  const db = portfolioForTest(join(temporaryFolder(), 'a.umbau'));
  db.exec("INSERT INTO site (id, company_id, name) VALUES ('s2', 'c1', 'Second Site')");
  return db;
}

function withPower(db: WritableDb, siteId: string, mw: number): void {
  db.prepare("INSERT INTO own_value VALUES (?, 'gridPowerMw', ?, NULL, NULL, '2026-11-25')").run(siteId, mw);
}

test('a plan is created, edited, removed; each step is told in words and can be taken back', () => {
  const db = portfolio();
  const before = siteEvidence(db, 's1').runId;
  const { id, step } = createPlan(db, 's1', body, entry);
  expect(id).toBe('s1-plan-001');
  expect(stepText(step, 'de')).toBe('Neuer Plan „Half and half“, Made-up Site');
  expect(siteEvidence(db, 's1').runId).not.toBe(before);
  const [block] = body.blocks;
  if (!block) throw new Error('a block expected');
  const edited = savePlan(db, 's1', id, { ...body, blocks: [{ ...block, gridMw: 60 }] }, entry);
  expect(stepText(edited, 'en')).toBe(
    'Plan “Half and half”, Made-up Site: Mining, today’s machines, Power 50\u00a0MW → 60\u00a0MW',
  );
  const removed = removePlan(db, 's1', id, entry.now);
  expect(stepText(removed, 'en')).toBe('Plan “Half and half” deleted, Made-up Site');
  expect(ownPlansOf(db, 's1')).toEqual([]);
  undoLast(db);
  expect(ownPlansOf(db, 's1')[0]?.blocks[0]?.gridMw).toBe(60);
  undoLast(db);
  expect(ownPlansOf(db, 's1')[0]?.blocks[0]?.gridMw).toBe(50);
  undoLast(db);
  expect(siteEvidence(db, 's1').runId).toBe(before);
  redoNext(db);
  expect(ownPlansOf(db, 's1')).toMatchObject([{ id, name: 'Half and half', enteredBy: 'A. Nalyst' }]);
  db.close();
});

test('a plan that does not fit together is refused, and nothing is written', () => {
  const db = portfolio();
  const [block] = body.blocks;
  if (!block) throw new Error('a block expected');
  const twice = { ...body, blocks: [block, block] };
  expect(() => createPlan(db, 's1', twice, entry)).toThrow('plan.sameId');
  expect(() => savePlan(db, 's1', 'none', body, entry)).toThrow('plan.unknown');
  expect(() => createPlan(db, 'none', body, entry)).toThrow('site.unknown');
  expect(ownPlansOf(db, 's1')).toEqual([]);
  db.close();
});

test('a copy on another site keeps the proportion of its power, and needs both powers', () => {
  const db = portfolio();
  const { id } = createPlan(db, 's1', body, entry);
  withPower(db, 's1', 100);
  expect(() => copyPlan(db, { siteId: 's1', id }, 's2', entry)).toThrow('plan.noGridPower');
  withPower(db, 's2', 300);
  const copy = copyPlan(db, { siteId: 's1', id }, 's2', entry);
  expect(copy.id).toBe('s2-plan-001');
  expect(ownPlansOf(db, 's2')[0]?.blocks[0]?.gridMw).toBe(150);
  expect(ownPlansOf(db, 's1')[0]?.blocks[0]?.gridMw).toBe(50);
  db.close();
});

test('what cannot be is no plan: powers, months, unknown or impossible terms', () => {
  const [block] = body.blocks;
  const accepts = (change: object) =>
    Schema.safeParse({ ...body, blocks: [{ ...block, ...change }] }).success;
  expect(accepts({})).toBe(true);
  expect(accepts({ gridMw: 0 })).toBe(false);
  expect(accepts({ fromMonth: 1.5 })).toBe(false);
  expect(accepts({ terms: [{ key: 'uptime', value: 0.9 }] })).toBe(true);
  expect(accepts({ terms: [{ key: 'uptime', value: 1.1 }] })).toBe(false);
  expect(accepts({ terms: [{ key: 'nonsense', value: 1 }] })).toBe(false);
  expect(Schema.safeParse({ ...body, name: '  ' }).success).toBe(false);
});

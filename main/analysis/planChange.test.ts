import { expect, test } from 'vitest';
import type { OwnPlanBody } from '../../shared/domain/ownPlan.ts';
import { planStepText } from '../../shared/text/planText.ts';
import { planChange } from './planChange.ts';

type Block = OwnPlanBody['blocks'][number];

const mining: Block = {
  id: 'b-1f3c',
  use: 'mining',
  gridMw: 100,
  fromMonth: 0,
  toMonth: null,
  service: null,
  replaces: null,
  terms: [],
};
const hall: Block = { ...mining, id: 'b-77aa', use: 'colocation', service: 'modifiedGross' };

function bodyOf(...blocks: Block[]): OwnPlanBody {
  return { name: 'Half', blocks, loans: [], isTaxed: false, terms: [] };
}

function sentence(values: Record<string, string>, language: 'de' | 'en'): string {
  const step = { id: 1, label: 'plan.edit', createdAt: '2026-11-25T09:00:00Z', undone: false };
  return planStepText({ ...step, values: { plan: 'Half', site: 'Rockdale', ...values } }, language);
}

test('what a block replaces is named by its use, whatever its id', () => {
  const beside = bodyOf(mining, hall);
  const instead = bodyOf(mining, { ...hall, replaces: mining.id });
  expect(sentence(planChange(beside, instead), 'en')).toBe(
    'Plan “Half”, Rockdale: Colocation, Replaces nothing: stands beside → Mining, today’s machines',
  );
  const back = sentence(planChange(instead, beside), 'de');
  expect(back).toContain('Mining, heutige Maschinen → ');
  expect(back).not.toMatch(/b-1f3c|→ keine?$/);
});

test('a step that an older edition stored with an id shows no id', () => {
  const values = { change: 'replaces', use: 'colocation', before: '', after: 'b-1f3c' };
  expect(sentence(values, 'de')).toMatch(/→ ein Block$/);
});

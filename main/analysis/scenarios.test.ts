import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ScenarioBody } from '../../shared/domain/scenario.ts';
import { siteFigures } from '../../shared/engine/analysis/analyseSite.ts';
import { readyScenarios } from '../../shared/scenarios/readyScenarios.ts';
import { scenarioName } from '../../shared/scenarios/scenarioNames.ts';
import { stepText } from '../../shared/text/stepText.ts';
import { writeCleanCopy } from '../db/cleanCopy.ts';
import { redoNext, undoLast } from '../db/history/changeLog.ts';
import { openReadOnly } from '../db/openDatabase.ts';
import { portfolioForTest, temporaryFolder } from '../db/testing/portfolioForTest.ts';
import { exportPortfolio } from '../exchange/exportPortfolio.ts';
import { importPortfolio } from '../portfolio/importPortfolio.ts';
import { chooseScenario, createScenario, removeScenario, saveScenario } from './scenarios.ts';
import { activeScenarioId, listScenarios } from './scenarioView.ts';
import { defaultSeed, siteEvidence } from './siteView.ts';

const entry = { enteredBy: 'Ada', now: '2026-11-25T12:00:00Z' };
const mine: ScenarioBody = {
  name: 'Mine',
  note: '',
  source: '',
  isLocked: false,
  parentId: 'bear',
  changes: [
    { key: 'btcPriceUsd', operation: 'multiply', value: 0.5, scope: { of: 'all' }, source: null },
    {
      key: 'gridPowerMw',
      operation: 'set',
      value: 42,
      scope: { of: 'site', siteId: 'elsewhere' },
      source: null,
    },
  ],
  shocks: [],
};

const db = () => portfolioForTest(join(temporaryFolder(), 'a.umbau'));

test('P12 in the base a site has the evidence and the run it has without scenarios', () => {
  const portfolio = db();
  const before = siteEvidence(portfolio, 's1');
  expect(before).not.toHaveProperty('scenario');
  chooseScenario(portfolio, 'bear', entry.now);
  const bear = siteEvidence(portfolio, 's1');
  expect(bear.scenario?.changes).toHaveLength(1);
  expect(bear.runId).not.toBe(before.runId);
  expect(siteEvidence(portfolio, 's1', { seed: defaultSeed, scenarioId: 'base' })).toEqual(before);
  undoLast(portfolio);
  expect(activeScenarioId(portfolio)).toBe('base');
  expect(siteEvidence(portfolio, 's1')).toEqual(before);
});

test('P12 a scenario is made, chosen, edited, locked and deleted by steps with names, each taken back', () => {
  const portfolio = db();
  const { id, step } = createScenario(portfolio, 'clone', mine, entry);
  expect(id).toBe('scenario-001');
  expect(stepText(step, 'de')).toBe('Szenario „Bär“ geklont: „Mine“');
  expect(stepText(chooseScenario(portfolio, id, entry.now), 'en')).toBe(
    'Computed in scenario “Mine” (before: “Base”)',
  );
  // What holds for another site only is no part of this one's evidence.
  expect(siteEvidence(portfolio, 's1').scenario?.changes.map(({ key }) => key)).toEqual(['btcPriceUsd']);
  const renamed = saveScenario(portfolio, id, { ...mine, name: 'Yours' }, entry);
  expect(stepText(renamed, 'en')).toBe('Scenario “Mine” renamed to “Yours”');
  const locked = { ...mine, name: 'Yours', isLocked: true };
  expect(saveScenario(portfolio, id, locked, entry).label).toBe('scenario.lock');
  expect(() => saveScenario(portfolio, id, { ...locked, note: 'x' }, entry)).toThrow('scenario.isLocked');
  expect(() => removeScenario(portfolio, id, entry.now)).toThrow('scenario.isLocked');
  expect(saveScenario(portfolio, id, { ...locked, isLocked: false }, entry).label).toBe('scenario.unlock');
  removeScenario(portfolio, id, entry.now);
  expect(activeScenarioId(portfolio)).toBe('base');
  undoLast(portfolio);
  expect(activeScenarioId(portfolio)).toBe(id);
  redoNext(portfolio);
  expect(listScenarios(portfolio)).toHaveLength(readyScenarios.length);
});

test('P12 a ready scenario is not changed, and an unknown one is told with those that are known', () => {
  const portfolio = db();
  expect(() => saveScenario(portfolio, 'bear', mine, entry)).toThrow('scenario.isReady');
  expect(() => removeScenario(portfolio, 'base', entry.now)).toThrow('scenario.isReady');
  expect(() => siteEvidence(portfolio, 's1', { seed: defaultSeed, scenarioId: 'none' })).toThrow(
    expect.objectContaining({ values: expect.objectContaining({ known: expect.stringContaining('bull') }) }),
  );
});

test('R7.3 the ready scenarios are the nine that are asked for, each with sources, and move a site', () => {
  expect(readyScenarios.map(({ id }) => id)).toEqual([
    'base',
    'bear',
    'bull',
    'halving-2028',
    'ai-bust',
    'gpu-leap',
    'texas-power',
    'regulation',
    'credit',
  ]);
  for (const { id, changes, shocks } of readyScenarios.slice(1)) {
    expect([...changes, ...shocks].every(({ source }) => source !== null)).toBe(true);
    expect(scenarioName({ id, name: '' }, 'de')).not.toBe('');
  }
});

test('R7.3 figures in a scenario say so', () => {
  const portfolio = db();
  const figures = siteFigures(siteEvidence(portfolio, 's1', { seed: defaultSeed, scenarioId: 'credit' }));
  expect(figures.scenario).toMatchObject({ id: 'credit', name: 'Credit squeeze', changes: 3, shocks: 1 });
});

test('P12, P30 scenarios leave with the portfolio and come back as they were; a clean copy forgets who made them', async () => {
  const portfolio = db();
  createScenario(portfolio, 'clone', mine, entry);
  chooseScenario(portfolio, 'scenario-001', entry.now);
  const folder = temporaryFolder();
  const open = { path: 'a.umbau', db: portfolio };
  await exportPortfolio(open, 'json', join(folder, 'a.json'), { language: 'en', now: entry.now });
  importPortfolio(join(folder, 'a.json'), join(folder, 'b.umbau'));
  const back = openReadOnly(join(folder, 'b.umbau'));
  expect(listScenarios(back)).toEqual(listScenarios(portfolio));
  expect(activeScenarioId(back)).toBe('scenario-001');
  back.close();
  writeCleanCopy(portfolio, join(folder, 'c.umbau'), { portfolioId: 'c', withoutBriefings: true });
  const clean = openReadOnly(join(folder, 'c.umbau'));
  expect(listScenarios(clean).at(-1)).toMatchObject({ name: 'Mine', enteredBy: null });
  clean.close();
});

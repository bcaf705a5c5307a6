import { beforeEach, expect, test } from 'vitest';
import type { HistoryStep } from '../../shared/domain/portfolio.ts';
import { useApp } from '../store/appStore.ts';
import { standingOf, undoImport } from './importTable.ts';
import { answerWith } from './testing/answers.ts';

const step = (id: number, label: string, undone = false): HistoryStep => ({
  id,
  label,
  values: { name: 'sites.csv', count: '3', key: 'gridPowerMw', site: 'Rockdale', before: '', after: '1' },
  createdAt: `2026-11-0${id}T00:00:00Z`,
  undone,
});

const imported = step(2, 'import.table');
let history: HistoryStep[] = [];
let undone: HistoryStep[] = [];

beforeEach(() => {
  undone = [];
  answerWith({
    'history.list': () => history,
    'history.undo': () => {
      const last = history.find((one) => !one.undone) as HistoryStep;
      history = history.map((one) => (one === last ? { ...one, undone: true } : one));
      undone.push(last);
      return { ...last, undone: true };
    },
  });
});

test('an import is taken back as the newest change, and then said to be undone', async () => {
  history = [imported, step(1, 'input.set')];
  await undoImport(imported);
  expect(undone).toEqual([imported]);
  expect(standingOf(imported, useApp.getState().history)).toEqual({ state: 'undone' });
});

test('a change after the import stays: the import waits until that one is undone', async () => {
  const later = step(3, 'input.set');
  history = [later, imported];
  useApp.getState().set({ history: [imported] });
  await undoImport(imported);
  expect(undone).toEqual([]);
  expect(standingOf(imported, useApp.getState().history)).toEqual({ state: 'covered', by: later });
});

test('an import taken back by another way takes nothing more with it, even where its number is used again', async () => {
  history = [{ ...imported, undone: true }, step(1, 'input.set')];
  await undoImport(imported);
  history = [{ ...step(2, 'input.set'), createdAt: '2026-11-09T00:00:00Z' }, step(1, 'input.set')];
  await undoImport(imported);
  expect(undone).toEqual([]);
  expect(standingOf(imported, history)).toEqual({ state: 'undone' });
});

import { beforeEach, expect, test } from 'vitest';
import type { CompanyDetail } from '../../shared/domain/site.ts';
import type { Response } from '../../shared/ipc/calls.ts';
import type { WorkbookSpec } from '../../shared/workbook/workbookSpec.ts';
import { useApp } from '../store/appStore.ts';
import { exportWorkbook } from './exportAnalysis.ts';
import { answerWith } from './testing/answers.ts';

type Run = Response<'company.run'>;

/** A company without sites: its workbook has heads and names. */
function company(id: string): CompanyDetail {
  return {
    row: {
      id,
      name: `Company ${id}`,
      ticker: null,
      countryHq: null,
      identity: { class: null, changes: [], observed: [] },
      ladder: {},
      hashrateEhS: null,
      signedContracts: 0,
    },
    exchange: null,
    figures: [],
    sites: [],
    contracts: [],
    debt: [],
    identityPeriods: [],
  } as unknown as CompanyDetail;
}

const run: Run = { runId: 'r', seed: 1, dataHash: 'h', evidence: [] };
let answer: (run: Run) => void = () => undefined;
let written: WorkbookSpec[] = [];

beforeEach(() => {
  written = [];
  answerWith({
    'company.run': () => new Promise<Run>((resolve) => (answer = resolve)),
    'workbook.save': (spec) => {
      written.push(spec);
      return { path: '/folder/a.xlsx', bytes: 1 };
    },
  });
  useApp.getState().set({ screen: { name: 'company', id: 'a' }, company: company('a'), toast: null });
});

test.each([
  ['another company is on screen', company('b')],
  ['no company is on screen', null],
])('the workbook stays that of its company while %s', async (_, next) => {
  const exported = exportWorkbook();
  useApp.getState().set({ company: next });
  answer(run);
  await exported;
  expect(written.map(({ title, fileName }) => [title, fileName])).toEqual([['Company a', 'a.xlsx']]);
  expect(useApp.getState().toast?.text).toBe('/folder/a.xlsx');
});

test('nothing is told to be prepared after an export failed or was cancelled', async () => {
  answerWith({ 'company.run': () => run, 'workbook.save': () => null });
  await exportWorkbook();
  expect(useApp.getState().toast).toBeNull();
  answerWith({});
  await exportWorkbook();
  expect(useApp.getState().toast).toBeNull();
});

import { expect, test } from 'vitest';
import { UserFacingError } from '../../../shared/ipc/result.ts';
import { recordTables } from '../../db/repositories/recordRepository.ts';
import { sheetTables } from '../../exchange/sheet/sheetTables.ts';
import { acceptProposals } from './acceptProposals.ts';
import { accept, listed as list, smallPortfolio as portfolio } from './testing/smallPortfolio.ts';
import { at, comparedWith, editorOf, editWorkbook, exportedFile } from './testing/editedExport.ts';

test('P47 what cannot be read or stored is refused with its reason, and nothing of it is written', async () => {
  const db = portfolio();
  const path = await exportedFile(db, 'xlsx');
  await editWorkbook(path, (workbook) => {
    const figures = editorOf(workbook, 'figure');
    figures.cell('f1', 'value').value = { formula: 'B2*2', result: 100 };
    figures.cell('f1', 'unit').value = 'kW';
    figures.cell('f1', 'as_of').value = '31.02.2026';
    figures.cell('f2', 'value').value = '1.234';
    figures.cell('f2', 'confidence').value = 'sure';
    figures.cell('f2', 'source_id').value = 77;
    const contracts = editorOf(workbook, 'contract');
    contracts.cell('k1', 'it_load_mw').value = { error: '#REF!' };
    contracts.cell('k1', 'gross_mw').value = new Date('2026-05-01T00:00:00Z');
    contracts.cell('k1', 'counterparty').value = null;
    contracts.cell('k1', 'service').value = 'something';
    contracts.cell('k1', 'gpus').value = -5;
    contracts.cell('k1', 'company_id').value = 'c2';
    const sites = editorOf(workbook, 'site');
    sites.sheet.getRow(sites.sheet.rowCount + 1).values = sites.sheet.getRow(
      sites.cell('s2', 'id').fullAddress.row,
    ).values;
    const sources = editorOf(workbook, 'source');
    sources.sheet.spliceRows(sources.cell(1, 'id').fullAddress.row, 1);
  });
  const compared = await comparedWith(db, path);
  expect(
    list(compared).map(({ outcome, table, column, notes }) => [outcome, table, column, ...notes]),
  ).toEqual([
    ['rejected', 'source', null, 'stillUsed'],
    ['rejected', 'site', null, 'repeatedKey'],
    ['rejected', 'contract', 'it_load_mw', 'errorCell'],
    ['rejected', 'contract', 'gross_mw', 'dateInNumber'],
    ['rejected', 'contract', 'company_id', 'fixedColumn'],
    ['rejected', 'contract', 'counterparty', 'needsValue'],
    ['rejected', 'contract', 'service', 'noChoice'],
    ['rejected', 'contract', 'gpus', 'outOfBounds'],
    ['rejected', 'figure', 'value', 'formula'],
    ['rejected', 'figure', 'as_of', 'needsDate'],
    ['rejected', 'figure', 'unit', 'fixedColumn'],
    ['rejected', 'figure', 'value', 'openNumber'],
    ['rejected', 'figure', 'source_id', 'refersToNothing'],
    ['rejected', 'figure', 'confidence', 'noChoice'],
  ]);
  expect(() => accept(db, compared, 'all')).toThrow(new UserFacingError('sheet.nothingAccepted'));
  db.close();
});

test('P47 a figure without a value needs a word for it; value and state go together', async () => {
  const db = portfolio();
  const path = await exportedFile(db, 'xlsx');
  await editWorkbook(path, (workbook) => {
    const figures = editorOf(workbook, 'figure');
    figures.cell('f1', 'value').value = null;
    figures.cell('f2', 'state').value = 'notApplicable';
  });
  const compared = await comparedWith(db, path);
  expect(
    list(compared).map(({ outcome, column, after, notes }) => [outcome, column, after, notes[0]]),
  ).toEqual([
    ['rejected', 'value', '', 'emptyFigure'],
    ['changed', 'value', null, 'empties'],
  ]);
  accept(db, compared, 'safe');
  expect(db.prepare("SELECT state, value FROM figure WHERE id = 'f2'").get()).toEqual({
    state: 'notApplicable',
    value: null,
  });
  db.close();
});

test('P47 another portfolio, a lost or an edited hidden sheet, and a list that is no longer true are refused', async () => {
  const db = portfolio();
  const path = await exportedFile(db, 'xlsx');
  await editWorkbook(path, (workbook) => {
    editorOf(workbook, 'figure').cell('f1', 'value').value = 60;
  });
  const compared = await comparedWith(db, path);
  db.exec("UPDATE figure SET value = 51 WHERE id = 'f1'");
  const later = await comparedWith(db, path);
  expect(() =>
    acceptProposals(db, later, {
      start: 'all',
      except: [],
      state: compared.state,
      fileName: 'x',
      now: at.now,
    }),
  ).toThrow(new UserFacingError('sheet.changedSince'));
  db.exec("UPDATE meta SET value = 'another' WHERE key = 'portfolio_id'");
  await expect(comparedWith(db, path)).rejects.toMatchObject({ code: 'sheet.otherPortfolio' });
  await editWorkbook(path, (workbook) => {
    const kept = workbook.getWorksheet('Umbau');
    if (kept) kept.getCell('A3').value = String(kept.getCell('A3').value).replace('Made', 'Maid');
  });
  await expect(comparedWith(db, path)).rejects.toMatchObject({ code: 'sheet.asExportedChanged' });
  await editWorkbook(path, (workbook) => workbook.removeWorksheet('Umbau'));
  await expect(comparedWith(db, path)).rejects.toMatchObject({ code: 'sheet.noAsExported' });
  db.close();
});

test('P47 every kind of record has its sheet', () => {
  for (const table of Object.values(recordTables)) expect(sheetTables).toContain(table);
});

import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { editorOf, editWorkbook, exportedFile } from '../analysis/proposals/testing/editedExport.ts';
import { openReadOnly } from '../db/openDatabase.ts';
import { portfolioForTest, temporaryFolder } from '../db/testing/portfolioForTest.ts';
import { importCommand } from './importPortfolio.ts';

async function printed(...args: string[]): Promise<Record<string, unknown>> {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  try {
    await importCommand(args);
    return JSON.parse(String(write.mock.calls[0]?.[0])) as Record<string, unknown>;
  } finally {
    write.mockRestore();
  }
}

test('P47 the command line lists proposals as JSON, writes what is accepted, and proposes it no more', async () => {
  const path = join(temporaryFolder(), 'a.umbau');
  const db = portfolioForTest(path);
  const sheet = await exportedFile(db, 'xlsx');
  db.close();
  await editWorkbook(sheet, (workbook) => {
    const sites = editorOf(workbook, 'site');
    sites.cell('s1', 'country').value = 'US';
    sites.cell('s1', 'latitude').value = 999;
  });
  const asked = await printed(sheet, '--into', path, '--proposals');
  expect(asked).toMatchObject({
    format: 'umbau-proposals-1',
    accepted: 0,
    counts: { changed: 1, rejected: 1, conflict: 0 },
    proposals: [
      { id: 'site/s1/country', outcome: 'changed', before: null, after: 'US' },
      { id: 'site/s1/latitude', outcome: 'rejected' },
    ],
  });
  expect(await printed(sheet, '--into', path, '--accept', 'all')).toMatchObject({ accepted: 1 });
  expect(await printed(sheet, '--into', path, '--proposals')).toMatchObject({ counts: { changed: 0 } });
  const after = openReadOnly(path);
  expect(after.prepare('SELECT country, latitude FROM site').get()).toEqual({
    country: 'US',
    latitude: null,
  });
  expect(after.prepare('SELECT label, label_values FROM change_step').get()).toEqual({
    label: 'import.sheet',
    label_values: '{"name":"out.xlsx","count":"1"}',
  });
  after.close();
});

test('P47 what is no export, a missing portfolio and an unknown proposal end in a sentence', async () => {
  const path = join(temporaryFolder(), 'a.umbau');
  const db = portfolioForTest(path);
  const sheet = await exportedFile(db, 'csv');
  db.close();
  await expect(importCommand([sheet, '--into', path])).rejects.toMatchObject({ code: 'cli.usage' });
  await expect(importCommand([`${sheet}x`, '--into', path, '--proposals'])).rejects.toMatchObject({
    code: 'file.notFound',
  });
  await expect(importCommand([sheet, '--into', `${path}x`, '--proposals'])).rejects.toMatchObject({
    code: 'db.notFound',
  });
  await expect(importCommand([sheet, '--into', path, '--accept', 'site/x/y'])).rejects.toMatchObject({
    code: 'cli.usage',
  });
});

import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../db/testing/portfolioForTest.ts';
import { dialogPrograms, freePlace } from './dialogs.ts';

const question = { save: true, proposal: `/home/O'Neil "x"/a.pdf`, kind: 'pdf' } as const;

test('Linux asks zenity, then kdialog', () => {
  expect(dialogPrograms('linux', question).map(([name]) => name)).toEqual(['zenity', 'kdialog']);
});

test('a quotation mark in a path stays text in the scripts of the system', () => {
  expect(dialogPrograms('darwin', question)[0]?.[2]).toContain(String.raw`POSIX file "/home/O'Neil \"x\""`);
  expect(dialogPrograms('win32', question)[0]?.at(-1)).toContain(`'/home/O''Neil "x"'`);
});

test('a portfolio is opened from its file or its exported document; a folder has no ending', () => {
  const open = { save: false, proposal: '/home/a/', kind: 'portfolio' } as const;
  expect(dialogPrograms('linux', open)[0]).toContain('--file-filter=*.umbau *.json | *.umbau *.json');
  expect(dialogPrograms('darwin', open)[0]?.[2]).toContain('of type {"umbau", "json"}');
  expect(dialogPrograms('win32', open)[0]?.at(-1)).toContain("'*.umbau;*.json|*.umbau;*.json'");
  const folder = { save: true, proposal: '/home/a/b-csv', kind: 'folder' } as const;
  expect(dialogPrograms('linux', folder)[0]).toContain('--file-filter=* | *');
});

test('any file can be chosen to be attached', () => {
  const any = { save: false, proposal: '/home/a/', kind: 'any' } as const;
  expect(dialogPrograms('linux', any)[0]).toContain('--file-filter=* | *');
  expect(dialogPrograms('darwin', any)[0]?.[2]).toBe('POSIX path of (choose file)');
});

test('without a dialog nothing is overwritten', () => {
  const folder = join(temporaryFolder(), 'Umbau');
  const first = freePlace(folder, 'a.pdf');
  writeFileSync(first, '');
  const second = freePlace(folder, 'a.pdf');
  expect([first, second]).toEqual([join(folder, 'a.pdf'), join(folder, 'a 2.pdf')]);
  expect(existsSync(second)).toBe(false);
});

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

test('without a dialog nothing is overwritten', () => {
  const folder = join(temporaryFolder(), 'Umbau');
  const first = freePlace(folder, 'a.pdf');
  writeFileSync(first, '');
  const second = freePlace(folder, 'a.pdf');
  expect([first, second]).toEqual([join(folder, 'a.pdf'), join(folder, 'a 2.pdf')]);
  expect(existsSync(second)).toBe(false);
});

import { expect, test } from 'vitest';
import { FileName } from '../ipc/savedFile.ts';
import { fileNameOf, safeFileName } from './fileName.ts';

test('a file name keeps letters and digits of any language and nothing that a folder or a system could read', () => {
  expect(fileNameOf(['Kentucky sites (Block Mining)', 'Zahlungsströme'], 'csv')).toBe(
    'kentucky-sites-block-mining-zahlungsströme.csv',
  );
  expect(fileNameOf(['../../etc/passwd'], 'csv')).toBe('etc-passwd.csv');
  expect(fileNameOf(['', '…'], 'svg')).toBe('umbau.svg');
  expect(FileName.safeParse(fileNameOf(['x'.repeat(300)], 'json')).success).toBe(true);
});

test('the door takes no name that leads into another folder', () => {
  for (const name of ['../a.csv', 'a/b.csv', String.raw`a\b.csv`, '', 'a\0.csv', '..'])
    expect(FileName.safeParse(name).success, name).toBe(false);
});

test('the name of an attached file stays what it was, but leads nowhere', () => {
  expect(safeFileName('10-Q 2026 (Größe).pdf')).toBe('10-Q 2026 (Größe).pdf');
  expect(safeFileName('../../etc/passwd')).toBe('.._.._etc_passwd');
  expect(safeFileName(String.raw`C:\temp\a.exe `)).toBe('C__temp_a.exe');
  expect(safeFileName('report\u202Efdp.exe')).toBe('report_fdp.exe');
  for (const name of ['..', '', '/', '\0', `${'x'.repeat(400)}.pdf`])
    expect(FileName.safeParse(safeFileName(name)).success, name).toBe(true);
});

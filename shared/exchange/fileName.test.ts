import { expect, test } from 'vitest';
import { FileName } from '../ipc/savedFile.ts';
import { fileNameOf } from './fileName.ts';

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

import { expect, test } from 'vitest';
import { menuTemplate } from './menu.ts';

test('the menu speaks the system’s language', () => {
  expect(menuTemplate('de-AT', 'windows').map(({ label }) => label)).toEqual([
    'Datei',
    'Bearbeiten',
    'Darstellung',
  ]);
  expect(menuTemplate('fr', 'mac').map(({ label }) => label)).toEqual([
    'Umbau',
    'File',
    'Edit',
    'View',
    'Window',
  ]);
});

test('neither reloading nor developer tools can be reached', () => {
  for (const platform of ['mac', 'windows', 'linux'] as const)
    expect(JSON.stringify(menuTemplate('en', platform))).not.toMatch(/reload|devtools/i);
});

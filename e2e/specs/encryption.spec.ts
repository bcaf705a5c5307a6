import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { forgetKeys } from '../../main/db/encryption/keyring.ts';
import { expect, setLook, test } from '../fixtures.ts';

const trusted = { trusted: true };
const password = 'vier Wörter und noch eines';

async function check(window: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page: window }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
}

async function textOf(path: string): Promise<string> {
  const pdf = await getDocument({ data: new Uint8Array(readFileSync(path)) }).promise;
  const pages = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, index) => {
      const { items } = await (await pdf.getPage(index + 1)).getTextContent();
      return items.map((item) => ('str' in item ? item.str : '')).join(' ');
    }),
  );
  return pages.join(' ');
}

test.afterEach(forgetKeys);

test('P34 a portfolio gets a password, its sheet is printed, it is locked and opened again by both', async ({
  window,
  application,
  folder,
}) => {
  await setLook(application, { language: 'de' });
  await application.door('portfolio.openSample', trusted, {});
  await window.reload();
  await window.getByRole('navigation').getByRole('button', { name: 'Einstellungen' }).click();
  const section = window.getByRole('region', { name: 'Passwort' });
  await expect(section).toContainText('liegt unverschlüsselt auf dem Datenträger');
  await section.getByRole('button', { name: 'Mit Passwort verschlüsseln …' }).click();
  const dialog = window.getByRole('dialog', { name: 'Dieses Portfolio verschlüsseln' });
  await dialog.getByLabel('Passwort', { exact: true }).fill('kurz');
  await expect(dialog).toContainText('4 Zeichen: kurz.');
  await dialog.getByLabel('Passwort', { exact: true }).fill(password);
  await dialog.getByLabel('Noch einmal').fill('anders');
  await expect(dialog).toContainText('Die beiden sind nicht gleich.');
  await expect(dialog.getByRole('button', { name: 'Verschlüsseln' })).toBeDisabled();
  await check(window);
  await dialog.getByLabel('Noch einmal').fill(password);
  await dialog.getByRole('button', { name: 'Verschlüsseln' }).click();
  const keyDialog = window.getByRole('dialog', { name: 'Der Wiederherstellungsschlüssel' });
  await expect(keyDialog.getByRole('listitem')).toHaveCount(3);
  const key = (await keyDialog.getByRole('listitem').allInnerTexts()).join(' – ');
  await check(window);
  await keyDialog.getByRole('button', { name: 'Wiederherstellungsblatt als PDF speichern' }).click();
  await expect(window.getByRole('status')).toContainText('Sample-recovery.pdf', { timeout: 60_000 });
  const sheet = await textOf(join(folder, 'Sample-recovery.pdf'));
  for (const group of key.split(' – ')) expect(sheet).toContain(group);
  expect(sheet).toContain('Ohne Umbau: Die Datei hat das Format von SQLCipher 4.');
  await keyDialog.getByRole('button', { name: 'Ich habe den Schlüssel' }).click();
  await expect(section).toContainText('Dieses Portfolio ist verschlüsselt');
  await check(window);
  await section.getByRole('button', { name: 'Jetzt sperren' }).click();
  const unlock = window.getByRole('dialog', { name: 'Verschlüsseltes Portfolio' });
  await expect(unlock).toContainText('Sample.umbau');
  await expect(window.getByText('Rockdale')).toHaveCount(0);
  await unlock.getByLabel('Passwort', { exact: true }).fill('falsch');
  await window.keyboard.press('Enter');
  await expect(unlock.getByRole('alert')).toContainText('Dieses Passwort öffnet');
  await check(window);
  await unlock.getByLabel('Passwort', { exact: true }).fill(password);
  await window.keyboard.press('Enter');
  await expect(window.getByRole('grid', { name: 'Portfolio' })).toBeVisible();
  // The palette locks, too; then the sheet's key opens it.
  await window.keyboard.press('Control+k');
  await window.getByRole('combobox').fill('sperren');
  await window.keyboard.press('Enter');
  await unlock.getByLabel('Öffnen mit').selectOption('Wiederherstellungsschlüssel');
  await unlock.getByRole('textbox').fill(key);
  await unlock.getByRole('button', { name: 'Öffnen' }).click();
  await expect(window.getByRole('grid', { name: 'Portfolio' })).toBeVisible();
});

test('P34 an encrypted copy is saved from the menu, and a cancelled password leaves everything as it was', async ({
  window,
  application,
  host,
  folder,
}) => {
  await setLook(application, { language: 'en' });
  await application.door('portfolio.openSample', trusted, {});
  await window.reload();
  await window.getByRole('button', { name: 'Export' }).click();
  await window.getByRole('menuitem', { name: 'Save an encrypted copy' }).click();
  const dialog = window.getByRole('dialog', { name: 'Save an encrypted copy' });
  await dialog.getByLabel('Password', { exact: true }).fill(password);
  await dialog.getByLabel('Once more').fill(password);
  await window.keyboard.press('Enter');
  await window.getByRole('button', { name: 'I have the key' }).click();
  forgetKeys();
  const copy = join(folder, 'Sample-encrypted.umbau');
  Object.assign(host, { chooseFileToOpen: async () => copy });
  await window.getByRole('button', { name: 'Open a file' }).click();
  const unlock = window.getByRole('dialog', { name: 'Encrypted portfolio' });
  await expect(unlock).toContainText('Sample-encrypted.umbau');
  await unlock.getByRole('button', { name: 'Cancel' }).click();
  await expect(unlock).toHaveCount(0);
  expect(await application.door('portfolio.current', trusted, {})).toMatchObject({
    value: { fileName: 'Sample.umbau' },
  });
});

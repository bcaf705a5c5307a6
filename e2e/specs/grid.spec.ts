import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, openSample, openSite, setLook, test } from '../fixtures.ts';

async function axe(window: Page, place: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page: window }).setLegacyMode().analyze();
  expect(
    violations.map(({ id, nodes }) => `${place}: ${id} ${nodes[0]?.html.slice(0, 160)}`),
    place,
  ).toEqual([]);
}

/** A spreadsheet's block arrives as an event with text; the clipboard itself needs no permission. */
async function paste(window: Page, text: string): Promise<void> {
  await window.evaluate((block) => {
    const data = new DataTransfer();
    data.setData('text/plain', block);
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, text);
}

test('P24 figures of a site are edited by key, a block is pasted with preview, and both are undone by name', async ({
  window,
}) => {
  await openSample(window);
  await openSite(window, 'Rockdale');
  await window.getByRole('tab', { name: /^Facts/ }).click();
  await window.getByRole('button', { name: 'Edit in the table: Figures' }).click();
  const grid = window.getByRole('grid', { name: 'Editable table: Figures' });
  const energised = grid.getByRole('row').filter({ hasText: 'Energised' }).first();
  await axe(window, 'grid');

  // F2 edits, a unit is read, Enter stores and goes on.
  await energised.getByRole('gridcell').first().focus();
  await window.keyboard.press('F2');
  const field = window.getByRole('textbox', { name: /^Value, / });
  await field.fill('many');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('alert')).toContainText('A number between');
  await axe(window, 'editor');
  await window.keyboard.press('Escape');
  await expect(field).toBeHidden();
  await window.keyboard.press('Enter');
  await field.fill('710,000 kW');
  await expect(grid.getByText('read as 710 MW')).toBeVisible();
  await window.keyboard.press('Tab');
  await expect(energised).toContainText('710 MW');
  await expect(window.getByText('Figures, Rockdale: 1 cell')).toBeVisible();

  // An unusual number is asked about, and the same key says yes.
  await window.keyboard.press('ArrowLeft');
  await window.keyboard.press('F2');
  await field.fill('71,000');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('alert')).toContainText('Usual are 0 MW to 2,000 MW.');
  await window.keyboard.press('Escape');
  await window.keyboard.press('ArrowRight');

  // Tab went on to the date; an arrow goes back to the value, where the block begins.
  await window.keyboard.press('ArrowLeft');
  await paste(window, '720\t30 Sep 2026\tsure\r\n');
  const dialog = window.getByRole('dialog');
  await expect(dialog.getByRole('row').filter({ hasText: '720' })).toContainText('710 MW');
  await expect(dialog.getByRole('row').filter({ hasText: 'sure' })).toContainText(
    'None of: high, medium, low.',
  );
  await axe(window, 'paste');
  await dialog.getByLabel(/^Source of these cells/).fill('10-Q Q3 2026');
  await dialog.getByRole('button', { name: 'Store 2 cells' }).click();
  await expect(energised).toContainText('720 MW');
  await expect(energised).toContainText('30 Sep 2026');
  await expect(energised).toContainText('10-Q Q3 2026');
  await window.keyboard.press('ControlOrMeta+z');
  await expect(energised).toContainText('710 MW');
  await window.keyboard.press('ControlOrMeta+z');
  await expect(energised).not.toContainText('710 MW');
});

test('P24 a German block beyond the last row of contracts offers new rows; an open number is asked', async ({
  window,
  application,
}) => {
  await setLook(application, { language: 'de' });
  await application.door('portfolio.openSample', { trusted: true }, {});
  await window.reload();
  await window.getByRole('button', { name: 'Riot Platforms', exact: true }).click();
  await window.getByRole('tab', { name: /^Verträge/ }).click();
  await window.getByRole('button', { name: 'In der Tabelle bearbeiten: Verträge' }).click();
  const grid = window.getByRole('grid', { name: 'Tabelle zum Bearbeiten: Verträge' });
  await grid.getByRole('row').last().getByRole('rowheader').focus();
  await paste(
    window,
    'Neumieter AG\tColocation\t30.09.2026\tunterzeichnet\t\t12.5\nOhne Leistung\t\t\t\t\t1.000\n',
  );
  const dialog = window.getByRole('dialog');
  await expect(dialog.getByText('2 neue Zeilen anlegen')).toBeVisible();
  const store = dialog.getByRole('button', { name: /speichern$/ });
  await expect(store).toBeDisabled();
  await dialog.getByLabel('Dezimalzeichen dieses Blocks').selectOption('point');
  await expect(dialog.getByRole('row').filter({ hasText: 'Ohne Leistung' })).toContainText('der Zeile fehlt');
  await expect(store).toHaveText('5 Zellen speichern');
  await axe(window, 'paste');
  await store.click();
  await expect(grid.getByRole('row').filter({ hasText: 'Neumieter AG' })).toContainText('12,5');

  // The dialog gives the focus back to where the block began.
  await expect(
    grid.getByRole('row').filter({ hasText: 'Neumieter AG' }).getByRole('rowheader'),
  ).toBeFocused();
  // The last row takes a new contract cell by cell, and says what it still needs.
  await grid.getByRole('row').last().getByRole('rowheader').focus();
  await window.keyboard.type('Zweiter');
  await window.keyboard.press('Tab');
  await expect(window.getByText('Eine neue Zeile braucht noch: Leistung, Status.')).toBeVisible();
});

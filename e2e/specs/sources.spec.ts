import { expect, openSample, test } from '../fixtures.ts';

test('P5 a source is entered, cited with its page, merged by keyboard, and kept while something cites it', async ({
  window,
}) => {
  await openSample(window);
  await window.keyboard.press('ControlOrMeta+k');
  await window.getByRole('combobox').fill('quellen');
  await window.keyboard.press('Enter');
  await window.getByRole('heading', { level: 1, name: 'Sources' }).waitFor();
  const dialog = window.getByRole('dialog');
  await window.getByRole('button', { name: 'New source' }).click();
  await dialog.getByRole('button', { name: 'Store' }).click();
  await expect(dialog.getByText('A text is required.')).toBeVisible();
  await dialog.getByLabel('Document').fill('Riot site visit');
  await dialog.getByLabel(/^Published/).fill('2026-11-20');
  await window.keyboard.press('Enter');
  await expect(window.getByText('Source entered: Riot site visit')).toBeVisible();

  await window.getByRole('navigation').getByRole('button', { name: 'Portfolio' }).click();
  await window.getByRole('button', { name: 'Riot Platforms', exact: true }).click();
  await window.getByRole('tab', { name: /^Figures|^Facts/ }).click();
  await window
    .getByRole('button', { name: /^Riot Platforms, Cash/ })
    .first()
    .click();
  const drawer = window.getByRole('complementary', { name: /Origin of this number/ });
  await drawer.getByRole('button', { name: 'Edit' }).click();
  // The known document fills in its date.
  await dialog.getByLabel('Source: document').fill('Riot site visit');
  await expect(dialog.getByLabel(/^Source: published/)).toHaveValue('2026-11-20');
  await dialog.getByLabel(/^Source: page/).fill('p. 7');
  await dialog.getByRole('button', { name: 'Store' }).click();
  await expect(dialog).toBeHidden();
  await window
    .getByRole('button', { name: /^Riot Platforms, Cash/ })
    .first()
    .click();
  await expect(drawer).toContainText('Riot site visit');
  await expect(drawer).toContainText('p. 7');
  await expect(drawer).toContainText('20 Nov 2026');
  await expect(drawer.getByRole('region', { name: 'History' })).toContainText('25 Nov 2026');
  await window.keyboard.press('Escape');

  await window.getByRole('navigation').getByRole('button', { name: 'Portfolio' }).click();
  await window.getByRole('button', { name: 'Sources' }).click();
  await window.getByRole('searchbox').fill('Riot site visit');
  const row = window.getByRole('row').filter({ hasText: 'Riot site visit' });
  await expect(row).toContainText('p. 7');
  await row.getByRole('button', { name: /^Edit, merge, delete/ }).press('Enter');
  await window.getByRole('menuitem', { name: 'Delete' }).press('Enter');
  await expect(window.getByRole('alert')).toContainText('figures or records that cite it: 1');
  await window.getByRole('alert').getByRole('button').first().click();
  await row.getByRole('button', { name: /^Edit, merge, delete/ }).press('Enter');
  await window.getByRole('menuitem', { name: 'Merge …' }).press('Enter');
  await dialog.getByRole('button', { name: 'Merge' }).press('Enter');
  await expect(window.getByText(/Source “Riot site visit” merged into “.*”, with 1 entry/)).toBeVisible();
  await expect(row).toHaveCount(0);
  await window.keyboard.press('ControlOrMeta+z');
  await expect(row).toHaveCount(1);
});

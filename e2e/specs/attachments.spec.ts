import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, hostIn, openSample, openSite, test as base } from '../fixtures.ts';

/** A host whose dialog answers with the file that the test names. */
const chosen: { open: string | null } = { open: null };
const test = base.extend({
  host: async ({ folder }, use) => {
    await use(hostIn(folder, chosen));
  },
});

const drawerOf = (window: Page) => window.getByRole('complementary', { name: /Origin of this number/ });

async function openEnergised(window: Page): Promise<void> {
  await openSite(window, 'Corsicana');
  await window.getByRole('tab', { name: /^Facts/ }).click();
  await window
    .getByRole('button', { name: /Corsicana, Energised: / })
    .first()
    .click();
}

test('P5 a file is attached to a figure, saved byte for byte, removed and taken back', async ({
  window,
  folder,
}) => {
  const bytes = Buffer.from(Array.from({ length: 3_000 }, (_one, index) => (index * 7) % 256));
  chosen.open = join(folder, '10-Q 2026.pdf');
  writeFileSync(chosen.open, bytes);
  await openSample(window);
  await openEnergised(window);
  const drawer = drawerOf(window);
  await expect(drawer.getByText('Document', { exact: true })).toBeVisible();
  await drawer.getByRole('button', { name: 'Attach a file …' }).click();
  const files = drawer.getByRole('region', { name: 'Attached files' });
  await expect(files).toContainText('10-Q 2026.pdf');
  await expect(files).toContainText('3.0 kB · application/pdf');
  await expect(drawer.getByRole('region', { name: 'Files of the document' })).not.toContainText('10-Q');

  chosen.open = join(folder, 'none.pdf');
  await files.getByRole('button', { name: 'Attach a file …' }).click();
  await expect(window.getByRole('alert')).toContainText('cannot be read. Nothing was attached.');
  await window.getByRole('alert').getByRole('button').first().click();

  writeFileSync(join(folder, '10-Q 2026.pdf'), '');
  await files.getByRole('button', { name: 'Save 10-Q 2026.pdf' }).click();
  await expect(window.getByText(/Saved, byte for byte/)).toBeVisible();
  const saved = readFileSync(join(folder, '10-Q 2026.pdf'));
  expect(createHash('sha256').update(saved).digest('hex')).toBe(
    createHash('sha256').update(bytes).digest('hex'),
  );

  await files.getByRole('button', { name: 'Remove 10-Q 2026.pdf' }).click();
  await expect(window.getByText('Attached file removed: 10-Q 2026.pdf')).toBeVisible();
  await expect(files).not.toContainText('10-Q');
  await window.keyboard.press('ControlOrMeta+z');
  await expect(files).toContainText('10-Q 2026.pdf');
});

test('P5 the number of an input shows the document and the files of the figure behind it', async ({
  window,
  folder,
}) => {
  chosen.open = join(folder, 'lease.pdf');
  writeFileSync(chosen.open, 'lease');
  await openSample(window);
  await openEnergised(window);
  await drawerOf(window).getByRole('button', { name: 'Attach to the document …' }).click();
  await expect(drawerOf(window).getByRole('region', { name: 'Files of the document' })).toContainText(
    'lease.pdf',
  );
  await window.keyboard.press('Escape');
  await window.getByRole('tab', { name: /^Inputs/ }).click();
  await window
    .getByRole('button', { name: /^Grid power: / })
    .first()
    .click();
  await expect(drawerOf(window).getByRole('region', { name: 'Files of the document' })).toContainText(
    'lease.pdf',
  );
});

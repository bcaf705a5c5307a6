import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Application } from '../../main/application.ts';
import { expect, setLook, test } from '../fixtures.ts';

const trusted = { trusted: true };
const title = 'Critical IT power above grid power';

/** Rockdale has 241 MW critical IT under contract: less grid power than that cannot be meant. */
async function setGridMw(application: Application, value: number): Promise<void> {
  const edit = { siteId: 'riot-rockdale', key: 'gridPowerMw', value, note: null };
  expect(await application.door('input.set', trusted, edit)).toMatchObject({ ok: true });
}

async function openHealth(window: Page): Promise<void> {
  await window.getByRole('navigation').getByRole('button', { name: 'Health centre' }).click();
  await expect(window.getByRole('button', { name: /^Open \d+$/ })).toBeVisible();
  await expect(window.getByRole('progressbar')).toHaveCount(0);
}

const fault = (window: Page) =>
  window.getByRole('row').filter({ hasText: title }).filter({ hasText: 'Rockdale' });

test.beforeEach(async ({ application }) => {
  await application.door('portfolio.openSample', trusted, {});
  await setGridMw(application, 100);
});

test('a fault is mended by its repair, and undo brings it back; the status bar counts', async ({
  window,
}) => {
  await openHealth(window);
  const count = window.getByRole('button', { name: /^\d+ problems$/ });
  const before = Number.parseInt((await count.textContent()) ?? '', 10);
  expect(before).toBeGreaterThan(20);
  await expect(fault(window)).toContainText('241 MW critical IT stand beside 100 grid MW.');
  await expect(fault(window).getByRole('gridcell').nth(0)).toHaveText(/^\d+\.\d\d/);
  await fault(window).getByRole('button', { name: title }).click();
  const panel = window.getByRole('complementary', { name: `Preview: ${title}` });
  await expect(panel).toContainText('What to do');
  await panel.getByRole('button', { name: 'Remove own value' }).click();
  await expect(fault(window)).toHaveCount(0);
  await expect(count).toHaveText(new RegExp(`^${before - 1} `));
  await window.keyboard.press('Control+z');
  await expect(fault(window)).toBeVisible();
  await expect(count).toHaveText(new RegExp(`^${before} `));
});

test('a fault that was put aside stays so over a restart, and returns when its data change', async ({
  window,
  application,
}) => {
  await openHealth(window);
  await fault(window).getByRole('button', { name: title }).click();
  await window.getByRole('complementary').getByRole('button', { name: 'Put aside' }).click();
  await expect(fault(window)).toHaveCount(0);
  await expect(window.getByRole('status').filter({ hasText: 'Fault put aside' })).toContainText('Rockdale');
  await window.reload();
  await openHealth(window);
  await expect(fault(window)).toHaveCount(0);
  await window.getByRole('button', { name: 'Put aside 1' }).click();
  await expect(fault(window)).toBeVisible();
  await setGridMw(application, 110);
  await window.reload();
  await openHealth(window);
  await expect(fault(window)).toContainText('beside 110 grid MW');
  await expect(window.getByRole('button', { name: 'Put aside 0' })).toBeVisible();
});

test('F8 leads from fault to fault with their sentence, Shift+F8 back; the palette knows both words', async ({
  window,
}) => {
  await openHealth(window);
  const toast = window.getByRole('status').filter({ hasText: /Problem \d+ of/ });
  await window.keyboard.press('F8');
  await expect(toast).toContainText('Problem 1 of');
  const first = await window.getByRole('heading', { level: 1 }).textContent();
  expect(first).not.toBe('Health centre');
  await window.keyboard.press('F8');
  await expect(toast).toContainText('Problem 2 of');
  await window.keyboard.press('Shift+F8');
  await expect(toast).toContainText('Problem 1 of');
  await expect(window.getByRole('heading', { level: 1 })).toHaveText(first ?? '');
  await window.keyboard.press('Control+k');
  await window.keyboard.type('datenprüfung');
  await expect(window.getByRole('option')).toHaveText(/Health centre/);
  await window.keyboard.press('Enter');
  await expect(window.getByRole('heading', { level: 1 })).toHaveText('Health centre');
});

test('in German the screen speaks German and fits at 1024; axe finds nothing, panel open', async ({
  window,
  application,
}) => {
  await setLook(application, { language: 'de' });
  await window.setViewportSize({ width: 1024, height: 700 });
  await window.reload();
  await window.getByRole('navigation').getByRole('button', { name: 'Datenprüfung' }).click();
  await expect(window.getByRole('button', { name: /^Offen \d+$/ })).toBeVisible();
  await expect(window.getByRole('progressbar')).toHaveCount(0);
  await window
    .getByRole('row')
    .filter({ hasText: 'Rockdale' })
    .getByRole('button', { name: 'Kritische IT-Leistung über der Anschlussleistung' })
    .click();
  await expect(window.locator('main')).not.toContainText(
    /\b(missing|undefined|NaN|null|unknown|grid MW|fault)\b|[{}]/,
  );
  const overflow = await window.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  const { violations } = await new AxeBuilder({ page: window }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
});

test('P3 limits and today are set for the portfolio, change clocks and totals, and are undone', async ({
  window,
}) => {
  await window.getByRole('navigation').getByRole('button', { name: 'Settings' }).click();
  await window.getByLabel('Day that counts as today').fill('8.10.2026');
  await window.getByRole('button', { name: 'Use this day' }).click();
  await expect(window.getByRole('status').filter({ hasText: '8 Oct 2026' })).toBeVisible();
  const limit = window.getByRole('textbox', { name: /^Hash rate/ });
  await limit.fill('1');
  await limit.press('Enter');
  await expect(
    window.getByRole('status').filter({ hasText: 'Age limit, Hash rate (45 → 1 days)' }),
  ).toBeVisible();
  await window.getByRole('navigation').getByRole('button', { name: 'Portfolio' }).click();
  const total = window.getByRole('grid', { name: 'Portfolio' }).locator('tfoot');
  await expect(total).toContainText(/covers 11 of 20, 11 older than 1 days/);
  await window.getByRole('button', { name: /^Riot Platforms, Hash rate/ }).click();
  await expect(window.getByRole('complementary')).toContainText('100\u00a0days old');
  await window.keyboard.press('Escape');
  await window.keyboard.press('Control+z');
  await expect(total).toContainText(/older than 45 days/);
});

test('P31 a contract fault is mended from the health centre and taken back', async ({
  window,
  application,
}) => {
  const values = {
    counterparty: 'Made-up tenant',
    service: 'colocation',
    status: 'signed',
    signed_date: '2026-02-01',
    it_load_mw: 50,
    term_years: 10,
    total_contract_value_usd: 3e9,
    value_with_extensions_usd: 2e9,
  };
  const ties = { id: null, companyId: 'riot', siteId: 'riot-rockdale' };
  const source = { title: 'Made-up report', url: null, page: '3' };
  const edit = { kind: 'contract', ...ties, values, source };
  expect(await application.door('record.save', trusted, edit)).toMatchObject({ ok: true });
  await openHealth(window);
  const row = window.getByRole('row').filter({ hasText: 'Made-up tenant: the base value' });
  await row.getByRole('button', { name: 'Value with extensions used as contracted' }).click();
  const panel = window.getByRole('complementary', { name: /^Preview: Value with extensions/ });
  await panel.getByRole('button', { name: 'Swap the two values' }).click();
  await expect(window.getByText(/Contract Made-up tenant: Base value without extensions/)).toBeVisible();
  await expect(row).toHaveCount(0);
  const found = await application.door('record.read', trusted, {
    kind: 'contract',
    id: 'riot-made-up-tenant',
  });
  expect(found).toMatchObject({
    value: {
      values: { total_contract_value_usd: 2e9, value_with_extensions_usd: 3e9 },
      source: { title: 'Made-up report', page: '3' },
    },
  });
  await window.keyboard.press('Control+z');
  await expect(row).toHaveCount(1);
});

import type { Page } from '@playwright/test';
import { expect, openSample, openSite, test } from '../fixtures.ts';

async function newPlan(window: Page, from: string): Promise<void> {
  await window.getByRole('tab', { name: /^Plans/ }).click();
  await window.getByLabel('Start from').selectOption({ label: from });
  await window.getByRole('button', { name: 'New plan' }).click();
  await window.getByRole('heading', { name: `${from} 1` }).waitFor();
}

/** Chooses in a list and carries it out by the button beside it. */
async function choose(window: Page, list: string, option: string): Promise<void> {
  await window.getByLabel(list).selectOption({ label: option });
  await window.getByLabel(list).focus();
  await window.keyboard.press('Tab');
  await expect(window.locator(':focus')).toHaveAccessibleDescription(list);
  await window.keyboard.press('Enter');
}

const results = { name: 'Result of the plan' };

test('a strategy becomes a plan of one’s own: power, dates, service, loan and tax change its result', async ({
  window,
}) => {
  await openSample(window);
  await openSite(window, 'Rockdale');
  await newPlan(window, 'Colocation');
  const result = window.getByRole('region', results);
  const npv = result.getByRole('button', { name: /^NPV: / });
  const before = await npv.innerText();
  await window.getByLabel('Service').selectOption({ label: 'gross lease (nothing passed through)' });
  await expect(npv).not.toHaveText(before);
  await window.getByLabel('Replace an input').first().selectOption({ index: 1 });
  await window.getByRole('button', { name: 'Replace …' }).first().click();
  await window.keyboard.press('Escape');
  await choose(window, 'Add loan', 'on Colocation');
  await window.getByRole('button', { name: 'Taxed' }).click();
  await expect(result.getByRole('button', { name: /^Equity IRR: / })).toBeVisible();
  await expect(result.getByRole('button', { name: /^NPV after tax, at / })).toBeVisible();
  await window.getByRole('tab', { name: /^Strategies/ }).click();
  await expect(window.getByRole('row').filter({ hasText: 'Colocation 1' })).toBeVisible();
});

test('a block moves by keys, the conversion gap follows, and every step is undone by name', async ({
  window,
}) => {
  await openSample(window);
  await openSite(window, 'Rockdale');
  await newPlan(window, 'Colocation');
  const bar = window.getByRole('slider', { name: /^Colocation/ });
  await expect(bar).toHaveAccessibleName(/conversion gap \d+ months/);
  await bar.focus();
  await window.keyboard.press('Shift+ArrowRight');
  await expect(window.getByRole('status').filter({ hasText: 'month 0 → month 12' })).toBeVisible();
  await expect(bar).toHaveAttribute('aria-valuenow', '12');
  await window.keyboard.press('ControlOrMeta+z');
  await expect(bar).toHaveAttribute('aria-valuenow', '0');
});

test('a block is dragged on the time line', async ({ window }) => {
  await openSample(window);
  await openSite(window, 'Rockdale');
  await newPlan(window, 'Colocation');
  const bar = window.getByRole('slider', { name: /^Colocation/ });
  const box = await bar.boundingBox();
  if (!box) throw new Error('the bar is not drawn');
  await window.mouse.move(box.x + box.width / 3, box.y + box.height / 2);
  await window.mouse.down();
  await window.mouse.move(box.x + box.width / 3 + 120, box.y + box.height / 2, { steps: 4 });
  await window.mouse.up();
  await expect(bar).not.toHaveAttribute('aria-valuenow', '0');
});

test('a plan is split, and copied to a site of another size in proportion', async ({ window }) => {
  await openSample(window);
  await openSite(window, 'Rockdale');
  await newPlan(window, 'Keep mining');
  await window.getByRole('button', { name: 'Split in two' }).click();
  await expect(window.getByRole('slider')).toHaveCount(2);
  await choose(window, 'Copy to site', 'Corsicana (Riot Platforms)');
  await expect(window.getByText('Plan “Keep mining 1” copied to Corsicana')).toBeVisible();
});

test('the arrow keys walk through a list and do nothing: only its button copies, adds or replaces', async ({
  window,
  application,
}) => {
  await openSample(window);
  await openSite(window, 'Rockdale');
  await newPlan(window, 'Colocation');
  const steps = async () => {
    const answer = await application.door('history.list', { trusted: true }, {});
    return answer.ok ? answer.value : answer.error;
  };
  const before = await steps();
  const bars = await window.getByRole('slider').count();
  for (const list of ['Copy to site', 'Add loan', 'Add block', 'Replace an input']) {
    const select = window.getByLabel(list).first();
    await select.focus();
    await window.keyboard.press('ArrowDown');
    await expect(select).not.toHaveValue('');
    await expect(select).toBeFocused();
  }
  expect(await steps()).toEqual(before);
  await expect(window.getByRole('slider')).toHaveCount(bars);
  await window.getByLabel('Add block').focus();
  await window.keyboard.press('Tab');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('slider')).toHaveCount(bars + 1);
  // The button has nothing more to do, and still hears the keys of the screen.
  await window.keyboard.press('ControlOrMeta+z');
  await expect(window.getByRole('slider')).toHaveCount(bars);
});

test('two plans are compared as a difference whose lines sum to it', async ({ window }) => {
  await openSample(window);
  await openSite(window, 'Rockdale');
  await window.getByRole('tab', { name: 'Compare' }).click();
  await expect(window.getByText(/^Colocation is worth \$[\d,.]+m more than Keep mining\.$/)).toBeVisible();
  const table = window.getByRole('grid', { name: 'What the difference is made of' });
  const numberOf = (text: string) => Number(text.replaceAll(',', '').replace('\u2212', '-'));
  const cells = await table.locator('tbody tr td:last-child').allInnerTexts();
  const total = numberOf(await table.locator('tfoot td').last().innerText());
  const sum = cells.reduce((all, text) => all + numberOf(text), 0);
  expect(Math.abs(sum - total)).toBeLessThan(0.05 * cells.length + 0.05);
  await window.getByLabel('minus plan B').selectOption({ label: 'Colocation' });
  await expect(window.getByText('Colocation and Colocation are worth the same.')).toBeVisible();
});

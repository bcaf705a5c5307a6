import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Application } from '../../main/application.ts';
import { expect, openSample, openSite, setLook, test } from '../fixtures.ts';

/** Issues a briefing of what is on screen. */
async function issueBriefing(window: Page): Promise<void> {
  await window.getByRole('button', { name: 'Briefing', exact: true }).click();
  const dialog = window.getByRole('dialog');
  await dialog.getByLabel('Author').fill('A. Probe');
  await dialog.getByLabel('Disclosures').fill('None.');
  await dialog.getByRole('button', { name: /^Issue/ }).click();
  await expect(dialog).toBeHidden();
}

async function setRent(window: Page, rent: string): Promise<void> {
  await window.getByRole('tab', { name: /Inputs/ }).click();
  await window.getByRole('button', { name: 'Change: Year-1 rent' }).click();
  await window.getByLabel('Year-1 rent', { exact: true }).fill(rent);
  await window.keyboard.press('Enter');
  await expect(window.getByRole('status').filter({ hasText: 'Year-1 rent' })).toContainText(rent);
}

async function speakGerman(application: Application): Promise<void> {
  await setLook(application, { language: 'de' });
}

async function axe(window: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page: window }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
}

test('an issued briefing compared with today: the edited rent is the change and explains the whole', async ({
  window,
  application,
}) => {
  await openSample(window);
  await openSite(window, 'Rockdale');
  await issueBriefing(window);
  await window.getByRole('navigation').getByRole('button', { name: 'Briefings' }).click();
  await window.getByRole('button', { name: /^Compare with today/ }).click();
  const comparison = window.getByRole('region', { name: 'Comparison' });
  await expect(comparison).toContainText('Nothing has changed since the briefing of');
  await expect(comparison.getByRole('grid')).toHaveCount(0);

  await comparison.getByRole('button', { name: /^Open the site: / }).click();
  await setRent(window, '160');
  await window.getByRole('navigation').getByRole('button', { name: 'Briefings' }).click();
  await window.getByRole('button', { name: /^Compare with today/ }).click();
  await expect(comparison).toBeFocused();
  await expect(comparison).toContainText('One change explains the whole: Year-1 rent.');
  const rent = comparison.getByRole('row', { name: /^Year-1 rent/ });
  await expect(rent).toContainText('100');
  const [explained, change] = await Promise.all([
    rent.getByRole('gridcell').nth(2).textContent(),
    comparison
      .getByRole('row', { name: /^Advantage over mining/ })
      .getByRole('gridcell')
      .nth(2)
      .textContent(),
  ]);
  expect(explained).toMatch(/^\d\.\d{3}$/);
  expect(change).toBe(explained);
  await axe(window);

  await rent.getByRole('button', { name: /Year-1 rent: .*160/ }).click();
  await expect(window.getByRole('complementary', { name: /Year-1 rent/ })).toBeVisible();
  await window.keyboard.press('Escape');
  // An edit that is taken back is taken back in the comparison too.
  await window.keyboard.press('Control+z');
  await expect(comparison).toContainText('Nothing has changed since the briefing of');

  await window.keyboard.press('Control+Shift+z');
  await expect(comparison).toContainText('One change explains the whole');
  await speakGerman(application);
  await window.setViewportSize({ width: 1024, height: 700 });
  await window.reload();
  await window.getByRole('navigation').getByRole('button', { name: 'Briefings' }).click();
  await window.getByRole('button', { name: /^Mit heute vergleichen/ }).click();
  const german = window.getByRole('region', { name: 'Vergleich' });
  await expect(german).toContainText('Eine Änderung erklärt alles: Miete im ersten Jahr.');
  await expect(german).not.toContainText(/\b(missing|undefined|NaN|null|Before|Now|grid MW)\b|\{/);
  const overflow = await window.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});

test('a second briefing of a company says what changed; the screen shows its sites and leads to them', async ({
  window,
}) => {
  await openSample(window);
  await openSite(window, 'Rockdale');
  await window.getByRole('button', { name: 'Riot Platforms' }).click();
  await window.getByRole('heading', { level: 1, name: 'Riot Platforms' }).waitFor();
  await issueBriefing(window);
  await openSite(window, 'Rockdale');
  await setRent(window, '160');
  await window.getByRole('button', { name: 'Riot Platforms' }).click();
  await window.getByRole('heading', { level: 1, name: 'Riot Platforms' }).waitFor();
  await issueBriefing(window);
  await window.getByRole('navigation').getByRole('button', { name: 'Briefings' }).click();
  await window
    .getByRole('grid', { name: 'Briefings' })
    .getByRole('button', { name: /^Compare with today/ })
    .last()
    .click();
  const comparison = window.getByRole('region', { name: 'Comparison' });
  await expect(comparison).toContainText(
    /Sites compared: \d+; with another verdict: \d; with another advantage over mining: 1\./,
  );
  await expect(comparison.getByRole('row', { name: /^Rockdale/ })).toContainText('Year-1 rent');
  await axe(window);
  await window
    .getByRole('grid', { name: 'Briefings' })
    .getByRole('button', { name: /^Riot Platforms: / })
    .first()
    .click();
  await expect(
    window.getByRole('region', { name: 'Preview' }).getByRole('heading', { name: /^What changed since/ }),
  ).toBeVisible();
});

test('a comparison that fails says so and leaves the briefing as it is', async ({ window }) => {
  await openSample(window);
  await openSite(window, 'Rockdale');
  await issueBriefing(window);
  await window.evaluate(() => {
    type Call = (request: unknown) => Promise<unknown>;
    const page = globalThis as unknown as { umbau: Record<string, Call> };
    page.umbau = {
      ...page.umbau,
      'site.evidence': async () => ({ ok: false, error: { code: 'site.unknown', values: { id: 'x' } } }),
    };
  });
  await window.getByRole('navigation').getByRole('button', { name: 'Briefings' }).click();
  await window.getByRole('button', { name: /^Compare with today/ }).click();
  await expect(window.getByRole('region', { name: 'Comparison' })).toContainText(
    'The comparison did not come about',
  );
});

import type { Page } from '@playwright/test';
import { expect, openSample, setLook, test } from '../fixtures.ts';

/** The run is over when no progress is shown any more. */
async function allComputed(window: Page): Promise<void> {
  await window.getByRole('article').first().waitFor();
  await expect(window.getByRole('progressbar')).toHaveCount(0);
}

test('each claim has its word, its figures with coverage and date, and links to where they come from', async ({
  window,
}) => {
  await openSample(window);
  await window.getByRole('navigation').getByRole('button', { name: 'Claims on trial' }).click();
  await expect(window.getByRole('heading', { level: 1 })).toHaveText('Claims on trial');
  await allComputed(window);
  const conversion = window.getByRole('article', { name: /^C1 / });
  await expect(conversion).toContainText(/supported|partly|contradicted/);
  await expect(conversion.getByRole('table')).toContainText(/\d+ of 40 sites with mining/);
  await expect(conversion).toContainText(/of \d+ inputs per site are assumptions/);
  const companies = window.getByRole('article', { name: /^C3 / });
  await expect(
    companies.getByRole('row', { name: /^IREN .*AI contracted 260 critical IT MW/ }),
  ).toBeVisible();
  await expect(companies.getByRole('row', { name: /^CoreWeave: AI billing missing/ })).toBeVisible();
  await expect(window.getByRole('article', { name: /^C4 / })).toContainText(
    'Not known from any contract: Training',
  );
  await expect(window.getByRole('article', { name: /^C5 / })).toContainText('halving of April 2024');
  await expect(window.getByRole('article')).toHaveCount(5);
  const untried = window.getByRole('region', { name: 'Open: not yet tried here' });
  await expect(untried.getByRole('term')).toHaveCount(7);
  await companies.getByRole('button', { name: 'Hut 8' }).click();
  await expect(window.getByRole('heading', { level: 1 })).toContainText('Hut 8');
});

test('the palette opens the screen in either language, and the keyboard leads from a claim to its site', async ({
  window,
}) => {
  await openSample(window);
  await window.keyboard.press('Control+k');
  await window.keyboard.type('prüfstand');
  await expect(window.getByRole('option')).toHaveText(/Claims on trial/);
  await window.keyboard.press('Enter');
  await allComputed(window);
  const link = window
    .getByRole('article', { name: /^C1 / })
    .getByRole('button', { name: /largest advantage/ });
  // The figures scroll by keyboard; behind them comes the first link.
  await window.getByRole('region', { name: 'C1: Figures on the claims' }).focus();
  await window.keyboard.press('Tab');
  await expect(link).toBeFocused();
  const name = (await link.textContent())?.split(':')[0] ?? '';
  await window.keyboard.press('Enter');
  await expect(window.getByRole('heading', { level: 1 })).toHaveText(name);
  await window.keyboard.press('Control+4');
  await expect(window.getByRole('heading', { level: 1 })).toHaveText('Claims on trial');
});

test('in German the screen speaks German and fits at 1024', async ({ window, application }) => {
  await setLook(application, { language: 'de' });
  await application.door('portfolio.openSample', { trusted: true }, {});
  await window.setViewportSize({ width: 1024, height: 700 });
  await window.reload();
  await window.getByRole('navigation').getByRole('button', { name: 'Thesen auf dem Prüfstand' }).click();
  await allComputed(window);
  await expect(window.locator('main')).toContainText('gestützt');
  await expect(window.locator('main')).not.toContainText(
    /\b(missing|undefined|NaN|null|supported|grid MW|sites)\b|\{/,
  );
  const overflow = await window.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});

test('a run that is stopped keeps what is computed, says so, and goes on when asked', async ({ window }) => {
  await openSample(window);
  // The second part of the sites is held back, so that there is something to stop.
  await window.evaluate(() => {
    type Call = (request: unknown) => Promise<unknown>;
    const page = globalThis as unknown as { umbau: Record<string, Call>; release: () => void };
    const asked = page.umbau['site.evidenceOf'] as Call;
    let calls = 0;
    const heldBack: Call = async (request) => {
      calls += 1;
      if (calls === 2) await new Promise<void>((resolve) => (page.release = resolve));
      return asked(request);
    };
    page.umbau = { ...page.umbau, 'site.evidenceOf': heldBack };
  });
  await window.getByRole('navigation').getByRole('button', { name: 'Claims on trial' }).click();
  await expect(window.getByText('Computing sites: 20 of 87')).toBeVisible();
  await expect(window.getByRole('progressbar')).toHaveAttribute('value', '20');
  await expect(window.getByRole('article', { name: /^C1 / })).toContainText('open');
  await window.keyboard.press('Escape');
  await expect(window.getByText('Stopped after 20 of 87 sites.')).toBeVisible();
  await window.evaluate(() => (globalThis as unknown as { release: () => void }).release());
  await window.getByRole('button', { name: 'Compute the rest' }).click();
  await expect(window.getByRole('article', { name: /^C1 / })).toContainText(
    /[3-4]\d of 40 sites with mining/,
  );
  await expect(window.getByText(/^Stopped/)).toHaveCount(0);
});

import { expect, setLook, test } from '../fixtures.ts';

test('in German every screen speaks German, and nothing leaves the window at 1024, 1280 and 1600', async ({
  window,
  application,
}) => {
  await setLook(application, { language: 'de' });
  await application.door('portfolio.openSample', { trusted: true }, {});
  for (const width of [1024, 1280, 1600]) {
    await window.setViewportSize({ width, height: 800 });
    await window.reload();
    await window.getByRole('grid', { name: 'Portfolio' }).waitFor();
    await expect(window.getByText('deckt 14 von 20')).toBeVisible();
    await window.getByRole('button', { name: 'Riot Platforms', exact: true }).click();
    await window.getByRole('button', { name: 'Rockdale', exact: true }).click();
    const verdict = window.getByRole('region', { name: 'Urteil nach R5.16' });
    await expect(verdict).toContainText('2,89');
    await expect(window.locator('main')).not.toContainText(
      /\b(missing|undefined|NaN|null|Keep mining|grid MW)\b/,
    );
    const overflow = await window.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  }
});

import { expect, openSample, openSite, test } from '../fixtures.ts';

test('the space bar previews the row, the panel follows the focus, Escape closes it', async ({ window }) => {
  await openSample(window);
  await window.getByRole('button', { name: 'Hut 8', exact: true }).focus();
  await window.keyboard.press('Space');
  await expect(window.getByRole('complementary', { name: 'Preview: Hut 8' })).toContainText('949');
  await window.keyboard.press('ArrowDown');
  await expect(window.getByRole('complementary', { name: 'Preview: Hyperscale Data' })).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(window.getByRole('complementary')).toHaveCount(0);
  await expect(window.getByRole('button', { name: 'Hyperscale Data', exact: true })).toBeFocused();
});

test('arrow keys walk the cells, Control and E tells the source of the number reached', async ({
  window,
}) => {
  await openSample(window);
  await window.getByRole('button', { name: 'Riot Platforms', exact: true }).focus();
  for (let step = 0; step < 3; step += 1) await window.keyboard.press('ArrowRight');
  await expect(window.locator(':focus')).toHaveAccessibleName(/^Riot Platforms, Secured: 1,700 MW/);
  await window.keyboard.press('Control+e');
  await expect(window.getByRole('complementary', { name: /Riot Platforms, Secured/ })).toContainText(
    'Form 10-Q',
  );
});

test('the palette finds companies, sites and commands, in either language', async ({ window }) => {
  await openSample(window);
  await window.keyboard.press('Control+k');
  await window.keyboard.type('einstell');
  await expect(window.getByRole('option')).toHaveText(/Settings/);
  await window.getByRole('combobox').fill('rockdale riot');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('heading', { level: 1 })).toHaveText('Rockdale');
  await expect(window.getByRole('region', { name: 'Verdict by R5.16' })).toContainText('Convert: Colocation');
});

test('F6 goes round the areas of the window', async ({ window }) => {
  await openSample(window);
  const areas: string[] = [];
  for (let step = 0; step < 4; step += 1) {
    await window.keyboard.press('F6');
    areas.push(
      await window.evaluate(
        () => document.activeElement?.closest('.bar, .nav, .main, .status')?.className ?? '',
      ),
    );
  }
  expect(areas.slice(0, 3)).toEqual(['bar', 'nav', 'main']);
});

test('letter keys change denominator and chart, and can be switched off', async ({ window }) => {
  await openSample(window);
  await openSite(window, 'Rockdale');
  const perYear = window.getByRole('button', { name: 'critical MW-year', exact: true });
  await window.keyboard.press('n');
  await expect(perYear).toHaveAttribute('aria-pressed', 'true');
  await window.keyboard.press('t');
  await expect(window.getByRole('table', { name: /Cash flow of the strategies/ })).toBeVisible();
  await window.keyboard.press('b');
  await expect(window.getByRole('dialog')).toBeVisible();
  await window.keyboard.press('Escape');
  await window.keyboard.press('Control+,');
  await window.getByLabel('Keys of one letter').selectOption('off');
  await openSite(window, 'Rockdale');
  await window.keyboard.press('n');
  await expect(perYear).toHaveAttribute('aria-pressed', 'false');
});

test('a computed number tells its rule, the run and what it rests on', async ({ window }) => {
  await openSample(window);
  await openSite(window, 'Rockdale');
  await window.getByRole('button', { name: /^Colocation, NPV: / }).click();
  const drawer = window.getByRole('complementary', { name: /Colocation, NPV/ });
  await expect(drawer).toContainText('R5.10');
  await expect(drawer).toContainText('94 assumptions');
});

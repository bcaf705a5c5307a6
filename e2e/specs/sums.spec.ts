import type { Locator, Page } from '@playwright/test';
import { openedTree, openRow } from '../calculationTree.ts';
import { expect, openSample, openSite, test } from '../fixtures.ts';

const show = 'Show the calculation';

async function shownTree(window: Page): Promise<Locator> {
  await window.getByRole('button', { name: show, exact: true }).click();
  return openedTree(window);
}

test('a sum of a company unfolds to its sites and to the lines of one of them, by keyboard', async ({
  window,
}) => {
  await openSample(window);
  await window.getByRole('button', { name: 'Riot Platforms', exact: true }).click();
  await window.getByRole('tab', { name: 'Strategies' }).click();
  const sum = window.getByRole('button', { name: /^Best per site, NPV:/ });
  await sum.focus();
  await window.keyboard.press('Enter');
  const drawer = window.getByRole('complementary', { name: /Best per site, NPV/ });
  await expect(drawer).toContainText('R5.21');
  await expect(drawer).toContainText(/covers \d+ of \d+ sites/);
  const tree = await shownTree(window);
  await expect(tree.getByRole('treeitem').first()).toContainText(
    /sum of \d+ parts · covers \d+ of \d+ sites/,
  );
  await window.keyboard.press('End');
  await window.keyboard.press('Home');
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('ArrowRight');
  await expect(tree.getByRole('treeitem', { name: /^N NPV/ })).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(tree).toHaveCount(0);
  await expect(sum).toBeFocused();
  await window.getByRole('button', { name: /^Colocation, IRR:/ }).click();
  const second = await shownTree(window);
  await expect(second.getByRole('treeitem').first()).toContainText('No closed form');
  await window.keyboard.press('Escape');
  const sides = window.getByRole('grid', { name: 'Both sides of the alliance' });
  await expect(sides.getByRole('row', { name: /^Miner/ })).toContainText(/\d/);
  await expect(sides.getByRole('row', { name: /^Partner/ })).toContainText(/\d/);
});

test('a total of the portfolio unfolds to the figure of each company, which tells its source', async ({
  window,
}) => {
  await openSample(window);
  await window.getByRole('button', { name: /^Total, Energised:/ }).click();
  const tree = await shownTree(window);
  await expect(tree.getByRole('treeitem').first()).toContainText(/covers \d+ of 20 companies/);
  const riot = tree.getByRole('treeitem', { name: /^Riot Platforms / });
  await expect(riot).toContainText('sourced');
  await riot.click();
  await expect(window.getByRole('complementary', { name: /Riot Platforms$/ })).toContainText(
    'Riot Platforms Form 10-Q',
  );
});

test('an input that follows from contracts unfolds to their totals', async ({ window }) => {
  await openSample(window);
  await openSite(window, 'Rockdale');
  await window.getByRole('tab', { name: /^Inputs/ }).click();
  await window.getByRole('button', { name: /^Year-1 rent: / }).click();
  const tree = await shownTree(window);
  await openRow(window, tree, /^Part of the mean rent/);
  await openRow(window, tree, /^r Rent per kW/);
  await expect(tree.getByRole('treeitem', { name: /^V Total of the contract/ })).toContainText('contract');
});

test('the cost of a GPU-hour unfolds for the life assumed and for one that is tried', async ({ window }) => {
  await openSample(window);
  await openSite(window, 'Rockdale');
  await window.getByRole('tab', { name: /^Inputs/ }).click();
  await window.getByText('Price of a GPU-hour: history').click();
  await window.getByRole('button', { name: /^Levelised cost, Useful life: 36/ }).click();
  const tree = await shownTree(window);
  await expect(tree.getByRole('treeitem').first()).toContainText('R5.14');
  await expect(tree.getByRole('treeitem', { name: /^C Present value of all costs/ })).toBeVisible();
});

import { AxeBuilder } from '@axe-core/playwright';
import { openedTree, openRow } from '../calculationTree.ts';
import { expect, openSample, openSite, setLook, test } from '../fixtures.ts';

const words = {
  en: {
    result: /^Colocation, NPV:/,
    show: 'Show the calculation',
    steps: [
      /^Colocation \$/,
      /^Present value: Rent/,
      /^2031 /,
      /^Mar 2031 /,
      /^X Rent/,
      /^R Contractual rent/,
    ],
    perKw: /^r Rent per kW/,
    equation: '× 1.03²',
    input: /^r Year-1 rent 141/,
    drawer: /Year-1 rent/,
  },
  de: {
    result: /^Colocation, Kapitalwert:/,
    show: 'Rechenweg zeigen',
    steps: [/^Colocation \d/, /^Barwert: Miete/, /^2031 /, /^03\/2031 /, /^X Miete/, /^R Vertragliche Miete/],
    perKw: /^r Miete je kW/,
    equation: '× 1,03²',
    input: /^r Miete im ersten Jahr 141/,
    drawer: /Miete im ersten Jahr/,
  },
} as const;

for (const language of ['en', 'de'] as const) {
  test(`a result unfolds to the rent of a month and to the rent input by keyboard, ${language}`, async ({
    window,
    application,
  }) => {
    const say = words[language];
    await openSample(window);
    await openSite(window, 'Rockdale');
    await setLook(application, { language });
    await window.reload();
    await window.getByRole('navigation').getByRole('button').nth(1).click();
    await window.getByRole('searchbox').fill('Rockdale');
    await window
      .getByRole('row')
      .filter({ hasText: 'Riot Platforms' })
      .getByRole('button', { name: 'Rockdale', exact: true })
      .click();
    const result = window.getByRole('button', { name: say.result }).first();
    await result.focus();
    await window.keyboard.press('Enter');
    await window.getByRole('button', { name: say.show, exact: true }).focus();
    await window.keyboard.press('Enter');
    const tree = await openedTree(window);
    for (const step of say.steps) await openRow(window, tree, step);
    await openRow(window, tree, say.perKw);
    await expect(tree.getByRole('treeitem', { name: say.perKw })).toContainText(say.equation);
    await openRow(window, tree, say.input);
    const { violations } = await new AxeBuilder({ page: window }).setLegacyMode().analyze();
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
    await window.keyboard.press('Enter');
    await expect(window.getByRole('complementary', { name: say.drawer })).toBeFocused();
    await window.keyboard.press('Escape');
    await expect(tree.getByRole('treeitem', { name: say.input })).toBeFocused();
    // The rent follows from contracts, so it was opened, too.
    await window.keyboard.press('ArrowLeft');
    await expect(tree.getByRole('treeitem', { name: say.input })).toHaveAttribute('aria-expanded', 'false');
    await window.keyboard.press('ArrowLeft');
    await expect(tree.getByRole('treeitem', { name: say.perKw })).toBeFocused();
    await window.keyboard.press('ArrowLeft');
    await expect(tree.getByRole('treeitem', { name: say.input })).toHaveCount(0);
    await window.keyboard.press('Escape');
    await expect(tree).toHaveCount(0);
    await expect(result).toBeFocused();
  });
}

test('a number of the cash flow opens its own calculation for its line and period, and gives the focus back', async ({
  window,
}) => {
  await openSample(window);
  await openSite(window, 'Rockdale');
  await window.getByRole('tab', { name: 'Cash flow' }).click();
  const cell = window.getByRole('button', { name: /^Hashprice \(Mining\), 2030: / });
  await cell.focus();
  await window.keyboard.press('ArrowRight');
  await expect(window.getByRole('button', { name: /^Hashprice \(Mining\), 2031: / })).toBeFocused();
  await window.keyboard.press('ArrowLeft');
  await window.keyboard.press('Enter');
  const tree = await openedTree(window);
  await openRow(window, tree, /^X Hashprice/);
  await openRow(window, tree, /^Hashprice \(Mining\), Jun 2030/);
  await openRow(window, tree, /^D Difficulty/);
  await openRow(window, tree, /^H Network hash rate, Jun 2030/);
  await expect(tree.getByRole('treeitem', { name: /^κ Hash rate adjustment/ })).toContainText('assumption');
  await window.keyboard.press('Escape');
  await expect(cell).toBeFocused();
  await window.getByRole('button', { name: /^EBITDA, 2029: / }).click();
  await expect(window.getByRole('heading', { name: 'Calculation: EBITDA, 2029' })).toBeVisible();
});

test('figures of an own plan after tax and debt unfold to tax years and the loan', async ({ window }) => {
  await openSample(window);
  await openSite(window, 'Rockdale');
  await window.getByRole('tab', { name: /^Plans/ }).click();
  await window.getByLabel('Start from').selectOption({ label: 'Colocation' });
  await window.getByRole('button', { name: 'New plan' }).click();
  await window.getByLabel('Add loan').selectOption({ label: 'on Colocation' });
  await window.getByLabel('Add loan').focus();
  await window.keyboard.press('Tab');
  await window.keyboard.press('Enter');
  await window.getByRole('button', { name: 'Taxed' }).click();
  const result = window.getByRole('region', { name: 'Result of the plan' });
  await result.getByRole('button', { name: /^NPV after tax, at / }).click();
  await window.getByRole('button', { name: 'Show the calculation', exact: true }).click();
  const tree = await openedTree(window);
  await openRow(window, tree, /^2031 /);
  await openRow(window, tree, /^Dec 2031 /);
  await openRow(window, tree, /^X Flow after tax/);
  await openRow(window, tree, /^Tax paid, Dec 2031/);
  await expect(tree.getByRole('treeitem', { name: /^t Tax of the year \(2031\)/ })).toContainText('R5.9');
});

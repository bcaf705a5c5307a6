import type { Locator, Page } from '@playwright/test';
import { expect } from './fixtures.ts';

/** The calculation that has just been asked for; the focus is on its first row. */
export async function openedTree(window: Page): Promise<Locator> {
  const tree = window.getByRole('tree');
  await expect(tree.getByRole('treeitem').first()).toBeFocused();
  return tree;
}

/** Walks down to the row of a name and opens it, by the arrow keys alone. */
export async function openRow(window: Page, tree: Locator, name: RegExp): Promise<void> {
  const row = tree.getByRole('treeitem', { name });
  await expect(row.first()).toBeVisible();
  const isReached = () => row.first().evaluate((element) => element === document.activeElement);
  while (!(await isReached())) await window.keyboard.press('ArrowDown');
  await window.keyboard.press('ArrowRight');
}

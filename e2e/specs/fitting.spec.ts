import type { Page } from '@playwright/test';
import { expect, openRockdaleInGerman, test } from '../fixtures.ts';

/** Words that do not fit where they stand: cut off by their own box, or past the edge of the page. */
async function clippedWords(window: Page): Promise<string[]> {
  return window.evaluate(() => {
    const found: string[] = [];
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      const hasText = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '',
      );
      const box = element.getBoundingClientRect();
      if (!hasText || box.width < 2 || box.height < 2) continue;
      const { overflowX } = getComputedStyle(element);
      const isCut = overflowX !== 'visible' && overflowX !== 'auto' && overflowX !== 'scroll';
      const scrolls = element.closest('.table-scroll, .scroll, .twin, [role="tree"]');
      const isOutside = !scrolls && box.right > innerWidth + 1;
      if ((isCut && element.scrollWidth > element.clientWidth + 1) || isOutside)
        found.push(
          `${element.tagName.toLowerCase()}.${element.className}: ${element.textContent?.slice(0, 60)}`,
        );
    }
    if (document.documentElement.scrollWidth > innerWidth) found.push('the page scrolls sideways');
    return found;
  });
}

async function walkTabs(window: Page): Promise<string[]> {
  const tabs = window.getByRole('tab');
  const found: string[] = [];
  for (let index = 0; index < (await tabs.count()); index += 1) {
    const tab = tabs.nth(index);
    await tab.click();
    await expect(tab).toHaveAttribute('aria-selected', 'true');
    const name = await tab.textContent();
    found.push(...(await clippedWords(window)).map((words) => `${name}: ${words}`));
  }
  return found;
}

// 720 is a window of 1440 at a zoom of 200 %.
for (const width of [720, 1024, 1280, 1600])
  test(`in German no word is cut off at ${width} px on the screens of a site, a company and the back-cast`, async ({
    window,
    application,
  }) => {
    await window.setViewportSize({ width, height: width === 720 ? 450 : 800 });
    await openRockdaleInGerman(window, application);
    await expect(window.getByRole('region', { name: 'Urteil nach R5.16' })).toBeVisible();
    const found = await walkTabs(window);
    await window.getByRole('button', { name: 'Riot Platforms', exact: true }).click();
    await expect(window.getByRole('heading', { name: /^Riot Platforms/ })).toBeVisible();
    found.push(...(await walkTabs(window)));
    await window.getByRole('navigation').getByRole('button').first().click();
    await expect(window.getByRole('grid', { name: 'Portfolio' })).toBeVisible();
    found.push(...(await clippedWords(window)));
    await window.getByRole('navigation').getByRole('button').nth(2).click();
    await expect(window.getByRole('heading', { name: 'Rückrechnung' })).toBeVisible();
    found.push(...(await walkTabs(window)));
    expect([...new Set(found)]).toEqual([]);
  });

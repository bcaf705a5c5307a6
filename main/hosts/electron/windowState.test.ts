import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../db/testing/portfolioForTest.ts';
import { isOnScreen, readWindowPlace, storeWindowPlace } from './windowState.ts';

const screens = [{ x: 0, y: 0, width: 1920, height: 1080 }];

test('a window comes back where it stood', () => {
  const file = join(temporaryFolder(), 'deep', 'window.json');
  expect(readWindowPlace(file, () => true)).toEqual({ width: 1440, height: 900 });
  const place = { x: 10, y: 20, width: 1200, height: 800 };
  storeWindowPlace(file, place);
  expect(readWindowPlace(file, (stored) => isOnScreen(stored, screens))).toEqual(place);
});

test('a window whose screen is gone keeps its size only', () => {
  const file = join(temporaryFolder(), 'window.json');
  storeWindowPlace(file, { x: 2500, y: 20, width: 1200, height: 800 });
  expect(readWindowPlace(file, (stored) => isOnScreen(stored, screens))).toEqual({
    width: 1200,
    height: 800,
  });
});

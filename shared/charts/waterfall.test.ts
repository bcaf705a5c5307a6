import { expect, test } from 'vitest';
import { waterfallBars } from './waterfall.ts';

test('each bar begins where the last one ended; the scale holds all of them', () => {
  expect(waterfallBars(4, [-3, 1, 3])).toEqual([
    { from: 4, to: 1, left: 0, right: 0.75 },
    { from: 1, to: 2, left: 0, right: 0.25 },
    { from: 2, to: 5, left: 0.25, right: 1 },
  ]);
  expect(waterfallBars(2, [0])).toEqual([{ from: 2, to: 2, left: 0, right: 0 }]);
});

import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { portfolioArgument } from './portfolioArgument.ts';

test('the last portfolio among the arguments is meant, resolved from the folder of the start', () => {
  expect(portfolioArgument(['.', '--flag=x.umbau', 'a.umbau', 'B.UMBAU'], '/home/me')).toBe(
    resolve('/home/me', 'B.UMBAU'),
  );
  expect(portfolioArgument(['.', '--x', 'letter.pdf'], '/home/me')).toBeUndefined();
});

import type { ChartMark } from './chartSpec.ts';

interface MarkStyle {
  /** Dash of its line in px; empty is solid. Both painters take it, so screen and paper look alike. */
  readonly dash: readonly number[];
  /** Token of its colour on screen. */
  readonly token: string;
}

/** interface.md section 3: a strategy never changes its look. The sale of the let hull is the ninth row, a cross as any sale. */
export const markStyles: Readonly<Record<ChartMark, MarkStyle>> = {
  keepMining: { dash: [7, 3], token: '--mining-fill' },
  refresh: { dash: [3, 3], token: '--mining-2' },
  redeploy: { dash: [1, 3], token: '--mining-2' },
  colocation: { dash: [], token: '--ai-fill' },
  gpuCloud: { dash: [10, 3], token: '--ai-2' },
  alliance: { dash: [6, 2, 1, 2], token: '--ai-fill' },
  hybrid: { dash: [2, 2.5], token: '--mix' },
  sellSite: { dash: [2, 6], token: '--ink-3' },
  published: { dash: [], token: '--none' },
  own: { dash: [4, 2, 4, 6], token: '--ink-2' },
  sellShell: { dash: [8, 2, 2, 2], token: '--ink-3' },
};

import type { ReactElement } from 'react';
import type { ChartMark } from '../../shared/charts/chartSpec.ts';

/** The fixed mark of each strategy, as a path in a box of 10 × 10. */
const shapes: Readonly<Record<ChartMark, string>> = {
  keepMining: 'M5 1a4 4 0 1 0 0 8 4 4 0 0 0 0-8z',
  refresh: 'M1.5 1.5h7v7h-7z',
  redeploy: 'M5 1l4.2 7.6H.8z',
  colocation: 'M5 .5L9.5 5 5 9.5.5 5z',
  gpuCloud: 'M.8 1.4h8.4L5 9z',
  alliance: 'M5 .8l4.2 3.1-1.6 5H2.4l-1.6-5z',
  hybrid: 'M5 1a4 4 0 0 1 0 8z',
  sellSite: 'M1.6 3L3 1.6l2 2 2-2L8.4 3l-2 2 2 2L7 8.4l-2-2-2 2L1.6 7l2-2z',
  own: 'M5 .6l1.3 3.1L9.4 5 6.3 6.3 5 9.4 3.7 6.3.6 5l3.1-1.3z',
  published: 'M2 5a3 3 0 1 0 6 0 3 3 0 0 0-6 0z',
  sellShell: 'M1.6 3L3 1.6l2 2 2-2L8.4 3l-2 2 2 2L7 8.4l-2-2-2 2L1.6 7l2-2z',
};

export const markColours: Readonly<Record<ChartMark, string>> = {
  keepMining: '#bd7714',
  refresh: '#6f3f05',
  redeploy: '#6f3f05',
  colocation: '#2b6cbf',
  gpuCloud: '#0f3468',
  alliance: '#2b6cbf',
  hybrid: '#5b5566',
  sellSite: '#5f6c68',
  own: '#43504c',
  published: '#7c8885',
  sellShell: '#5f6c68',
};

export function markPath(mark: ChartMark): string {
  return shapes[mark];
}

/** The mark before a strategy's name; the name beside it says the same, so it is hidden from readers. */
export function StrategyMark({ mark }: { readonly mark: ChartMark }): ReactElement {
  return (
    <svg className="strategy-mark" viewBox="0 0 10 10" width="9" height="9" aria-hidden="true">
      <path d={shapes[mark]} fill={markColours[mark]} />
    </svg>
  );
}

const signs = {
  assumption: { path: 'M5 1L9 5 5 9 1 5z', isFilled: false },
  own: { path: 'M5 .5L9.5 5 5 9.5.5 5z', isFilled: true },
  stale: { path: 'M5 .8a4.2 4.2 0 1 0 0 8.4A4.2 4.2 0 0 0 5 .8zM5 2.6V5l1.8 1', isFilled: false },
} as const;

/** ◇ assumption, ◆ own value, clock; drawn, since the text fonts lack these signs. */
export function SourceSign({
  sign,
  label,
}: {
  readonly sign: keyof typeof signs;
  readonly label: string;
}): ReactElement {
  const { path, isFilled } = signs[sign];
  return (
    <svg className="source-sign" viewBox="0 0 10 10" width="8" height="8" role="img" aria-label={label}>
      <path d={path} fill={isFilled ? '#43504c' : 'none'} stroke="#43504c" strokeWidth="1.1" />
    </svg>
  );
}

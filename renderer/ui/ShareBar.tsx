import type { ReactElement } from 'react';

const width = 64;
const hatch = Array.from({ length: 15 }, (_, index) => index * 6);

/** AI solid, mining hatched, unknown sparse. */
export function ShareBar({ aiShare }: { readonly aiShare: number | null }): ReactElement {
  const ai = aiShare === null ? 0 : width * aiShare;
  return (
    <svg width={width} height="9" viewBox={`0 0 ${width} 9`} aria-hidden="true">
      <rect x="0.5" y="0.5" width={width - 1} height="8" fill="none" stroke="var(--line-2)" />
      {aiShare === null ? null : <rect x="0" y="0" width={ai} height="9" fill="var(--ai-fill)" />}
      {hatch.map((x) => (
        <line
          key={x}
          x1={Math.max(ai, x)}
          y1={x < ai ? 9 - (ai - x) : 9}
          x2={Math.min(width, x + 9)}
          y2={Math.max(0, 9 - (Math.min(width, x + 9) - x))}
          stroke={aiShare === null ? 'var(--line-2)' : 'var(--mining-fill)'}
          strokeWidth={x + 9 <= ai ? 0 : 1.4}
        />
      ))}
    </svg>
  );
}

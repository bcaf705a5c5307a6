import type { ReactElement } from 'react';
import type { ChartSpec } from '../../shared/charts/chartSpec.ts';
import { seriesLooks } from '../../shared/charts/seriesLooks.ts';
import { SeriesMark } from '../briefing/SeriesMark.tsx';

/** The names of observations, which have no line to stand at the end of. */
export function ChartLegend({ spec }: { readonly spec: ChartSpec }): ReactElement | null {
  const looks = seriesLooks(spec);
  const points = spec.series.flatMap(({ name, shape }, index) => {
    const look = looks[index];
    return shape === 'point' && look ? [{ name, look }] : [];
  });
  if (points.length === 0) return null;
  return (
    <ul className="chart-legend">
      {points.map(({ name, look }) => (
        <li key={name}>
          <svg viewBox="0 0 12 12" width="11" height="11" aria-hidden="true">
            <SeriesMark look={look} colour="currentColor" x={6} y={6} size={10} />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}

import type { ReactElement } from 'react';
import type { ChartSpec } from '../../shared/charts/chartSpec.ts';
import { markStyles } from '../../shared/charts/markStyles.ts';
import { markColours, markPath } from './Marks.tsx';
import { known, strong } from './chartParts.ts';
import { plot, xAt, type Scale } from './timeScale.ts';

const shortRun = 2;

interface Point {
  readonly index: number;
  readonly value: number;
}

/** Neighbouring points that a line may join: a missing value ends a run. */
function runsOf(values: readonly (number | null)[]): Point[][] {
  const runs: Point[][] = [];
  for (const [index, value] of values.entries()) {
    if (value === null) continue;
    const last = runs.at(-1);
    if (last && last.at(-1)?.index === index - 1) last.push({ index, value });
    else runs.push([{ index, value }]);
  }
  return runs;
}

/** Points that carry the line's mark: two by place, and those of runs so short that no line shows the mark. */
function markedPoints(runs: readonly (readonly Point[])[], count: number): Point[] {
  const places = [0.25, 0.6].map((share) => Math.floor(count * share));
  return runs.flatMap((run) => run.filter(({ index }) => run.length <= shortRun || places.includes(index)));
}

/** End labels keep a line's height apart, in the order of their lines. */
function labelPlaces(ends: readonly { readonly name: string; readonly y: number }[]): Map<string, number> {
  const places = new Map<string, number>();
  let last = -Infinity;
  for (const { name, y } of ends.toSorted((a, b) => a.y - b.y)) {
    last = Math.max(y, last + 13);
    places.set(name, last);
  }
  return places;
}

export function Lines({
  spec,
  scale,
  count,
}: {
  readonly spec: ChartSpec;
  readonly scale: Scale;
  readonly count: number;
}): ReactElement {
  const lines = spec.series.filter(({ shape }) => shape === 'line');
  const places = labelPlaces(
    lines.map(({ name, values }) => ({ name, y: scale.at(known(values).at(-1) ?? 0) })),
  );
  return (
    <>
      {lines.map(({ name, mark, values }) => {
        const runs = runsOf(values);
        const dash = markStyles[mark].dash.join(' ');
        return (
          <g key={name}>
            {runs.map((run) => (
              <polyline
                key={run[0]?.index}
                points={run
                  .map(({ index, value }) => `${xAt(index, count).toFixed(1)},${scale.at(value).toFixed(1)}`)
                  .join(' ')}
                fill="none"
                stroke={markColours[mark]}
                strokeWidth="1.5"
                strokeDasharray={dash === '' ? undefined : dash}
              />
            ))}
            {markedPoints(runs, count).map(({ index, value }) => (
              <path
                key={index}
                d={markPath(mark)}
                fill={markColours[mark]}
                transform={`translate(${xAt(index, count) - 4} ${scale.at(value) - 4}) scale(0.8)`}
              />
            ))}
            <path
              d={markPath(mark)}
              fill={markColours[mark]}
              transform={`translate(${plot.right + 6} ${(places.get(name) ?? 0) - 4}) scale(0.8)`}
            />
            <text x={plot.right + 17} y={(places.get(name) ?? 0) + 3} {...strong}>
              {name}
            </text>
          </g>
        );
      })}
    </>
  );
}

/** Observations that no line joins and no name at the end belongs to; the chart's note says what they are. */
export function Points({
  spec,
  scale,
  count,
}: {
  readonly spec: ChartSpec;
  readonly scale: Scale;
  readonly count: number;
}) {
  return spec.series
    .filter(({ shape }) => shape === 'point')
    .map(({ name, mark, values }) => (
      <g key={name}>
        {values.map((value, index) =>
          value === null ? null : (
            <path
              key={spec.x.labels[index]}
              d={markPath(mark)}
              fill={markColours[mark]}
              transform={`translate(${xAt(index, count) - 3} ${scale.at(value) - 3}) scale(0.6)`}
            />
          ),
        )}
      </g>
    ));
}

import type { ReactElement } from 'react';
import type { ChartSpec } from '../../shared/charts/chartSpec.ts';
import { endLabelPlaces } from '../../shared/charts/chartLabels.ts';
import { seriesLooks } from '../../shared/charts/seriesLooks.ts';
import { markColours } from './Marks.tsx';
import { SeriesMark } from './SeriesMark.tsx';
import { chartWidth, known, strong } from './chartParts.ts';
import { bars, bottomOfLines, plot, xAt, type Scale } from './timeScale.ts';

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

export function Lines({
  spec,
  scale,
  count,
}: {
  readonly spec: ChartSpec;
  readonly scale: Scale;
  readonly count: number;
}): ReactElement {
  const looks = seriesLooks(spec);
  const lines = spec.series.flatMap((series, index) => {
    const look = looks[index];
    return series.shape === 'line' && look ? [{ ...series, look }] : [];
  });
  const places = endLabelPlaces(
    lines.map(({ name, values }) => ({ name, y: scale.at(known(values).at(-1) ?? 0) })),
    { step: 13, top: plot.top, bottom: bottomOfLines(spec) },
  );
  return (
    <>
      {lines.map(({ name, mark, values, look }) => {
        const runs = runsOf(values);
        const dash = look.dash.join(' ');
        const place = places.get(name) ?? 0;
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
              <SeriesMark
                key={index}
                look={look}
                colour={markColours[mark]}
                x={xAt(index, count)}
                y={scale.at(value)}
                size={8}
              />
            ))}
            <SeriesMark look={look} colour={markColours[mark]} x={plot.right + 10} y={place} size={8} />
            <text x={plot.right + 17} y={place + 3} {...strong}>
              {name}
            </text>
          </g>
        );
      })}
    </>
  );
}

/** Observations that no line joins; the legend below names their marks. */
export function Points({
  spec,
  scale,
  count,
}: {
  readonly spec: ChartSpec;
  readonly scale: Scale;
  readonly count: number;
}) {
  const looks = seriesLooks(spec);
  return spec.series.map(({ name, mark, shape, values }, place) => {
    const look = looks[place];
    return shape === 'point' && look ? (
      <g key={name}>
        {values.map((value, index) =>
          value === null ? null : (
            <SeriesMark
              key={spec.x.labels[index]}
              look={look}
              colour={markColours[mark]}
              x={xAt(index, count)}
              y={scale.at(value)}
              size={7}
            />
          ),
        )}
      </g>
    ) : null;
  });
}

const legendColumns = 3;
const legendRow = 14;

function pointSeries(spec: ChartSpec) {
  const looks = seriesLooks(spec);
  return spec.series.flatMap((series, index) => {
    const look = looks[index];
    return series.shape === 'point' && look ? [{ ...series, look }] : [];
  });
}

/** Height of the names of points below a chart; none where it has no points. */
export function legendHeight(spec: ChartSpec): number {
  return Math.ceil(pointSeries(spec).length / legendColumns) * legendRow;
}

/** The marks of points with their names, below the years. */
export function Legend({ spec }: { readonly spec: ChartSpec }): ReactElement {
  return (
    <>
      {pointSeries(spec).map(({ name, mark, look }, index) => {
        const x = plot.left + (index % legendColumns) * ((chartWidth - plot.left) / legendColumns);
        const y = bars.bottom + 30 + Math.floor(index / legendColumns) * legendRow;
        return (
          <g key={name}>
            <SeriesMark look={look} colour={markColours[mark]} x={x + 4} y={y - 3} size={8} />
            <text x={x + 13} y={y}>
              {name}
            </text>
          </g>
        );
      })}
    </>
  );
}

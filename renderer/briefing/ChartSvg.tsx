import type { ReactElement } from 'react';
import type { ChartSpec } from '../../shared/charts/chartSpec.ts';
import type { Language } from '../../shared/format/number.ts';
import { AreaMarks, areaHeight } from './AreaMarks.tsx';
import { fittingNote } from '../../shared/charts/chartLabels.ts';
import {
  chartWidth,
  grey,
  ink,
  known,
  numberText,
  strong,
  textWidth,
  type MarksProps,
} from './chartParts.ts';
import { Legend, legendHeight, Lines, Points } from './LineMarks.tsx';
import { RankedMarks, rankedHeight } from './RankedMarks.tsx';
import { paperPalette } from './palette.ts';
import { bars, bottomOfLines, plot, scaleOf, xAt, type Scale } from './timeScale.ts';

/*
 * The paper painter: vectors only, hatch as lines (Chromium prints patterns as coarse pixels), one figure with its text.
 */

function Axis({
  scale,
  language,
  every,
}: {
  readonly scale: Scale;
  readonly language: Language;
  readonly every: number;
}): ReactElement {
  return (
    <>
      {scale.ticks.map((tick, index) =>
        index % every === 0 || tick === 0 ? (
          <g key={tick}>
            <line
              x1={plot.left}
              x2={plot.right}
              y1={scale.at(tick)}
              y2={scale.at(tick)}
              stroke={tick === 0 ? ink : '#e4e9e7'}
              strokeWidth={tick === 0 ? 0.8 : 0.5}
            />
            <text x={plot.left - 5} y={scale.at(tick) + 3} textAnchor="end">
              {numberText(tick, language)}
            </text>
          </g>
        ) : null,
      )}
    </>
  );
}

function Gap({
  from,
  to,
  label,
  sub,
}: {
  readonly from: number;
  readonly to: number;
  readonly label: string;
  readonly sub: string;
}): ReactElement {
  const height = bars.bottom - plot.top;
  // The words stand on paper, so that no line runs through them; a stroke around text would make it a font of pictures.
  const lines: ReactElement[] = [];
  for (let offset = -height; offset < to - from; offset += 6) {
    const x1 = Math.max(from, from + offset);
    const x2 = Math.min(to, from + offset + height);
    if (x2 <= x1) continue;
    const y1 = plot.top + (x1 - from - offset);
    lines.push(
      <line key={offset} x1={x1} y1={y1} x2={x2} y2={y1 + (x2 - x1)} stroke="#c3cdca" strokeWidth="0.5" />,
    );
  }
  return (
    <g>
      {lines}
      <rect
        x={to + 2}
        y={bars.top + 14}
        width={Math.max(textWidth(label), textWidth(sub)) + 3}
        height={25}
        fill="#ffffff"
      />
      <text x={to + 4} y={bars.top + 24} {...strong}>
        {label}
      </text>
      <text x={to + 4} y={bars.top + 36}>
        {sub}
      </text>
    </g>
  );
}

/** Room for the words at a halving: up to the next one, or the edge of the drawing [px]. */
function roomAt(spec: ChartSpec, fromIndex: number, count: number): number {
  const later = spec.annotations.filter((one) => one.kind === 'halving' && one.fromIndex > fromIndex);
  const next = later.length === 0 ? chartWidth : xAt(Math.min(...later.map((one) => one.fromIndex)), count);
  return next - xAt(fromIndex, count) - 6;
}

function Annotations({ spec, count }: { readonly spec: ChartSpec; readonly count: number }): ReactElement {
  return (
    <>
      {spec.annotations.map((annotation) => {
        const from = xAt(annotation.fromIndex, count);
        const key = `${annotation.kind}${annotation.fromIndex}`;
        if (annotation.kind === 'gap')
          return (
            <Gap
              key={key}
              from={from}
              to={xAt(Math.min(count - 1, annotation.toIndex), count)}
              label={annotation.label}
              sub={annotation.sub}
            />
          );
        return (
          <g key={key}>
            <line
              x1={from}
              x2={from}
              y1={plot.top - 12}
              y2={bars.bottom}
              stroke={grey}
              strokeWidth="0.6"
              strokeDasharray="1.5 2.5"
            />
            <text x={from + 3} y={plot.top - 14} {...strong}>
              {annotation.label}
            </text>
            <text x={from + 3} y={plot.top - 4}>
              {fittingNote(annotation.sub, roomAt(spec, annotation.fromIndex, count), textWidth)}
            </text>
          </g>
        );
      })}
    </>
  );
}

interface PartProps {
  readonly spec: ChartSpec;
  readonly count: number;
  readonly language: Language;
}

function Bars({ spec, count, language }: PartProps): ReactElement | null {
  const series = spec.series.find(({ shape }) => shape === 'bar');
  if (!series) return null;
  const scale = scaleOf(known(series.values), bars.top, bars.bottom);
  const slot = ((plot.right - plot.left) / Math.max(1, count - 1)) * 0.8;
  return (
    <g>
      <Axis scale={scale} language={language} every={2} />
      {series.values.map((value, index) =>
        value === null || value === 0 ? null : (
          <rect
            key={spec.x.labels[index] ?? index}
            x={xAt(index, count) - slot / 2}
            width={slot}
            y={Math.min(scale.at(0), scale.at(value))}
            height={Math.abs(scale.at(value) - scale.at(0))}
            fill="#8db5e6"
            stroke="#2b6cbf"
            strokeWidth="0.4"
          />
        ),
      )}
      {series.name.split(/(?<=:) /).map((part, line) => (
        <text key={part} x={plot.right + 17} y={bars.top + 14 + line * 12} {...(line > 0 && strong)}>
          {part}
        </text>
      ))}
    </g>
  );
}

function YearTicks({ spec, count }: { readonly spec: ChartSpec; readonly count: number }): ReactElement {
  const years = spec.x.labels.flatMap((label, index) => {
    const year = label.slice(0, 4);
    // The year a chart begins in is written where it begins with that year.
    const begins = index === 0 ? label.slice(4, 7) === '-01' : year !== spec.x.labels[index - 1]?.slice(0, 4);
    return begins ? [{ year, index }] : [];
  });
  const every = years.length > 10 ? 2 : 1;
  return (
    <>
      {years.map(({ year, index }, place) =>
        place % every === 0 ? (
          <text key={year} x={xAt(index, count)} y={bars.bottom + 14} textAnchor="middle">
            {year}
          </text>
        ) : null,
      )}
    </>
  );
}

function TimeMarks({ spec, language }: MarksProps): ReactElement {
  const count = spec.x.labels.length;
  const scale = scaleOf(
    spec.series.filter(({ shape }) => shape !== 'bar').flatMap(({ values }) => known(values)),
    plot.top,
    bottomOfLines(spec),
  );
  return (
    <>
      <Axis scale={scale} language={language} every={1} />
      <Annotations spec={spec} count={count} />
      <Points spec={spec} scale={scale} count={count} />
      <Lines spec={spec} scale={scale} count={count} />
      <Bars spec={spec} count={count} language={language} />
      <YearTicks spec={spec} count={count} />
      <Legend spec={spec} />
    </>
  );
}

export function chartHeight(spec: ChartSpec): number {
  const { kind, series } = spec;
  const area = areaHeight(spec);
  if (area !== undefined) return area;
  return kind === 'ranked' ? rankedHeight(series.length) : 292 + legendHeight(spec);
}

/** What a chart shows, without its frame. */
export function ChartMarks({ spec, language }: MarksProps): ReactElement {
  if (areaHeight(spec) !== undefined)
    return <AreaMarks spec={spec} language={language} palette={paperPalette} width={chartWidth} />;
  return spec.kind === 'ranked' ? (
    <RankedMarks spec={spec} language={language} />
  ) : (
    <TimeMarks spec={spec} language={language} />
  );
}

export function ChartSvg({ spec, language }: MarksProps): ReactElement {
  return (
    <svg
      className="chart"
      viewBox={`0 0 ${chartWidth} ${chartHeight(spec)}`}
      role="img"
      aria-label={`${spec.title}. ${spec.sentence}`}
    >
      <ChartMarks spec={spec} language={language} />
    </svg>
  );
}

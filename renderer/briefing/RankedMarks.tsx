import type { ReactElement } from 'react';
import { axisTicks } from '../../shared/charts/chartScale.ts';
import { markColours, markPath } from './Marks.tsx';
import { chartWidth, ink, known, numberText, strong, type MarksProps } from './chartParts.ts';

const rankedRow = 22;

export function rankedHeight(rows: number): number {
  return 34 + rows * rankedRow;
}

/** One line from zero to a mark for each row, the best first. */
export function RankedMarks({ spec, language }: MarksProps): ReactElement {
  const rows = spec.series.map(({ name, mark, values }) => ({ name, mark, value: known(values)[0] ?? 0 }));
  const ticks = axisTicks(
    Math.min(0, ...rows.map(({ value }) => value)),
    Math.max(0, ...rows.map(({ value }) => value)),
  );
  const low = ticks[0] ?? 0;
  const span = (ticks.at(-1) ?? 1) - low || 1;
  const x = (value: number): number => 150 + ((value - low) / span) * 400;
  const bottom = 14 + rows.length * rankedRow;
  return (
    <>
      {ticks.map((tick) => (
        <g key={tick}>
          <line
            x1={x(tick)}
            x2={x(tick)}
            y1={6}
            y2={bottom}
            stroke={tick === 0 ? ink : '#e4e9e7'}
            strokeWidth={tick === 0 ? 0.8 : 0.5}
          />
          <text x={x(tick)} y={bottom + 13} textAnchor="middle">
            {numberText(tick, language)}
          </text>
        </g>
      ))}
      {rows.map(({ name, mark, value }, index) => {
        const y = 18 + index * rankedRow;
        return (
          <g key={name}>
            <path
              d={markPath(mark)}
              fill={markColours[mark]}
              transform={`translate(2 ${y - 4}) scale(0.9)`}
            />
            <text x={16} y={y + 3} {...strong}>
              {name}
            </text>
            <line x1={x(0)} x2={x(value)} y1={y} y2={y} stroke={markColours[mark]} strokeWidth="1.4" />
            <path
              d={markPath(mark)}
              fill={markColours[mark]}
              transform={`translate(${x(value) - 5} ${y - 5})`}
            />
            <text x={chartWidth - 4} y={y + 3} textAnchor="end" {...strong}>
              {numberText(Math.round(value * 100) / 100, language)}
            </text>
          </g>
        );
      })}
    </>
  );
}

import type { ReactElement } from 'react';
import { freeTicks } from '../../shared/charts/chartScale.ts';
import { known, type AreaProps } from './chartParts.ts';
import { textLook } from './palette.ts';
import { ValueGrid } from './ValueGrid.tsx';

export const curveHeight = 260;
const [top, bottom] = [12, 212];

/** R7.1e Solutions of one input along a second: points at their values, joined within a branch. */
export function CurveMarks({ spec, palette, language, width, focus }: AreaProps): ReactElement | null {
  const { curve, series } = spec;
  if (!curve) return null;
  const [left, right] = [62, width - 14];
  const values = series.flatMap((one) => known(one.values));
  const ticks = freeTicks(Math.min(...values), Math.max(...values));
  const [low, high] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  const [first, last] = [Math.min(...curve.at), Math.max(...curve.at)];
  const x = (at: number): number => left + ((at - first) / (last - first || 1)) * (right - left);
  const y = (value: number): number => bottom - ((value - low) / (high - low || 1)) * (bottom - top);
  return (
    <>
      <ValueGrid ticks={ticks} y={y} left={left} right={right} palette={palette} language={language} />
      {spec.x.labels.map((label, index) => (
        <text
          key={label}
          x={x(curve.at[index] ?? first)}
          y={bottom + 16}
          textAnchor="middle"
          {...textLook(palette.soft)}
        >
          {label}
        </text>
      ))}
      <text x={(left + right) / 2} y={bottom + 34} textAnchor="middle" {...textLook(palette.soft)}>
        {curve.xTitle}
      </text>
      {series.map(({ name, values: branch }, place) => (
        <g key={name}>
          {branch.map((value, index) => {
            const next = branch[index + 1] ?? null;
            if (value === null) return null;
            const at = [x(curve.at[index] ?? first), y(value)] as const;
            const isFocused = focus?.index === index && focus.series === place;
            return (
              <g key={spec.x.labels[index]}>
                {next === null ? null : (
                  <line
                    x1={at[0]}
                    y1={at[1]}
                    x2={x(curve.at[index + 1] ?? first)}
                    y2={y(next)}
                    stroke={palette.solid}
                    strokeWidth={1.6}
                    strokeDasharray={place === 0 ? undefined : '5 3'}
                  />
                )}
                <rect
                  x={at[0] - 3}
                  y={at[1] - 3}
                  width={6}
                  height={6}
                  fill={palette.solid}
                  stroke={isFocused ? palette.focus : palette.surface}
                  strokeWidth={isFocused ? 3 : 1}
                />
              </g>
            );
          })}
        </g>
      ))}
    </>
  );
}

import type { ReactElement } from 'react';
import { freeTicks } from '../../shared/charts/chartScale.ts';
import { numberText, type AreaProps } from './chartParts.ts';
import { textLook } from './palette.ts';
import { ValueGrid } from './ValueGrid.tsx';

export const scatterHeight = 290;
const [top, bottom] = [24, 236];

interface Axis {
  readonly ticks: readonly number[];
  /** Place on the axis, 0 … 1. */
  at(value: number): number;
}

/** Beyond this ratio of its ends a positive axis runs by powers of ten: prices spread like that. */
const widestRatio = 40;

function powersOfTen(low: number, high: number): number[] {
  const [first, last] = [Math.floor(Math.log10(low)), Math.ceil(Math.log10(high))];
  return Array.from({ length: last - first + 1 }, (_, step) => 10 ** (first + step));
}

function axisOf(values: readonly number[]): Axis {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const isWide = least > 0 && most / least > widestRatio;
  const ticks = isWide ? powersOfTen(least, most) : freeTicks(least, most);
  const place = (value: number): number => (isWide ? Math.log10(value) : value);
  const [low, high] = [place(ticks[0] ?? 0), place(ticks.at(-1) ?? 1)];
  return { ticks, at: (value) => (place(value) - low) / (high - low || 1) };
}

/** R7.2h Two figures of the same draws, a point a draw. */
export function ScatterMarks({ spec, palette, language, width }: AreaProps): ReactElement | null {
  const { scatter } = spec;
  if (!scatter || scatter.points.length === 0) return null;
  const [left, right] = [64, width - 30];
  const across = axisOf(scatter.points.map(([value]) => value));
  const up = axisOf(scatter.points.map(([, value]) => value));
  const x = (value: number): number => left + across.at(value) * (right - left);
  const y = (value: number): number => bottom - up.at(value) * (bottom - top);
  const dots = scatter.points.map(([a, b]) => `M${(x(a) - 1).toFixed(1)} ${y(b).toFixed(1)}h2`).join('');
  return (
    <>
      <text x={4} y={12} {...textLook(palette.soft)}>
        {scatter.yTitle}
      </text>
      <ValueGrid ticks={up.ticks} y={y} left={left} right={right} palette={palette} language={language} />
      {across.ticks.map((tick) => (
        <text key={tick} x={x(tick)} y={bottom + 17} textAnchor="middle" {...textLook(palette.soft)}>
          {numberText(tick, language)}
        </text>
      ))}
      <text x={(left + right) / 2} y={bottom + 36} textAnchor="middle" {...textLook(palette.soft)}>
        {spec.x.title}
      </text>
      <path
        d={dots}
        fill="none"
        stroke={palette.solid}
        strokeWidth={2}
        strokeLinecap="round"
        strokeOpacity={0.55}
      />
    </>
  );
}

import type { ReactElement } from 'react';
import { freeTicks } from '../../shared/charts/chartScale.ts';
import { known, numberText, type AreaProps } from './chartParts.ts';
import { Hatch } from './Hatch.tsx';
import { textLook } from './palette.ts';

export const histogramHeight = 210;
const [top, bottom] = [24, 176];

/** R7.2j Counts of draws by class: hatched where mining is better, solid where converting is, a line at zero. */
export function HistogramMarks({ spec, palette, language, width, focus }: AreaProps): ReactElement | null {
  const { histogram, series } = spec;
  const counts = known(series[0]?.values ?? []);
  if (!histogram || counts.length === 0) return null;
  const [left, right] = [14, width - 14];
  const { from, width: step } = histogram;
  const to = from + counts.length * step;
  const most = Math.max(1, ...counts);
  const x = (value: number): number => left + ((value - from) / (to - from || 1)) * (right - left);
  const y = (count: number): number => bottom - (count / most) * (bottom - top);
  const ticks = freeTicks(from, to).filter((tick) => tick >= from && tick <= to);
  const isZeroShown = from <= 0 && to >= 0;
  return (
    <>
      {counts.map((count, index) => {
        const low = from + index * step;
        const isBelow = low + step <= step * 1e-9;
        const box = {
          x: x(low) + 0.5,
          y: y(count),
          width: Math.max(0.5, x(low + step) - x(low) - 1),
          height: bottom - y(count),
        };
        return (
          <g key={low}>
            <rect
              {...box}
              fill={isBelow ? palette.surface : palette.solid}
              stroke={focus?.index === index ? palette.focus : isBelow ? palette.hatch : palette.solid}
              strokeWidth={focus?.index === index ? 3 : 0.8}
            />
            {isBelow && box.height > 0 ? <Hatch {...box} colour={palette.hatch} /> : null}
          </g>
        );
      })}
      <line x1={left} x2={right} y1={bottom} y2={bottom} stroke={palette.ink} strokeWidth={0.8} />
      {ticks.map((tick) => (
        <text key={tick} x={x(tick)} y={bottom + 16} textAnchor="middle" {...textLook(palette.soft)}>
          {numberText(tick, language)}
        </text>
      ))}
      {isZeroShown ? (
        <>
          <line x1={x(0)} x2={x(0)} y1={top - 14} y2={bottom} stroke={palette.ink} strokeWidth={1.2} />
          <text
            x={x(0) + (x(0) > width / 2 ? -5 : 5)}
            y={top - 6}
            textAnchor={x(0) > width / 2 ? 'end' : 'start'}
            {...textLook(palette.ink, 600)}
          >
            {histogram.zeroText}
          </text>
        </>
      ) : null}
    </>
  );
}

import type { ReactElement } from 'react';
import type { Language } from '../../shared/format/number.ts';
import { numberText, type AreaProps } from './chartParts.ts';
import { textLook } from './palette.ts';

/** The horizontal grid of a chart with its numbers; the line of zero in ink. */
export function ValueGrid({
  ticks,
  y,
  left,
  right,
  palette,
  language,
}: {
  readonly ticks: readonly number[];
  readonly y: (value: number) => number;
  readonly left: number;
  readonly right: number;
  readonly palette: AreaProps['palette'];
  readonly language: Language;
}): ReactElement {
  return (
    <>
      {ticks.map((tick) => (
        <g key={tick}>
          <line
            x1={left}
            x2={right}
            y1={y(tick)}
            y2={y(tick)}
            stroke={tick === 0 ? palette.ink : palette.grid}
            strokeWidth={0.8}
          />
          <text x={left - 6} y={y(tick) + 4} textAnchor="end" {...textLook(palette.soft)}>
            {numberText(tick, language)}
          </text>
        </g>
      ))}
    </>
  );
}

import type { ReactElement } from 'react';
import type { ChartSpec } from '../../shared/charts/chartSpec.ts';
import { Hatch } from './Hatch.tsx';
import { textLook, widthOf, type Palette } from './palette.ts';

type Heat = NonNullable<ChartSpec['heatMap']>;

/** Two lines: in a narrow frame the four entries do not fit into one. */
export const legendHeight = 34;

const swatch = { width: 16, height: 10 };

interface Entry {
  readonly id: 'negative' | 'blue' | 'line' | 'base';
  readonly text: string;
  readonly swatches: number;
}

/** Where each entry begins: on the next line where it would not fit. */
function placed(
  entries: readonly Entry[],
  width: number,
  size: number,
): (Entry & { x: number; line: number })[] {
  let [x, line] = [0, 0];
  return entries.map((entry) => {
    const needed = entry.swatches * swatch.width + 6 + widthOf(entry.text, size) + 14;
    if (x > 0 && x + needed > width) [x, line] = [0, line + 1];
    const place = { ...entry, x, line };
    x += needed;
    return place;
  });
}

function Swatch({
  id,
  x,
  y,
  steps,
  palette,
}: {
  readonly id: Entry['id'];
  readonly x: number;
  readonly y: number;
  readonly steps: number;
  readonly palette: Palette;
}): ReactElement {
  if (id === 'negative') return <Hatch x={x} y={y} {...swatch} colour={palette.hatch} />;
  if (id === 'line')
    return <path d={`M${x} ${y + 5}L${x + swatch.width} ${y + 5}`} stroke={palette.ink} strokeWidth={2.2} />;
  if (id === 'base')
    return (
      <rect
        x={x}
        y={y}
        {...swatch}
        fill="none"
        stroke={palette.ink}
        strokeWidth={1.4}
        strokeDasharray="3 2"
      />
    );
  return (
    <>
      {palette.blues.slice(0, steps).map(([fill], index) => (
        <rect
          key={fill}
          x={x + index * swatch.width}
          y={y}
          {...swatch}
          fill={fill}
          stroke={palette.solid}
          strokeWidth={0.5}
        />
      ))}
    </>
  );
}

export function HeatLegend({
  heat,
  top,
  width,
  palette,
}: {
  readonly heat: Heat;
  readonly top: number;
  readonly width: number;
  readonly palette: Palette;
}): ReactElement {
  const steps = Math.min(3, heat.steps.length);
  const values = heat.rows.flatMap((cells) => cells.flatMap(({ value }) => value ?? []));
  const [hasNegative, hasBlue] = [values.some((value) => value < 0), values.some((value) => value >= 0)];
  const { legend } = heat;
  const entries: Entry[] = [
    ...(hasNegative ? [{ id: 'negative' as const, text: legend.negative, swatches: 1 }] : []),
    ...(hasBlue ? [{ id: 'blue' as const, text: legend.blue, swatches: steps }] : []),
    ...(hasNegative && hasBlue ? [{ id: 'line' as const, text: legend.line, swatches: 1 }] : []),
    ...(heat.baseColumn !== null && heat.baseRow !== null
      ? [{ id: 'base' as const, text: legend.base, swatches: 1 }]
      : []),
  ];
  return (
    <>
      {placed(entries, width, palette.textSize).map(({ id, text, swatches, x, line }) => (
        <g key={id}>
          <Swatch id={id} x={x} y={top + line * 16} steps={steps} palette={palette} />
          <text x={x + swatches * swatch.width + 6} y={top + line * 16 + 9} {...textLook(palette.soft)}>
            {text}
          </text>
        </g>
      ))}
    </>
  );
}

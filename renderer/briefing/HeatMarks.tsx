import type { ReactElement } from 'react';
import type { ChartSpec } from '../../shared/charts/chartSpec.ts';
import type { AreaProps } from './chartParts.ts';
import { HeatLegend, legendHeight } from './HeatLegend.tsx';
import { Hatch } from './Hatch.tsx';
import { markPath } from './Marks.tsx';
import { fitted, textLook, widthOf, type Palette } from './palette.ts';

type Heat = NonNullable<ChartSpec['heatMap']>;
type Cell = Heat['rows'][number][number];

const row = 27;
const top = 20;

export function heatHeight(rows: number): number {
  return top + rows * row + 38 + legendHeight;
}

/** The blue of a cell: how many of the steps its value reaches. */
function blueOf(value: number, { steps }: Heat): number {
  return Math.max(0, steps.filter((step) => value >= step).length - 1);
}

function CellMarks({
  cell,
  heat,
  x,
  y,
  width,
  palette,
}: {
  readonly cell: Cell;
  readonly heat: Heat;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly palette: Palette;
}): ReactElement {
  const isNegative = cell.value !== null && cell.value < 0;
  const [fill, ink] =
    cell.value === null || isNegative
      ? [palette.surface, palette.ink]
      : (palette.blues[blueOf(cell.value, heat)] ?? [palette.surface, palette.ink]);
  const textWidth = widthOf(cell.text, palette.textSize) + (cell.mark === null ? 0 : 13);
  const middle = x + width / 2;
  const hasMark = cell.mark !== null && textWidth + 6 < width;
  return (
    <g>
      <rect x={x + 0.5} y={y + 0.5} width={width - 1} height={row - 1} fill={fill} />
      {isNegative ? (
        <>
          <Hatch x={x + 0.5} y={y + 0.5} width={width - 1} height={row - 1} colour={palette.hatch} />
          <rect
            x={middle - textWidth / 2 - 3}
            y={y + 5}
            width={textWidth + 6}
            height={row - 10}
            fill={palette.surface}
          />
        </>
      ) : null}
      {hasMark && cell.mark !== null ? (
        <path
          d={markPath(cell.mark)}
          fill={ink}
          transform={`translate(${middle - textWidth / 2} ${y + row / 2 - 4}) scale(0.8)`}
        />
      ) : null}
      <text
        x={middle + (hasMark ? 6 : 0)}
        y={y + row / 2 + 4}
        textAnchor="middle"
        fill={ink}
        className={ink === '#ffffff' ? 'on-ai' : undefined}
      >
        {cell.text}
      </text>
    </g>
  );
}

function isBelow(cell: Cell | undefined): boolean | undefined {
  return cell === undefined || cell.value === null ? undefined : cell.value < 0;
}

/** R7.1c The edges between cells of which one is below 0 and the other not. */
function crossings(rows: Heat['rows'], x: (column: number) => number, y: (row: number) => number): string {
  const edges: string[] = [];
  for (const [index, cells] of rows.entries())
    for (const [column, cell] of cells.entries()) {
      const own = isBelow(cell);
      const [right, under] = [isBelow(cells[column + 1]), isBelow(rows[index + 1]?.[column])];
      if (own === undefined) continue;
      if (right !== undefined && right !== own)
        edges.push(`M${x(column + 1)} ${y(index)}L${x(column + 1)} ${y(index + 1)}`);
      if (under !== undefined && under !== own)
        edges.push(`M${x(column)} ${y(index + 1)}L${x(column + 1)} ${y(index + 1)}`);
    }
  return edges.join('');
}

/** R7.1c A number in every cell, three blues, below 0 hatched, the sign change as a line, the values in force dashed. */
export function HeatMarks({ spec, palette, width, focus }: AreaProps): ReactElement | null {
  const { heatMap: heat } = spec;
  if (!heat) return null;
  const size = palette.textSize;
  const left = Math.max(34, ...heat.yLabels.map((label) => widthOf(label, size) + 10));
  const columns = spec.x.labels.length;
  const cellWidth = (width - left - 2) / Math.max(1, columns);
  const x = (column: number): number => left + column * cellWidth;
  const y = (index: number): number => top + index * row;
  const bottom = y(heat.rows.length);
  const edges = crossings(heat.rows, x, y);
  const frame = (column: number, index: number, inset: number) => ({
    x: x(column) + inset,
    y: y(index) + inset,
    width: cellWidth - 2 * inset,
    height: row - 2 * inset,
    fill: 'none',
  });
  return (
    <>
      <text x={0} y={top - 8} {...textLook(palette.soft)}>
        {fitted(heat.yTitle, width, size)}
      </text>
      {heat.rows.map((cells, index) => (
        <g key={heat.yLabels[index]}>
          <text
            x={left - 6}
            y={y(index) + row / 2 + 4}
            textAnchor="end"
            {...textLook(palette.ink, index === heat.baseRow ? 600 : 400)}
          >
            {heat.yLabels[index]}
          </text>
          {cells.map((cell, column) => (
            <CellMarks
              key={spec.x.labels[column]}
              cell={cell}
              heat={heat}
              x={x(column)}
              y={y(index)}
              width={cellWidth}
              palette={palette}
            />
          ))}
        </g>
      ))}
      {edges === '' ? null : <path d={edges} fill="none" stroke={palette.ink} strokeWidth={2.2} />}
      {heat.baseColumn === null || heat.baseRow === null ? null : (
        <rect
          {...frame(heat.baseColumn, heat.baseRow, 2)}
          stroke={palette.ink}
          strokeWidth={1.4}
          strokeDasharray="3 2"
        />
      )}
      {focus ? (
        <rect {...frame(focus.index, focus.series, 0.5)} stroke={palette.focus} strokeWidth={2} />
      ) : null}
      {spec.x.labels.map((label, column) => (
        <text
          key={label}
          x={x(column) + cellWidth / 2}
          y={bottom + 14}
          textAnchor="middle"
          {...textLook(palette.ink, column === heat.baseColumn ? 600 : 400)}
        >
          {label}
        </text>
      ))}
      <text x={left + (width - left) / 2} y={bottom + 29} textAnchor="middle" {...textLook(palette.soft)}>
        {fitted(heat.xTitle, width - left, size)}
      </text>
      <HeatLegend heat={heat} top={bottom + 40} width={width} palette={palette} />
    </>
  );
}

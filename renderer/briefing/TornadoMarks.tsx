import type { ReactElement } from 'react';
import { axisTicks, freeTicks } from '../../shared/charts/chartScale.ts';
import type { ChartSpec } from '../../shared/charts/chartSpec.ts';
import { numberText, type AreaProps } from './chartParts.ts';
import { fitted, textLook, widthOf, type Palette } from './palette.ts';

type Tornado = NonNullable<ChartSpec['tornado']>;
type Bar = Tornado['bars'][number];

const row = 24;
const top = 26;

export function tornadoHeight(bars: number): number {
  return top + bars * row + 24;
}

interface Places {
  readonly left: number;
  readonly right: number;
  x(value: number): number;
}

/** The labels, the plot with room for the values at the bars' ends, and the sources. */
function placesOf({ base, bars, startsAtZero }: Tornado, { width, palette }: AreaProps) {
  const values = [base, ...bars.flatMap(({ atLow, atHigh }) => [atLow, atHigh])];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const ticks = startsAtZero ? axisTicks(low, high) : freeTicks(low, high);
  const longest = (texts: readonly string[]): number =>
    Math.max(...texts.map((text) => widthOf(text, palette.textSize))) + 12;
  const left = Math.min(width * 0.38, longest(bars.map(({ label }) => label)));
  const right = width - Math.min(width * 0.22, longest(bars.map(({ source }) => source)));
  const inset = palette.textSize * 4.2;
  const from = ticks[0] ?? 0;
  const span = (ticks.at(-1) ?? 1) - from || 1;
  const x = (value: number): number => left + inset + ((value - from) / span) * (right - left - 2 * inset);
  return { ticks, places: { left, right, x } satisfies Places };
}

function Part({
  bar,
  base,
  end,
  places,
  y,
  palette,
}: {
  readonly bar: Bar;
  readonly base: number;
  readonly end: 'low' | 'high';
  readonly places: Places;
  readonly y: number;
  readonly palette: Palette;
}): ReactElement {
  const result = end === 'low' ? bar.atLow : bar.atHigh;
  const other = end === 'low' ? bar.atHigh : bar.atLow;
  const [own, others] = end === 'low' ? [bar.lowText, bar.highText] : [bar.highText, bar.lowText];
  const isHigher = result > base;
  const [from, to] = [places.x(base), places.x(result)];
  const isSameSide = result !== base && other !== base && isHigher === other > base;
  const isOuter = !isSameSide || Math.abs(result - base) > Math.abs(other - base);
  // An end that leaves the result as it is has its value on the side that the other end leaves free.
  const pointsRight = result === base ? other < base : isHigher;
  const name = isSameSide ? `${own} (${others})` : own;
  return (
    <>
      {result === base ? null : (
        <rect
          x={Math.min(from, to)}
          width={Math.max(0.5, Math.abs(to - from))}
          y={y + 4}
          height={row - 8}
          fill={isHigher ? palette.solid : palette.pale}
          stroke={palette.solid}
          strokeWidth={0.8}
        />
      )}
      {isOuter ? (
        <rect
          x={pointsRight ? to + 3 : to - 4 - widthOf(name, palette.textSize)}
          y={y + 5}
          width={widthOf(name, palette.textSize) + 1}
          height={row - 10}
          fill={palette.surface}
        />
      ) : null}
      {isOuter ? (
        <text
          x={to + (pointsRight ? 4 : -4)}
          y={y + row / 2 + 4}
          textAnchor={pointsRight ? 'start' : 'end'}
          {...textLook(palette.soft)}
        >
          {name}
        </text>
      ) : null}
    </>
  );
}

/** R7.1b Bars from the base to the result at either end of an input's range; vertical grid, source at the right edge. */
export function TornadoMarks(props: AreaProps): ReactElement | null {
  const { spec, palette, language, width, focus } = props;
  const { tornado } = spec;
  if (!tornado) return null;
  const { ticks, places } = placesOf(tornado, props);
  const bottom = top + tornado.bars.length * row;
  const size = palette.textSize;
  return (
    <>
      {ticks.map((tick) => (
        <g key={tick}>
          <line
            x1={places.x(tick)}
            x2={places.x(tick)}
            y1={top}
            y2={bottom + 4}
            stroke={tick === 0 ? palette.ink : palette.grid}
            strokeWidth={tick === 0 ? 1 : 0.6}
          />
          <text x={places.x(tick)} y={bottom + 17} textAnchor="middle" {...textLook(palette.soft)}>
            {numberText(tick, language)}
          </text>
        </g>
      ))}
      {tornado.bars.map((bar, index) => {
        const y = top + index * row;
        const parts = (['low', 'high'] as const).toSorted((one, other) => {
          const reach = (end: 'low' | 'high') =>
            Math.abs((end === 'low' ? bar.atLow : bar.atHigh) - tornado.base);
          return reach(other) - reach(one);
        });
        return (
          <g key={bar.label}>
            {focus?.index === index ? (
              <rect
                x={1}
                width={width - 2}
                y={y + 1}
                height={row - 2}
                fill="none"
                stroke={palette.focus}
                strokeWidth={1.5}
              />
            ) : null}
            <text x={places.left - 6} y={y + row / 2 + 4} textAnchor="end" {...textLook(palette.ink)}>
              {fitted(bar.label, places.left - 8, size)}
            </text>
            {parts.map((end) => (
              <Part
                key={end}
                bar={bar}
                base={tornado.base}
                end={end}
                places={places}
                y={y}
                palette={palette}
              />
            ))}
            <text x={width - 4} y={y + row / 2 + 4} textAnchor="end" {...textLook(palette.soft)}>
              {fitted(bar.source, width - places.right, size)}
            </text>
          </g>
        );
      })}
      <line
        x1={places.x(tornado.base)}
        x2={places.x(tornado.base)}
        y1={top - 8}
        y2={bottom}
        stroke={palette.ink}
        strokeWidth={1.4}
      />
      <text x={places.x(tornado.base)} y={top - 12} textAnchor="middle" {...textLook(palette.ink, 600)}>
        {tornado.baseText}
      </text>
    </>
  );
}

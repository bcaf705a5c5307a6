import type { ReactElement } from 'react';
import { axisTicks } from '../../shared/charts/chartScale.ts';
import { known, type AreaProps } from './chartParts.ts';
import { textLook, widthOf } from './palette.ts';
import { ValueGrid } from './ValueGrid.tsx';

export const fanHeight = 300;
const [top, bottom] = [16, 268];

interface Scale {
  x(index: number): number;
  y(value: number): number;
}

function line(values: readonly number[], { x, y }: Scale): string {
  return values
    .map((value, index) => `${index === 0 ? 'M' : 'L'}${x(index).toFixed(1)} ${y(value).toFixed(1)}`)
    .join('');
}

/** Between two lines of the same years. */
function band(low: readonly number[], high: readonly number[], scale: Scale): string {
  const back = high
    .map((value, index) => `L${scale.x(index).toFixed(1)} ${scale.y(value).toFixed(1)}`)
    .toReversed();
  return `${line(low, scale)}${back.join('')}Z`;
}

/** Words at the ends of lines, pushed apart where they would touch. */
function placed(ends: readonly { y: number }[], least: number): number[] {
  const order = [...ends.keys()].toSorted((a, b) => (ends[a]?.y ?? 0) - (ends[b]?.y ?? 0));
  const at: number[] = [];
  let last = top - least;
  for (const index of order) {
    last = Math.max(ends[index]?.y ?? 0, last + least);
    at[index] = last;
  }
  const beyond = Math.max(0, last - bottom);
  return at.map((y) => y - beyond);
}

/** R7.2j Five lines of a cumulative flow with the bands between them, and in words how many draws exceed them. */
export function FanMarks({ spec, palette, language, width, focus }: AreaProps): ReactElement | null {
  const { fan, series } = spec;
  const lines = series.map(({ values }) => known(values));
  const [outerLow, innerLow, middle, innerHigh, outerHigh, followed = []] = lines;
  if (!fan || !outerLow || !innerLow || !middle || !innerHigh || !outerHigh) return null;
  const size = palette.textSize;
  const longest = Math.max(
    ...fan.ends.flatMap(({ value, words }) => [value, words].map((text) => widthOf(text, size))),
  );
  const [left, right] = [58, width - longest - 18];
  const ticks = axisTicks(Math.min(...outerLow, ...followed), Math.max(...outerHigh, ...followed));
  const [low, high] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  const count = middle.length;
  const scale: Scale = {
    x: (index) => left + (count > 1 ? index / (count - 1) : 0.5) * (right - left),
    y: (value) => bottom - ((value - low) / (high - low || 1)) * (bottom - top),
  };
  const every = Math.ceil(count / Math.max(1, Math.floor((right - left) / 46)));
  const ends = fan.ends.map((end) => ({ ...end, y: scale.y(lines[end.series]?.at(-1) ?? 0) }));
  const wordsAt = placed(ends, size * 2.9);
  const { payback } = fan;
  const focused = focus && lines[focus.series]?.[focus.index];
  return (
    <>
      <ValueGrid ticks={ticks} y={scale.y} left={left} right={right} palette={palette} language={language} />
      <path d={band(outerLow, outerHigh, scale)} fill={palette.blues[0]?.[0]} />
      <path d={band(innerLow, innerHigh, scale)} fill={palette.pale} />
      {[outerLow, outerHigh].map((values) => (
        <path
          key={line(values, scale)}
          d={line(values, scale)}
          fill="none"
          stroke={palette.solid}
          strokeWidth={1}
          strokeDasharray="1.5 3"
        />
      ))}
      {[innerLow, innerHigh].map((values) => (
        <path
          key={line(values, scale)}
          d={line(values, scale)}
          fill="none"
          stroke={palette.solid}
          strokeWidth={1}
          strokeDasharray="6 4"
        />
      ))}
      <path d={line(middle, scale)} fill="none" stroke={palette.ink} strokeWidth={2.2} />
      {spec.x.labels.map((label, index) =>
        index % every === 0 ? (
          <text
            key={label}
            x={scale.x(index)}
            y={bottom + 18}
            textAnchor="middle"
            {...textLook(palette.soft)}
          >
            {label}
          </text>
        ) : null,
      )}
      {followed.map((value, index) => (
        <circle
          key={spec.x.labels[index]}
          cx={scale.x(index)}
          cy={scale.y(value)}
          r={3}
          fill={palette.hatch}
          stroke={palette.surface}
          strokeWidth={1}
        />
      ))}
      {payback ? (
        <>
          <circle
            cx={scale.x(payback.index)}
            cy={scale.y(0)}
            r={4}
            fill={palette.surface}
            stroke={palette.ink}
            strokeWidth={1.6}
          />
          <text
            x={scale.x(payback.index) - 8}
            y={scale.y(0) - 8}
            textAnchor={payback.index > count / 3 ? 'end' : 'start'}
            {...textLook(palette.ink, 600)}
          >
            {payback.text}
          </text>
        </>
      ) : null}
      {ends.map(({ value, words }, index) => (
        <g key={words}>
          <text x={right + 8} y={wordsAt[index] ?? 0} {...textLook(palette.ink, 600)}>
            {value}
          </text>
          <text x={right + 8} y={(wordsAt[index] ?? 0) + size * 1.25} {...textLook(palette.soft)}>
            {words}
          </text>
        </g>
      ))}
      {focus && focused !== undefined ? (
        <circle
          cx={scale.x(focus.index)}
          cy={scale.y(focused)}
          r={5}
          fill="none"
          stroke={palette.focus}
          strokeWidth={3}
        />
      ) : null}
    </>
  );
}

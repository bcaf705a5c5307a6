import type { ReactElement } from 'react';

const gap = 5;

/** 45° lines within a rectangle: lines and no pattern, which Chromium prints as coarse pixels. */
export function Hatch({
  x,
  y,
  width,
  height,
  colour,
}: {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly colour: string;
}): ReactElement {
  const lines: string[] = [];
  for (let offset = gap / 2; offset < width + height; offset += gap) {
    const from = { x: Math.max(0, offset - height), y: Math.min(height, offset) };
    const to = { x: Math.min(width, offset), y: Math.max(0, offset - width) };
    lines.push(
      `M${(x + from.x).toFixed(1)} ${(y + from.y).toFixed(1)}L${(x + to.x).toFixed(1)} ${(y + to.y).toFixed(1)}`,
    );
  }
  return <path d={lines.join('')} fill="none" stroke={colour} strokeWidth={1.6} />;
}

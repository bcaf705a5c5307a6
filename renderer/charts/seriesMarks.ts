import type { Chart, Plugin } from 'chart.js';
import { endLabelPlaces } from '../../shared/charts/chartLabels.ts';
import type { ChartSpec } from '../../shared/charts/chartSpec.ts';
import { markStyles } from '../../shared/charts/markStyles.ts';
import { seriesLooks, type SeriesLook } from '../../shared/charts/seriesLooks.ts';
import { markPath } from '../briefing/Marks.tsx';
import { innerPaths } from '../briefing/SeriesMark.tsx';

/** A token of the theme, as canvas colours need it. */
export function css(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

/** "Investment: Colocation" in two lines, which the room beside a chart needs. */
export function barNameLines(name: string): string[] {
  return name.split(/(?<=:) /);
}

interface At {
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

function fillPath(ctx: CanvasRenderingContext2D, path: Path2D): void {
  ctx.fill(path);
}

function paintMark(
  ctx: CanvasRenderingContext2D,
  look: SeriesLook,
  colour: string,
  { x, y, size }: At,
): void {
  const inner = innerPaths[look.fill];
  const path = new Path2D(markPath(look.shape));
  ctx.save();
  ctx.translate(x - size / 2, y - size / 2);
  ctx.scale(size / 10, size / 10);
  ctx.setLineDash([]);
  ctx.fillStyle = look.fill === 'solid' ? colour : css('--surface');
  fillPath(ctx, path);
  if (look.fill !== 'solid') {
    ctx.strokeStyle = colour;
    ctx.lineWidth = 1.4;
    ctx.stroke(path);
  }
  ctx.fillStyle = colour;
  if (inner !== null) fillPath(ctx, new Path2D(inner));
  ctx.restore();
}

/** Two points of a line carry its mark, and those that no line joins; every observation does. */
function markedPoints({ shape, values }: ChartSpec['series'][number]): number[] {
  return values.flatMap((value, index) => {
    const isAlone = (values[index - 1] ?? null) === null && (values[index + 1] ?? null) === null;
    const isMarked = shape === 'point' || index % 16 === 8 || isAlone;
    return value !== null && isMarked ? [index] : [];
  });
}

function paintEndLabels(
  { ctx, chartArea, scales }: Chart,
  spec: ChartSpec,
  looks: readonly SeriesLook[],
): void {
  ctx.font = `600 11px ${css('--font-ui')}`;
  const upper = scales['y'];
  const ends = spec.series.flatMap(({ name, mark, shape, values }, index) => {
    const look = looks[index];
    const last = values.findLast((value) => value !== null) ?? 0;
    return shape === 'line' && look ? [{ name, mark, look, y: upper?.getPixelForValue(last) ?? 0 }] : [];
  });
  const places = endLabelPlaces(ends, {
    step: 14,
    top: upper?.top ?? chartArea.top,
    bottom: upper?.bottom ?? chartArea.bottom,
  });
  for (const { name, mark, look } of ends) {
    const y = places.get(name) ?? 0;
    paintMark(ctx, look, css(markStyles[mark].token), { x: chartArea.right + 14, y, size: 9 });
    ctx.fillStyle = css('--ink');
    ctx.fillText(name, chartArea.right + 22, y + 4);
  }
  const bars = spec.series.find(({ shape }) => shape === 'bar');
  const lower = scales['lower'];
  if (!bars || !lower) return;
  ctx.fillStyle = css('--ink');
  for (const [line, part] of barNameLines(bars.name).entries())
    ctx.fillText(part, chartArea.right + 10, lower.top + 14 + line * 14);
}

/** The marks of lines and observations, and the names of the lines at their ends. */
export function seriesMarks(spec: ChartSpec): Plugin {
  const looks = seriesLooks(spec);
  return {
    id: 'seriesMarks',
    afterDatasetsDraw(chart) {
      const { ctx } = chart;
      ctx.save();
      for (const [place, series] of spec.series.entries()) {
        const look = looks[place];
        if (!look || series.shape === 'bar') continue;
        const { data } = chart.getDatasetMeta(place);
        const size = series.shape === 'point' ? 8 : 9;
        for (const index of markedPoints(series)) {
          const at = data[index];
          if (at) paintMark(ctx, look, css(markStyles[series.mark].token), { x: at.x, y: at.y, size });
        }
      }
      paintEndLabels(chart, spec, looks);
      ctx.restore();
    },
  };
}

import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  type Plugin,
} from 'chart.js';
import { barNameLines, css, seriesMarks } from './seriesMarks.ts';
import { axisTicks } from '../../shared/charts/chartScale.ts';
import { fittingNote } from '../../shared/charts/chartLabels.ts';
import type { ChartSpec } from '../../shared/charts/chartSpec.ts';
import { markStyles } from '../../shared/charts/markStyles.ts';
import { seriesLooks } from '../../shared/charts/seriesLooks.ts';
import { formatNumber, type Language } from '../../shared/format/number.ts';

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
);

/** Hatch of the conversion gap and dotted halving lines behind the series, and what they are in words above. */
function annotations(spec: ChartSpec): Plugin {
  return {
    id: 'annotations',
    beforeDatasetsDraw({ ctx, chartArea, scales }) {
      const x = (index: number): number => scales['x']?.getPixelForValue(index) ?? 0;
      ctx.save();
      ctx.font = `11px ${css('--font-ui')}`;
      for (const { kind, fromIndex, toIndex } of spec.annotations) {
        const [from, to] = [x(fromIndex), x(toIndex)];
        ctx.strokeStyle = css(kind === 'gap' ? '--line-2' : '--ink-3');
        ctx.setLineDash(kind === 'gap' ? [] : [1.5, 3]);
        ctx.beginPath();
        if (kind === 'gap') {
          ctx.rect(from, chartArea.top, to - from, chartArea.height);
          ctx.save();
          ctx.clip();
          ctx.beginPath();
          for (let at = from - chartArea.height; at < to; at += 7) {
            ctx.moveTo(at, chartArea.top);
            ctx.lineTo(at + chartArea.height, chartArea.bottom);
          }
          ctx.stroke();
          ctx.restore();
        } else {
          ctx.moveTo(from, chartArea.top - 26);
          ctx.lineTo(from, chartArea.bottom);
          ctx.stroke();
        }
      }
      ctx.restore();
    },
    afterDatasetsDraw({ ctx, chartArea, scales, width }) {
      ctx.save();
      const x = (index: number): number => scales['x']?.getPixelForValue(index) ?? 0;
      ctx.font = `11px ${css('--font-ui')}`;
      const halvings = spec.annotations
        .filter(({ kind }) => kind === 'halving')
        .map(({ fromIndex }) => fromIndex);
      for (const { kind, fromIndex, toIndex, label, sub } of spec.annotations) {
        const isGap = kind === 'gap';
        const left = x(isGap ? toIndex : fromIndex) + 4;
        const y = isGap ? chartArea.bottom - 30 : chartArea.top - 18;
        const later = halvings.filter((index) => index > fromIndex);
        const room = (isGap || later.length === 0 ? width : x(Math.min(...later))) - left - 4;
        const words = fittingNote(sub, room, (text) => ctx.measureText(text).width);
        writeOnGround(ctx, label, left, y);
        writeOnGround(ctx, words, left, y + 13);
      }
      ctx.restore();
    },
  };
}

/** A text that no line runs through. */
function writeOnGround(ctx: CanvasRenderingContext2D, text: string, x: number, y: number): void {
  ctx.setLineDash([]);
  ctx.lineJoin = 'round';
  ctx.lineWidth = 3;
  ctx.strokeStyle = css('--surface');
  ctx.strokeText(text, x, y);
  ctx.fillStyle = css('--ink-2');
  ctx.fillText(text, x, y);
}

function datasets(spec: ChartSpec) {
  const looks = seriesLooks(spec);
  return spec.series.map(({ name, mark, shape, values }, index) => {
    const colour = css(markStyles[mark].token);
    if (shape === 'bar')
      return {
        type: 'bar' as const,
        label: name,
        data: [...values],
        backgroundColor: css('--ai-3'),
        borderColor: colour,
        yAxisID: 'lower',
      };
    return {
      type: 'line' as const,
      label: name,
      data: [...values],
      borderColor: colour,
      backgroundColor: colour,
      borderDash: [...(looks[index]?.dash ?? [])],
      borderWidth: shape === 'point' ? 0 : 1.8,
      showLine: shape !== 'point',
      stepped: true as const,
      yAxisID: 'y',
      // Marks are drawn by their own plugin, the same shapes as on paper and in tables.
      pointRadius: 0,
    };
  });
}

function valuesOf(spec: ChartSpec, isBar: boolean): number[] {
  return spec.series
    .filter(({ shape }) => (shape === 'bar') === isBar)
    .flatMap(({ values }) => values.filter((value) => value !== null));
}

/** Round ticks that hold zero, the same as on paper. */
function axisOf(values: readonly number[]) {
  const steps = axisTicks(Math.min(...values), Math.max(...values));
  return { min: steps[0] ?? 0, max: steps.at(-1) ?? 1, stepSize: (steps[1] ?? 1) - (steps[0] ?? 0) };
}

/** A year stands where it begins; every other one where they would touch. */
function yearTicks(labels: readonly string[]): string[] {
  const years = new Set(labels.map((label) => label.slice(0, 4)));
  const every = years.size > 10 ? 2 : 1;
  const ordered = [...years];
  return labels.map((label, index) => {
    const year = label.slice(0, 4);
    const isFirst = index === 0 || labels[index - 1]?.slice(0, 4) !== year;
    return isFirst && ordered.indexOf(year) % every === 0 ? year : '';
  });
}

/** Room for the names at the ends of the lines [px]; the face is 11 px. */
function labelWidth(spec: ChartSpec): number {
  const names = spec.series.flatMap(({ name, shape }) =>
    shape === 'line' ? [name] : shape === 'bar' ? barNameLines(name) : [],
  );
  const longest = Math.max(0, ...names.map((name) => name.length));
  return Math.min(240, Math.max(104, 28 + longest * 6.4));
}

/** Paints a spec on a canvas: lines above, investment below, both with zero shown. */
export function paintChart(canvas: HTMLCanvasElement, spec: ChartSpec, language: Language): Chart {
  const hasBars = spec.series.some(({ shape }) => shape === 'bar');
  const upper = axisOf(valuesOf(spec, false));
  const ticks = {
    color: css('--ink-2'),
    font: { size: 11 },
    callback: (value: string | number) => formatNumber(Number(value), language, 0),
  };
  return new Chart(canvas, {
    type: 'line',
    data: { labels: yearTicks(spec.x.labels), datasets: datasets(spec) },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      layout: { padding: { right: labelWidth(spec), top: 30 } },
      events: [],
      scales: {
        x: {
          grid: { display: false },
          ticks: {
            color: css('--ink-2'),
            font: { size: 11 },
            maxRotation: 0,
            autoSkip: false,
          },
        },
        // Chart.js stacks panels from below, in this order.
        ...(hasBars
          ? {
              lower: {
                stack: 'panels',
                stackWeight: 1,
                offset: true,
                beginAtZero: true,
                grid: { color: css('--grid') },
                ticks: { ...ticks, maxTicksLimit: 4 },
              },
            }
          : {}),
        y: {
          stack: 'panels',
          stackWeight: 3,
          min: upper.min,
          max: upper.max,
          grid: { color: css('--grid') },
          ticks: { ...ticks, stepSize: upper.stepSize },
        },
      },
    },
    plugins: [annotations(spec), seriesMarks(spec)],
  });
}

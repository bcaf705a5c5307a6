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
  type PointStyle,
} from 'chart.js';
import { axisTicks } from '../../shared/charts/chartScale.ts';
import type { ChartMark, ChartSpec } from '../../shared/charts/chartSpec.ts';
import { markStyles } from '../../shared/charts/markStyles.ts';
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

const pointOf: Readonly<Record<ChartMark, PointStyle>> = {
  keepMining: 'circle',
  refresh: 'rect',
  redeploy: 'triangle',
  colocation: 'rectRot',
  gpuCloud: 'triangle',
  alliance: 'star',
  hybrid: 'circle',
  sellSite: 'crossRot',
  own: 'star',
  published: 'circle',
  sellShell: 'crossRot',
};

function css(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

/** Hatch of the conversion gap and dotted halving lines, behind the series; names of the lines at their ends. */
function annotations(spec: ChartSpec): Plugin {
  return {
    id: 'annotations',
    beforeDatasetsDraw({ ctx, chartArea, scales }) {
      const x = (index: number): number => scales['x']?.getPixelForValue(index) ?? 0;
      ctx.save();
      ctx.font = `11px ${css('--font-ui')}`;
      for (const { kind, fromIndex, toIndex, label, sub } of spec.annotations) {
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
        ctx.fillStyle = css('--ink-2');
        const y = kind === 'gap' ? chartArea.bottom - 30 : chartArea.top - 18;
        ctx.fillText(label, (kind === 'gap' ? to : from) + 4, y);
        ctx.fillText(sub, (kind === 'gap' ? to : from) + 4, y + 13);
      }
      ctx.restore();
    },
    afterDatasetsDraw({ ctx, chartArea, scales }) {
      ctx.save();
      ctx.font = `600 11px ${css('--font-ui')}`;
      ctx.fillStyle = css('--ink');
      const yOf = (value: number): number => scales['y']?.getPixelForValue(value) ?? 0;
      const ends = spec.series
        .filter(({ shape }) => shape === 'line')
        .map(({ name, values }) => ({ name, y: yOf(values.findLast((value) => value !== null) ?? 0) }));
      const bars = spec.series.find(({ shape }) => shape === 'bar');
      const lower = scales['lower'];
      if (bars && lower) {
        ctx.textAlign = 'right';
        ctx.fillText(bars.name, chartArea.right, lower.bottom - 4);
        ctx.textAlign = 'left';
      }
      let last = -Infinity;
      for (const { name, y } of ends.toSorted((a, b) => a.y - b.y)) {
        last = Math.max(y, last + 14);
        ctx.fillText(name, chartArea.right + 10, last + 4);
      }
      ctx.restore();
    },
  };
}

function datasets(spec: ChartSpec) {
  return spec.series.map(({ name, mark, shape, values }) => {
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
    // Where neighbours are missing there is no line to see, only the point.
    const isAlone = (index: number): boolean =>
      values[index] !== null && (values[index - 1] ?? null) === null && (values[index + 1] ?? null) === null;
    const isPoints = shape === 'point';
    const isMarked = (index: number): boolean => isPoints || index % 16 === 8 || isAlone(index);
    return {
      type: 'line' as const,
      label: name,
      data: [...values],
      borderColor: colour,
      backgroundColor: colour,
      borderDash: [...markStyles[mark].dash],
      borderWidth: isPoints ? 0 : 1.8,
      showLine: !isPoints,
      // A point on the edge is drawn whole.
      ...(isPoints && { clip: false as const }),
      stepped: true as const,
      yAxisID: 'y',
      pointStyle: pointOf[mark],
      pointRotation: mark === 'gpuCloud' ? 180 : 0,
      pointRadius: values.map((_value, index) => (isMarked(index) ? 4 : 0)),
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
  const longest = Math.max(
    0,
    ...spec.series.filter(({ shape }) => shape === 'line').map(({ name }) => name.length),
  );
  return Math.min(220, Math.max(104, 16 + longest * 6.4));
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
    plugins: [annotations(spec)],
  });
}

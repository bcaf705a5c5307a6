import type { ChartMark, ChartSpec } from './chartSpec.ts';
import { markStyles } from './markStyles.ts';

/** How the inside of a mark is drawn; only a strategy's own mark is solid. */
export type MarkFill = 'solid' | 'hollow' | 'dotted' | 'crossed';

/** What tells a series of a chart from the others without colour: its dash, and the shape and inside of its marks. */
export interface SeriesLook {
  /** In px; empty is solid. */
  readonly dash: readonly number[];
  readonly shape: ChartMark;
  readonly fill: MarkFill;
}

const variants: readonly MarkFill[] = ['hollow', 'dotted', 'crossed'];
/** Shapes that stay apart at the size of a point. */
const pointShapes: readonly ChartMark[] = [
  'published',
  'refresh',
  'colocation',
  'redeploy',
  'gpuCloud',
  'alliance',
];
const spareDashes: readonly (readonly number[])[] = [
  [12, 3, 2, 3],
  [2, 5],
  [5, 2, 1, 2, 1, 2],
  [14, 6],
  [9, 2],
  [1, 6, 4, 6],
  [16, 3, 3, 3, 3, 3],
  [4, 8],
];

function isOneOf(dashes: readonly (readonly number[])[], dash: readonly number[]): boolean {
  return dashes.some((other) => other.join() === dash.join());
}

function variant(place: number): MarkFill {
  return variants[place % variants.length] ?? 'hollow';
}

/** A strategy never changes its look; where a mark comes twice in a chart, the later ones take another dash and inside. */
function lineLook(mark: ChartMark, before: number, used: readonly (readonly number[])[]): SeriesLook {
  if (before === 0) return { dash: markStyles[mark].dash, shape: mark, fill: 'solid' };
  const free = spareDashes.filter((dash) => !isOneOf(used, dash));
  const dash = free[0] ?? [];
  if (before <= variants.length) return { dash, shape: mark, fill: variant(before - 1) };
  // More of one mark than it has insides: other shapes, with an inside that points take last.
  const others = pointShapes.filter((shape) => shape !== mark);
  return { dash, shape: others[before - variants.length - 1] ?? mark, fill: 'crossed' };
}

/**
 * The looks of a chart's series, in their order: no two lines share a dash, no two series of points a mark, so that a
 * print without colour tells them apart.
 */
export function seriesLooks({ series }: Pick<ChartSpec, 'series'>): readonly SeriesLook[] {
  const used = series.filter(({ shape }) => shape === 'line').map(({ mark }) => markStyles[mark].dash);
  const lines = new Map<ChartMark, number>();
  let points = 0;
  return series.map(({ mark, shape }) => {
    if (shape === 'point') {
      const pointShape = pointShapes[points % pointShapes.length] ?? mark;
      const fill = variant(Math.floor(points / pointShapes.length));
      points += 1;
      return { dash: [], shape: pointShape, fill };
    }
    if (shape === 'bar') return { dash: [], shape: mark, fill: 'solid' };
    const before = lines.get(mark) ?? 0;
    lines.set(mark, before + 1);
    const look = lineLook(mark, before, used);
    used.push(look.dash);
    return look;
  });
}

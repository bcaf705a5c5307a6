import type { ReactElement } from 'react';
import type { ChartSpec } from '../../shared/charts/chartSpec.ts';
import type { AreaProps } from './chartParts.ts';
import { CurveMarks, curveHeight } from './CurveMarks.tsx';
import { FanMarks, fanHeight } from './FanMarks.tsx';
import { HistogramMarks, histogramHeight } from './HistogramMarks.tsx';
import { ScatterMarks, scatterHeight } from './ScatterMarks.tsx';
import { HeatMarks, heatHeight } from './HeatMarks.tsx';
import { TornadoMarks, tornadoHeight } from './TornadoMarks.tsx';

/** Charts that are drawn as shapes on screen too; undefined for those that the canvas paints. */
export function areaHeight({ kind, tornado, heatMap }: ChartSpec): number | undefined {
  if (kind === 'tornado') return tornadoHeight(tornado?.bars.length ?? 0);
  if (kind === 'heatMap') return heatHeight(heatMap?.rows.length ?? 0);
  if (kind === 'histogram') return histogramHeight;
  if (kind === 'fan') return fanHeight;
  if (kind === 'scatter') return scatterHeight;
  return kind === 'curve' ? curveHeight : undefined;
}

/** One drawing for paper and screen: only the palette and the width differ. */
export function AreaMarks(props: AreaProps): ReactElement | null {
  const { kind } = props.spec;
  if (kind === 'tornado') return <TornadoMarks {...props} />;
  if (kind === 'histogram') return <HistogramMarks {...props} />;
  if (kind === 'fan') return <FanMarks {...props} />;
  if (kind === 'scatter') return <ScatterMarks {...props} />;
  return kind === 'heatMap' ? <HeatMarks {...props} /> : <CurveMarks {...props} />;
}

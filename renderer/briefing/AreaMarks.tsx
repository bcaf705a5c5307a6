import type { ReactElement } from 'react';
import type { ChartSpec } from '../../shared/charts/chartSpec.ts';
import type { AreaProps } from './chartParts.ts';
import { CurveMarks, curveHeight } from './CurveMarks.tsx';
import { HeatMarks, heatHeight } from './HeatMarks.tsx';
import { TornadoMarks, tornadoHeight } from './TornadoMarks.tsx';

/** Charts that are drawn as shapes on screen too; undefined for those that the canvas paints. */
export function areaHeight({ kind, tornado, heatMap }: ChartSpec): number | undefined {
  if (kind === 'tornado') return tornadoHeight(tornado?.bars.length ?? 0);
  if (kind === 'heatMap') return heatHeight(heatMap?.rows.length ?? 0);
  return kind === 'curve' ? curveHeight : undefined;
}

/** One drawing for paper and screen: only the palette and the width differ. */
export function AreaMarks(props: AreaProps): ReactElement | null {
  const { kind } = props.spec;
  if (kind === 'tornado') return <TornadoMarks {...props} />;
  return kind === 'heatMap' ? <HeatMarks {...props} /> : <CurveMarks {...props} />;
}

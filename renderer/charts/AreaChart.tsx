import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { ChartSpec } from '../../shared/charts/chartSpec.ts';
import type { Language } from '../../shared/format/number.ts';
import { AreaMarks } from '../briefing/AreaMarks.tsx';
import { screenPalette } from '../briefing/palette.ts';

const leastWidth = 420;

/** A chart of areas with text on them, drawn to the width it has: its text keeps its size. */
export function AreaChart({
  spec,
  language,
  height,
  focus,
}: {
  readonly spec: ChartSpec;
  readonly language: Language;
  readonly height: number;
  readonly focus: { readonly index: number; readonly series: number } | undefined;
}): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!box.current) return undefined;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  const drawn = Math.max(leastWidth, width);
  return (
    <div ref={box} className="area-chart">
      {width === 0 ? null : (
        <svg
          width={drawn}
          height={height}
          viewBox={`0 0 ${drawn} ${height}`}
          fontSize={screenPalette.textSize}
          aria-hidden="true"
        >
          <AreaMarks spec={spec} language={language} palette={screenPalette} width={drawn} focus={focus} />
        </svg>
      )}
    </div>
  );
}

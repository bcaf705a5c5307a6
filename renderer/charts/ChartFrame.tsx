import { useCallback, useEffect, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import type { ChartSpec } from '../../shared/charts/chartSpec.ts';
import { spokenPoint } from '../../shared/charts/spokenPoint.ts';
import { areaHeight } from '../briefing/AreaMarks.tsx';
import { useLetterKey } from '../ui/useLetterKey.ts';
import { useText } from '../ui/useText.ts';
import { AreaChart } from './AreaChart.tsx';
import { ChartLegend } from './ChartLegend.tsx';
import { ChartMenu } from './ChartMenu.tsx';
import { ChartTable } from './ChartTable.tsx';
import { paintChart } from './paintChart.ts';

/** A chart with its table twin: T changes between them, arrow keys read the points. */
export function ChartFrame({ spec }: { readonly spec: ChartSpec }): ReactElement {
  const { language, text } = useText();
  const [isTable, setIsTable] = useState(false);
  const [point, setPoint] = useState({ index: 0, series: 0 });
  const [spoken, setSpoken] = useState('');
  const canvas = useRef<HTMLCanvasElement>(null);
  const frame = useRef<HTMLElement>(null);
  const height = areaHeight(spec);
  const toggle = useCallback(() => setIsTable((before) => !before), []);
  // Where several charts stand on a page, the key means the one it was pressed in.
  const toggleByKey = useCallback(
    (event: globalThis.KeyboardEvent) => {
      const held = event
        .composedPath()
        .find((place) => place instanceof Element && place.matches('.chart-frame'));
      if (held === undefined || held === frame.current) toggle();
    },
    [toggle],
  );
  useLetterKey('t', toggleByKey);
  useEffect(() => {
    if (isTable || !canvas.current) return undefined;
    const target = canvas.current;
    let chart = paintChart(target, spec, language);
    const repaint = () => {
      chart.destroy();
      chart = paintChart(target, spec, language);
    };
    // Canvas colours are read once, so another theme needs another painting.
    const observer = new MutationObserver(repaint);
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    return () => {
      observer.disconnect();
      chart.destroy();
    };
  }, [spec, isTable, language]);
  const read = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, readonly [number, number]>> = {
      ArrowRight: [1, 0],
      ArrowLeft: [-1, 0],
      ArrowDown: [0, 1],
      ArrowUp: [0, -1],
      Home: [-1e9, 0],
      End: [1e9, 0],
    };
    const step = steps[event.key];
    if (!step || isTable) return;
    event.preventDefault();
    const within = (value: number, count: number): number => Math.min(count - 1, Math.max(0, value));
    const next = {
      index: within(point.index + step[0], spec.x.labels.length),
      series: within(point.series + step[1], spec.series.length),
    };
    setPoint(next);
    setSpoken(spokenPoint(spec, next, language, text.missing));
  };
  return (
    <figure ref={frame} className="chart-frame">
      <figcaption>
        <b>{spec.title}</b> <span className="note">{spec.subtitle}</span>
        <span className="grow" />
        <button type="button" className="btn" aria-pressed={isTable} onClick={toggle}>
          {isTable ? text.chart : text.table} <kbd>T</kbd>
        </button>
        <ChartMenu spec={spec} />
      </figcaption>
      {isTable ? (
        <ChartTable spec={spec} />
      ) : (
        <div
          className={height === undefined ? 'canvas-box' : 'area-box'}
          role="application"
          aria-label={`${spec.title}. ${spec.sentence} ${text.pointHint}`}
          tabIndex={0}
          onKeyDown={read}
        >
          {height === undefined ? (
            <canvas ref={canvas} />
          ) : (
            <AreaChart
              spec={spec}
              language={language}
              height={height}
              focus={spoken === '' ? undefined : point}
            />
          )}
        </div>
      )}
      {isTable || height !== undefined ? null : <ChartLegend spec={spec} />}
      <p className="note" aria-live="polite">
        {spoken === '' ? spec.note : spoken}
      </p>
    </figure>
  );
}

import { useMemo, type ReactElement } from 'react';
import { tornadoChart } from '../../../shared/charts/tornadoChart.ts';
import type { InputKey } from '../../../shared/engine/analysis/inputTable.ts';
import type { SiteFigures } from '../../../shared/engine/analysis/siteAnalysis.ts';
import type { RiskResult } from '../../../shared/engine/risk/riskResult.ts';
import type { SiteSwings } from '../../../shared/engine/risk/tornado.ts';
import { tornadoOf, type Tornado } from '../../../shared/engine/risk/tornado.ts';
import { riskText } from '../../../shared/text/riskText.ts';
import { inputNames } from '../../../shared/text/riskWords.ts';
import { fill } from '../../../shared/text/screenText.ts';
import { withStaleNote } from '../../../shared/text/stalenessText.ts';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { useClock } from '../../ui/useClock.ts';
import { useText } from '../../ui/useText.ts';
import { useResult } from './useResult.ts';

function Named({ summary, keys }: { readonly summary: string; readonly keys: readonly InputKey[] }) {
  const { language } = useText();
  return keys.length === 0 ? null : (
    <details>
      <summary>{fill(summary, { count: keys.length })}</summary>
      <p>{inputNames(keys, language)}</p>
    </details>
  );
}

/** R7.1b Inputs that are in no bar, and why. */
function NotMoved({ tornado }: { readonly tornado: Tornado }): ReactElement {
  const { language } = useText();
  const t = riskText[language];
  return (
    <div className="findings">
      <Named summary={t.withoutRange} keys={tornado.withoutRange} />
      <Named summary={t.withoutEffect} keys={tornado.withoutEffect} />
      <Named summary={t.notComputableInputs} keys={tornado.notComputable} />
    </div>
  );
}

/** Why a result has no value in force. */
function whyNot(analysis: SiteFigures, { strategy }: RiskResult, language: 'de' | 'en'): string {
  const t = riskText[language];
  const lacks = analysis.strategies.flatMap((outcome) =>
    outcome.computable || (outcome.kind !== strategy && outcome.kind !== 'keepMining') ? [] : outcome.missing,
  );
  const keys = [...new Set(lacks)] as InputKey[];
  return keys.length === 0 ? t.noMining : fill(t.missing, { inputs: inputNames(keys, language) });
}

function Known({
  analysis,
  swings,
}: {
  readonly analysis: SiteFigures;
  readonly swings: SiteSwings;
}): ReactElement {
  const { language } = useText();
  const t = riskText[language];
  const clock = useClock();
  const result = useResult(swings);
  const tornado = useMemo(() => tornadoOf(swings, result), [swings, result]);
  const spec = useMemo(() => tornadoChart(tornado, language), [tornado, language]);
  return (
    <>
      {spec ? (
        <ChartFrame spec={withStaleNote(spec, analysis.inputs, clock, language)} />
      ) : (
        <p className="pad" role="status">
          {fill(t.notComputable, { why: whyNot(analysis, result, language) })}
        </p>
      )}
      <NotMoved tornado={tornado} />
    </>
  );
}

/** P13 What moves the result: every input at the ends of its own sourced range. */
export function TornadoPanel({
  analysis,
  swings,
}: {
  readonly analysis: SiteFigures;
  readonly swings: SiteSwings | null;
}): ReactElement {
  const { language, text } = useText();
  return (
    <section className="risk-panel" aria-label={riskText[language].tornadoTitle}>
      {swings ? (
        <Known analysis={analysis} swings={swings} />
      ) : (
        <p className="pad" role="status">
          {text.computing}
        </p>
      )}
    </section>
  );
}

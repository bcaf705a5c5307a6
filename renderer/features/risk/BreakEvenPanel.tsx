import { useMemo, useState, type ReactElement } from 'react';
import { plannedStrategies } from '../../../shared/engine/analysis/sitePlans.ts';
import type { SiteFigures } from '../../../shared/engine/analysis/siteAnalysis.ts';
import type { Rival } from '../../../shared/engine/risk/breakEven.ts';
import { gridAxis } from '../../../shared/engine/risk/sensitivity.ts';
import type { SiteSwings } from '../../../shared/engine/risk/tornado.ts';
import { isStrategyKind, type StrategyKind } from '../../../shared/engine/strategy/verdict.ts';
import { riskText, type RiskText } from '../../../shared/text/riskText.ts';
import { strategyNames } from '../../../shared/text/strategyNames.ts';
import { findBreakEven } from '../../flows/loadRisk.ts';
import { useApp } from '../../store/appStore.ts';
import { useText } from '../../ui/useText.ts';
import { BreakEvenAnswer } from './BreakEvenAnswer.tsx';
import { InputChoice } from './InputChoice.tsx';
import { movableInputs, type MovableInput } from './movableInputs.ts';
import { QuantityInput } from './QuantityInput.tsx';
import { useResult } from './useResult.ts';

/** The question as it is being put; a number is null while it cannot be read. */
interface Draft {
  readonly input: MovableInput;
  readonly low: number | null;
  readonly high: number | null;
  readonly strategy: StrategyKind;
  readonly rival: StrategyKind | 'amount';
  readonly amountUsdPerMw: number | null;
  readonly along: MovableInput | null;
}

function problemOf({ input, low, high, strategy, rival, amountUsdPerMw, along }: Draft, t: RiskText) {
  if (strategy === rival) return t.sameSides;
  if (along?.key === input.key) return t.sameAxes;
  if (rival === 'amount' && amountUsdPerMw === null) return t.amountLabel;
  return low === null || high === null || low >= high ? t.badRange : null;
}

function StrategyChoice({
  label,
  value,
  strategies,
  other,
  onChoose,
}: {
  readonly label: string;
  readonly value: string;
  readonly strategies: readonly StrategyKind[];
  readonly other?: { readonly value: string; readonly label: string };
  readonly onChoose: (value: string) => void;
}): ReactElement {
  const { language } = useText();
  return (
    <label className="inline">
      {label}{' '}
      <select value={value} onChange={(event) => onChoose(event.target.value)}>
        {strategies.map((kind) => (
          <option key={kind} value={kind}>
            {strategyNames[language][kind]}
          </option>
        ))}
        {other ? <option value={other.value}>{other.label}</option> : null}
      </select>
    </label>
  );
}

/** The two sides of the question. */
function Sides({
  draft,
  strategies,
  onChange,
}: {
  readonly draft: Draft;
  readonly strategies: readonly StrategyKind[];
  readonly onChange: (change: Partial<Draft>) => void;
}): ReactElement {
  const { language } = useText();
  const t = riskText[language];
  return (
    <div className="risk-question">
      <StrategyChoice
        label={t.strategy}
        value={draft.strategy}
        strategies={strategies}
        onChoose={(value) => {
          if (isStrategyKind(value)) onChange({ strategy: value });
        }}
      />
      <StrategyChoice
        label={t.isAsGoodAs}
        value={draft.rival}
        strategies={strategies}
        other={{ value: 'amount', label: t.amount }}
        onChoose={(value) => onChange({ rival: isStrategyKind(value) ? value : 'amount' })}
      />
      {draft.rival === 'amount' ? (
        <QuantityInput
          label={t.amountLabel}
          input={{ key: 'amount', unit: '' }}
          value={(draft.amountUsdPerMw ?? 0) / 1e6}
          onRead={(millions) => onChange({ amountUsdPerMw: millions === null ? null : millions * 1e6 })}
        />
      ) : null}
    </div>
  );
}

/** The input that is looked for, where, and along which second one. */
function Where({
  draft,
  inputs,
  onChange,
}: {
  readonly draft: Draft;
  readonly inputs: readonly MovableInput[];
  readonly onChange: (change: Partial<Draft>) => void;
}): ReactElement {
  const { language } = useText();
  const t = riskText[language];
  const { input } = draft;
  return (
    <div className="risk-question">
      <InputChoice
        label={t.input}
        inputs={inputs}
        value={input.key}
        onChoose={(chosen) => {
          if (chosen) onChange({ input: chosen, ...chosen.search });
        }}
      />
      <QuantityInput
        key={`${input.key} from`}
        label={t.searchFrom}
        input={input}
        value={input.search.low}
        onRead={(low) => onChange({ low })}
      />
      <QuantityInput
        key={`${input.key} to`}
        label={t.searchTo}
        input={input}
        value={input.search.high}
        onRead={(high) => onChange({ high })}
      />
      <InputChoice
        label={t.along}
        inputs={inputs}
        value={draft.along?.key ?? null}
        none={t.noSecond}
        onChoose={(along) => onChange({ along })}
      />
    </div>
  );
}

function Finder({
  analysis,
  swings,
}: {
  readonly analysis: SiteFigures;
  readonly swings: SiteSwings;
}): ReactElement | null {
  const { language } = useText();
  const t = riskText[language];
  const evidence = useApp((state) => state.evidence);
  const { strategy: looked } = useResult(swings);
  const inputs = useMemo(() => movableInputs(analysis, swings, language), [analysis, swings, language]);
  const computable = plannedStrategies.filter((kind) =>
    analysis.strategies.some((outcome) => outcome.kind === kind && outcome.computable),
  );
  const first = inputs.find(({ key }) => key === 'btcPriceUsd') ?? inputs[0];
  const [changed, setChanged] = useState<Partial<Draft>>({});
  if (!first || !evidence || computable.length === 0) return null;
  const strategy = looked === 'bestConversion' ? 'colocation' : looked;
  const draft: Draft = {
    input: first,
    ...first.search,
    strategy: computable.includes(strategy) ? strategy : (computable[0] ?? 'keepMining'),
    rival: computable.includes('keepMining') && strategy !== 'keepMining' ? 'keepMining' : 'amount',
    amountUsdPerMw: 0,
    along: null,
    ...changed,
  };
  const problem = problemOf(draft, t);
  const find = (): void => {
    const { input, low, high, rival, amountUsdPerMw, along } = draft;
    if (problem !== null || low === null || high === null) return;
    const against: Rival =
      rival === 'amount'
        ? { kind: 'amount', usdPerGridMw: amountUsdPerMw ?? 0 }
        : { kind: 'strategy', strategy: rival };
    void findBreakEven(
      evidence,
      { key: input.key, low, high, strategy: draft.strategy, rival: against },
      along && gridAxis(along, 'x'),
    );
  };
  const change = (part: Partial<Draft>): void => setChanged((before) => ({ ...before, ...part }));
  return (
    <>
      <form
        className="risk-form"
        onSubmit={(event) => {
          event.preventDefault();
          find();
        }}
      >
        <Sides draft={draft} strategies={computable} onChange={change} />
        <Where draft={draft} inputs={inputs} onChange={change} />
        <button type="submit" className="btn" aria-disabled={problem !== null}>
          {t.find}
        </button>
        <span className="neg" role="status">
          {problem ?? ''}
        </span>
      </form>
      <BreakEvenAnswer siteId={evidence.siteId} swings={swings} inputs={inputs} />
    </>
  );
}

/** P32 At which value of an input two strategies are equal. */
export function BreakEvenPanel({
  analysis,
  swings,
}: {
  readonly analysis: SiteFigures;
  readonly swings: SiteSwings | null;
}): ReactElement | null {
  const { language } = useText();
  const t = riskText[language];
  return swings ? (
    <section className="risk-panel" aria-label={t.findTitle}>
      <h2 className="pad-head">{t.findTitle}</h2>
      <p className="note pad-head">{t.findLead}</p>
      <Finder analysis={analysis} swings={swings} />
    </section>
  ) : null;
}

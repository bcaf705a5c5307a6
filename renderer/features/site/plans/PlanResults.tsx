import type { ReactElement } from 'react';
import type { PlanResultField, ResultField } from '../../../../shared/engine/analysis/resultFields.ts';
import { planAdvantage } from '../../../../shared/engine/analysis/planAdvantage.ts';
import type { PlanRef } from '../../../../shared/engine/analysis/planFlows.ts';
import type {
  FinancingFigures,
  OwnPlanOutcome,
  SiteFigures,
} from '../../../../shared/engine/analysis/siteAnalysis.ts';
import {
  formatDate,
  formatMillions,
  formatNumber,
  formatPercent,
  formatPlain,
} from '../../../../shared/format/number.ts';
import { findingSentence } from '../../../../shared/text/findingSentence.ts';
import { inputLabel } from '../../../../shared/text/inputLabels.ts';
import { planText } from '../../../../shared/text/planText.ts';
import { fill } from '../../../../shared/text/screenText.ts';
import { useApp } from '../../../store/appStore.ts';
import { ResultButton } from '../../../ui/ResultButton.tsx';
import { useText } from '../../../ui/useText.ts';

interface Row {
  readonly field: ResultField | PlanResultField;
  readonly label: string;
  readonly value: number | null;
  readonly shown: (value: number) => string;
  readonly unit: string;
  /** What no value means here; "not applicable" where it is not said. */
  readonly none?: string;
}

type Computed = Extract<OwnPlanOutcome, { computable: true }>;

function useValueRows({ figures, power }: Computed): readonly Row[] {
  const { language, text } = useText();
  const t = planText[language];
  const millions = (value: number) => formatMillions(value, language, 1);
  const percent = (value: number) => formatPercent(value, language);
  return [
    { field: 'npvUsd', label: text.npv, value: figures.npvUsd, shown: millions, unit: text.millionUsd },
    {
      field: 'npvUsdPerGridMw',
      label: text.perMw,
      value: figures.npvUsdPerGridMw,
      shown: (value) => formatNumber(value / 1e6, language, 2),
      unit: text.millionPerMw,
    },
    { field: 'irrPerYear', label: text.irr, value: figures.irrPerYear, shown: percent, unit: text.percent },
    {
      field: 'paybackMonths',
      label: text.payback,
      value: figures.paybackMonths,
      shown: (value) => formatNumber(value / 12, language, 1),
      unit: text.years,
    },
    {
      field: 'peakFundingUsd',
      label: text.peak,
      value: figures.peakFundingUsd,
      shown: millions,
      unit: text.millionUsd,
    },
    {
      field: 'terminalShareOfNpv',
      label: text.terminal,
      value: figures.terminalShareOfNpv,
      shown: percent,
      unit: text.shareOfNpv,
    },
    { field: 'yieldOnCost', label: text.yieldFirst, value: figures.yieldOnCost, shown: percent, unit: '%' },
    {
      field: 'yieldOnCostTermAverage',
      label: text.yieldAverage,
      value: figures.yieldOnCostTermAverage,
      shown: percent,
      unit: '%',
    },
    {
      field: 'flexibleMw',
      label: t.flexible,
      value: power.flexibleMw,
      shown: (value) => formatPlain(value, language),
      unit: t.gridMw,
    },
  ];
}

function useFinanceRows(
  financing: FinancingFigures | null,
  ratePerYear: number,
  months: readonly string[],
): readonly Row[] {
  const { language, text } = useText();
  const t = planText[language];
  if (!financing) return [];
  const millions = (value: number) => formatMillions(value, language, 1);
  const percent = (value: number) => formatPercent(value, language);
  const ratio = (value: number) => formatNumber(value, language, 2);
  const month = (value: number) => {
    const name = months[value];
    return name === undefined ? fill(t.month, { month: value }) : formatDate(name, language);
  };
  const money = (field: PlanResultField, label: string, value: number | null): Row => ({
    field,
    label,
    value,
    shown: millions,
    unit: text.millionUsd,
  });
  const covenant = [
    { field: 'lockUpMonth', label: t.lockUp, value: financing.covenant?.lockUpMonth ?? null },
    { field: 'breachMonth', label: t.breach, value: financing.covenant?.breachMonth ?? null },
  ] as const;
  return [
    money(
      'npvAfterTaxUsd',
      fill(t.atRate, { label: t.afterTax, rate: `${percent(ratePerYear)}\u00a0%` }),
      financing.npvAfterTaxUsd,
    ),
    money('equityNpvUsd', t.equityNpv, financing.equityNpvUsd),
    {
      field: 'equityIrrPerYear',
      label: t.equityIrr,
      value: financing.equityIrrPerYear,
      shown: percent,
      unit: '%',
    },
    money('commitmentUsd', t.commitment, financing.commitmentUsd),
    money('debtCapacityUsd', t.debtCapacity, financing.debtCapacityUsd),
    { field: 'minDscr', label: t.minDscr, value: financing.minDscr, shown: ratio, unit: '×' },
    { field: 'averageDscr', label: t.averageDscr, value: financing.averageDscr, shown: ratio, unit: '×' },
    ...covenant.map(({ field, label, value }): Row => ({
      field,
      label,
      value,
      shown: month,
      unit: '',
      // A covenant that was tested and holds is an answer; one that was not tested is none.
      none: financing.covenant ? t.never : text.notApplicable,
    })),
  ];
}

function Rows({ rows, plan }: { readonly rows: readonly Row[]; readonly plan: PlanRef }): ReactElement {
  const { text } = useText();
  return (
    <dl className="rows">
      {rows.map(({ field, label, value, shown, unit, none }) => (
        <div key={field}>
          <dt>{label}</dt>
          <dd>
            {value === null ? (
              <span className={none === text.missing ? 'miss' : 'na'}>{none ?? text.notApplicable}</span>
            ) : (
              <>
                <ResultButton
                  field={field}
                  value={value}
                  title={label}
                  display={shown(value)}
                  unit={unit}
                  plan={plan}
                />
                <span className="u">{unit}</span>
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What is remarkable of the plan, in words; too much power comes first. */
function Remarks({
  outcome,
  months,
}: {
  readonly outcome: OwnPlanOutcome;
  readonly months: readonly string[];
}): ReactElement | null {
  const { language } = useText();
  const t = planText[language];
  const { overload } = outcome.power;
  const sentences = [
    ...(overload
      ? [
          fill(t.powerOver, {
            needed: formatPlain(overload.neededMw, language),
            available: formatPlain(overload.availableMw, language),
            month: formatDate(months[overload.month] ?? '', language),
          }),
        ]
      : []),
    ...outcome.findings.map((finding) => findingSentence(finding, language)),
  ];
  if (sentences.length === 0) return null;
  return (
    <ul className="plan-remarks">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

function Computed({
  outcome,
  analysis,
}: {
  readonly outcome: Computed;
  readonly analysis: SiteFigures;
}): ReactElement {
  const { language, text } = useText();
  const currentUse = useApp((state) => state.evidence?.currentUse ?? null);
  const t = planText[language];
  const plan: PlanRef = { kind: 'own', id: outcome.id };
  const values = useValueRows(outcome);
  const finance = useFinanceRows(outcome.financing, outcome.figures.discountRatePerYear, analysis.months);
  const advantage = planAdvantage(outcome, analysis, { currentUse });
  const against: Row = {
    field: 'advantageUsd',
    label: t.toKeep,
    value: typeof advantage === 'number' ? advantage : null,
    none: advantage === 'missing' ? text.missing : text.notApplicable,
    shown: (value) => formatMillions(value, language, 1),
    unit: planText[language].millionUsd,
  };
  return (
    <>
      <Rows rows={[...values.slice(0, 2), against, ...values.slice(2)]} plan={plan} />
      {finance.length > 0 ? (
        <>
          <h3>{`${t.loans}, ${t.tax}`}</h3>
          <Rows rows={finance} plan={plan} />
        </>
      ) : null}
    </>
  );
}

/** What the plan is worth, beside the strategies; or what is missing for it. */
export function PlanResults({
  outcome,
  analysis,
}: {
  readonly outcome: OwnPlanOutcome;
  readonly analysis: SiteFigures;
}): ReactElement {
  const { language, text } = useText();
  const t = planText[language];
  return (
    <section className="plan-results" aria-label={t.results} aria-live="polite">
      <h3>{t.results}</h3>
      <Remarks outcome={outcome} months={analysis.months} />
      {outcome.computable ? (
        <Computed outcome={outcome} analysis={analysis} />
      ) : (
        <p>
          {text.notComputable}.
          {outcome.missing.length === 0
            ? null
            : ` ${fill(text.missingInputs, {
                names: outcome.missing.map((key) => inputLabel(key, language)).join(', '),
              })}`}
        </p>
      )}
      <p className="note">{t.notRanked}</p>
    </section>
  );
}

import type { ReactElement } from 'react';
import type {
  Distribution,
  Estimate,
  MonteCarloResult,
  PlanDistribution,
} from '../../../../shared/engine/montecarlo/monteCarloResult.ts';
import { monteCarloText } from '../../../../shared/text/monteCarloText.ts';
import { millions, shareWithError, withError } from '../../../../shared/text/monteCarloWords.ts';
import { StrategyMark } from '../../../briefing/Marks.tsx';
import { DataTable } from '../../../ui/DataTable.tsx';
import type { Column } from '../../../ui/tableColumns.ts';
import { useText } from '../../../ui/useText.ts';
import { usePlanNames } from './usePlanNames.ts';

const none: Estimate = { value: NaN, standardError: NaN };

function exceeded({ percentiles }: Distribution, share: number): Estimate {
  return percentiles.find(({ exceededWith }) => exceededWith === share) ?? none;
}

/** Every plan over all draws: what it exceeds with which probability, each figure with its error. */
export function PlansTable({ result }: { readonly result: MonteCarloResult }): ReactElement {
  const { language } = useText();
  const t = monteCarloText[language];
  const nameOf = usePlanNames();
  const money = (
    id: string,
    head: string,
    of: (plan: PlanDistribution) => Estimate,
  ): Column<PlanDistribution> => ({
    id,
    head,
    unit: t.unitM,
    numeric: true,
    sortBy: (plan) => of(plan).value / 1e6,
    cell: (plan) => withError(of(plan), language),
  });
  const columns: Column<PlanDistribution>[] = [
    {
      id: 'plan',
      head: t.strategy,
      sortBy: ({ plan }) => nameOf(plan),
      cell: ({ plan }) => (
        <>
          <StrategyMark mark={plan.kind === 'strategy' ? plan.strategy : 'own'} />
          {nameOf(plan)}
        </>
      ),
    },
    money('p90', t.p90, ({ npvUsd }) => exceeded(npvUsd, 0.9)),
    money('p50', t.p50, ({ npvUsd }) => exceeded(npvUsd, 0.5)),
    money('p10', t.p10, ({ npvUsd }) => exceeded(npvUsd, 0.1)),
    money('mean', t.mean, ({ npvUsd }) => npvUsd.mean),
    money('cvar', t.cvar, ({ npvUsd }) => npvUsd.cvar05),
    {
      id: 'above',
      head: t.above,
      unit: t.unitShare,
      numeric: true,
      sortBy: ({ npvUsd }) => npvUsd.probabilityAboveZero.value * 100,
      cell: ({ npvUsd }) => shareWithError(npvUsd.probabilityAboveZero, language),
    },
    {
      id: 'best',
      head: t.best,
      unit: t.unitShare,
      numeric: true,
      sortBy: ({ probabilityBest }) => (probabilityBest === null ? null : probabilityBest.value * 100),
      cell: ({ probabilityBest }) =>
        probabilityBest === null ? '' : shareWithError(probabilityBest, language),
    },
    {
      id: 'base',
      head: t.baseNpv,
      unit: t.unitM,
      numeric: true,
      optional: true,
      sortBy: ({ baseNpvUsd }) => baseNpvUsd / 1e6,
      cell: ({ baseNpvUsd }) => millions(baseNpvUsd, language),
    },
  ];
  return (
    <DataTable
      label={t.tableTitle}
      rows={result.plans}
      rowKey={({ plan }) => (plan.kind === 'strategy' ? plan.strategy : plan.id)}
      columns={columns}
      isBest={({ plan }) => plan.kind === 'strategy' && plan.strategy === result.ranking?.first}
    />
  );
}

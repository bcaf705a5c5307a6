import type { ReactElement } from 'react';
import { periodsOf, sumsBy } from '../../../shared/charts/planPeriods.ts';
import { isSamePlan, type PlanRef } from '../../../shared/engine/analysis/planFlows.ts';
import { formatNumber } from '../../../shared/format/number.ts';
import { curtailmentSentences, curtailmentText } from '../../../shared/text/curtailmentText.ts';
import { useApp } from '../../store/appStore.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { useText } from '../../ui/useText.ts';

/** P41 What the hybrid or an own plan gives up of the site's flexibility; nothing for other plans. */
export function CurtailmentNote({ plan }: { readonly plan: PlanRef }): ReactElement | null {
  const { language } = useText();
  const t = curtailmentText[language];
  const view = useApp((state) => state.views?.curtailment.find((one) => isSamePlan(one.plan, plan)));
  if (!view) return null;
  const periods = periodsOf(view.months, true);
  const lost = sumsBy(periods, view.lostCreditsUsd);
  return (
    <section className="curtailment" aria-label={t.heading}>
      <h2>{t.heading}</h2>
      <ul>
        {curtailmentSentences(view, language).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {lost.every((usd) => usd === 0) ? null : (
        <details>
          <summary>{t.byYear}</summary>
          <DataTable
            label={t.byYear}
            rows={periods.labels.map((_label, year) => year)}
            rowKey={String}
            columns={[
              { id: 'year', head: t.year, cell: (year) => periods.labels[year] ?? '' },
              {
                id: 'lost',
                head: t.lostHead,
                unit: t.thousandUsd,
                numeric: true,
                sortBy: (year) => lost[year] ?? 0,
                cell: (year) => formatNumber((lost[year] ?? 0) / 1e3, language, 0),
                exported: { unit: 'USD', of: (year) => lost[year] ?? 0 },
              },
            ]}
          />
        </details>
      )}
    </section>
  );
}

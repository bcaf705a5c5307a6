import { useEffect, useMemo, useState, type ReactElement } from 'react';
import { priceKindWord } from '../../../shared/charts/backcastCharts.ts';
import { gpuPriceChart } from '../../../shared/charts/gpuPriceChart.ts';
import type { GpuPriceObservation } from '../../../shared/domain/gpuPrices.ts';
import type { GpuHourView } from '../../../shared/engine/analysis/gpuHour.ts';
import type { FigureKey } from '../../../shared/engine/explain/figureKeys.ts';
import { formatDate, formatNumber, formatPlain } from '../../../shared/format/number.ts';
import { gpuHourText } from '../../../shared/text/gpuHourText.ts';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { loadGpuPrices } from '../../flows/loadGpuPrices.ts';
import { useApp } from '../../store/appStore.ts';
import { ResultButton } from '../../ui/ResultButton.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { useText } from '../../ui/useText.ts';
import { strategyPlan } from './planRefs.ts';

type Computed = Extract<GpuHourView, { computable: true }>;
type Life = Computed['lives'][number];

/** R5.14 How the cost of an hour falls with the life of the GPUs, beside what the plan earns. */
function LifeTable({ view }: { readonly view: Computed }): ReactElement {
  const { language, text } = useText();
  const t = gpuHourText[language];
  const { levelisedPriceUsdPerGpuHour: price } = view;
  const plan = strategyPlan('gpuCloud');
  const result = (field: FigureKey, head: string, { lifeMonths, isCurrent }: Life, value: number | null) => {
    if (value === null) return <span className="na">{text.notApplicable}</span>;
    const life = `${formatPlain(lifeMonths, language)}\u00a0${t.months}`;
    return (
      <ResultButton
        field={field}
        value={value}
        title={isCurrent ? head : `${head}, ${t.life}: ${life}`}
        display={formatNumber(value, language, 2)}
        unit={t.unit}
        plan={plan}
        tried={isCurrent ? undefined : { key: 'gpuLifeMonths', value: lifeMonths }}
      />
    );
  };
  const dollars = (value: number | null): ReactElement =>
    value === null ? (
      <span className="na">{text.notApplicable}</span>
    ) : (
      <span className={value < 0 ? 'neg' : ''}>{formatNumber(value, language, 2)}</span>
    );
  const margin = ({ lcocUsdPerGpuHour: cost }: Life) =>
    price === null || cost === null ? null : price - cost;
  return (
    <>
      <h2>{t.costs}</h2>
      <DataTable
        label={t.costs}
        rows={view.lives}
        rowKey={({ lifeMonths }) => String(lifeMonths)}
        isBest={({ isCurrent }) => isCurrent}
        columns={[
          {
            id: 'life',
            head: t.life,
            unit: t.months,
            cell: ({ lifeMonths, isCurrent }) => (
              <>
                {formatPlain(lifeMonths, language)}
                {isCurrent ? <span className="t">{t.current}</span> : null}
              </>
            ),
            exported: { unit: 'months', of: ({ lifeMonths }) => lifeMonths },
          },
          {
            id: 'cost',
            head: t.cost,
            unit: t.unit,
            numeric: true,
            sortBy: ({ lcocUsdPerGpuHour }) => lcocUsdPerGpuHour,
            cell: (life) => result('lcocUsdPerGpuHour', t.cost, life, life.lcocUsdPerGpuHour),
            exported: { unit: 'USD/GPU-h', of: ({ lcocUsdPerGpuHour }) => lcocUsdPerGpuHour },
          },
          {
            id: 'price',
            head: t.levelised,
            unit: t.unit,
            numeric: true,
            // One plan sells the hours, whatever their life.
            cell: (life) =>
              life.isCurrent
                ? result('levelisedPriceUsdPerGpuHour', t.levelised, life, price)
                : dollars(price),
            exported: { unit: 'USD/GPU-h', of: () => price },
          },
          {
            id: 'margin',
            head: t.margin,
            unit: t.unit,
            numeric: true,
            sortBy: margin,
            cell: (life) => dollars(margin(life)),
          },
        ]}
      />
      <p className="note">{t.costNote}</p>
    </>
  );
}

function ObservedTable({ prices }: { readonly prices: readonly GpuPriceObservation[] }): ReactElement {
  const { language, text } = useText();
  const t = gpuHourText[language];
  return (
    <>
      <h2>{t.observed}</h2>
      <DataTable
        label={t.observed}
        rows={prices}
        rowKey={({ month, gpu, kind }) => `${gpu}.${kind}.${month}`}
        columns={[
          { id: 'gpu', head: t.gpu, sortBy: ({ gpu }) => gpu, cell: ({ gpu }) => gpu },
          {
            id: 'month',
            head: t.month,
            sortBy: ({ month }) => month,
            cell: ({ month }) => formatDate(month, language),
          },
          { id: 'kind', head: t.kind, cell: ({ kind }) => priceKindWord(kind, language) },
          {
            id: 'price',
            head: t.price,
            unit: t.unit,
            numeric: true,
            sortBy: ({ usdPerGpuHour }) => usdPerGpuHour,
            cell: ({ usdPerGpuHour }) =>
              usdPerGpuHour === null ? (
                <span className="miss">{text.missing}</span>
              ) : (
                formatNumber(usdPerGpuHour, language, 2)
              ),
          },
          {
            id: 'count',
            head: t.count,
            numeric: true,
            optional: true,
            cell: ({ observations }) => (observations === null ? '' : formatPlain(observations, language)),
          },
          {
            id: 'source',
            head: t.source,
            cell: ({ source }) => <span className="long">{source ?? ''}</span>,
          },
        ]}
      />
    </>
  );
}

function Content(): ReactElement {
  const { language, text } = useText();
  const view = useApp((state) => state.views?.gpuHour);
  const prices = useApp((state) => state.gpuPrices);
  useEffect(() => {
    void loadGpuPrices();
  }, []);
  const chart = useMemo(
    () => (view?.computable && prices ? gpuPriceChart(view, prices, language) : null),
    [view, prices, language],
  );
  if (!view || !prices) return <p role="status">{text.computing}</p>;
  return (
    <>
      {chart ? <ChartFrame spec={chart} /> : null}
      {view.computable ? <LifeTable view={view} /> : <p>{text.notComputable}</p>}
      {prices.length === 0 ? null : <ObservedTable prices={prices} />}
    </>
  );
}

/** P42 History and path of the GPU-hour price side by side, and the cost of an hour by useful life; opened on demand. */
export function GpuHour(): ReactElement {
  const { language } = useText();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details className="gpu-hour" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{gpuHourText[language].heading}</summary>
      {isOpen ? <Content /> : null}
    </details>
  );
}

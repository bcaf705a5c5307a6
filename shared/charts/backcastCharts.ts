import type { BackcastPage } from '../domain/backcast.ts';
import { formatDate, formatNumber, type Language } from '../format/number.ts';
import type { ChartSpec } from './chartSpec.ts';

type PriceKind = NonNullable<BackcastPage['margins']>['ai'][number]['kind'];

const kindWords: Readonly<Record<PriceKind, readonly [de: string, en: string]>> = {
  contract: ['Vertrag', 'contract'],
  onDemandList: ['Listenpreis', 'list price'],
  onDemandQuoted: ['Angebot', 'quoted'],
  marketplaceOffer: ['Marktplatz', 'marketplace'],
  unstated: ['ohne Angabe', 'unstated'],
};

export function priceKindWord(kind: PriceKind, language: Language): string {
  return kindWords[kind][language === 'de' ? 0 : 1];
}

/** Hashprice by month: the engine's from difficulty, fees and price, beside the published one. */
export function hashpriceChart(page: BackcastPage, language: Language): ChartSpec {
  const de = language === 'de';
  const { months, engine, published } = page.hashpriceMonths;
  const gaps = engine.flatMap((value, index) => {
    const other = published[index];
    return value === null || other == null || other === 0 ? [] : [Math.abs(value / other - 1)];
  });
  const widest = gaps.length === 0 ? '' : formatNumber(100 * Math.max(...gaps), language, 1);
  const first = months[0] === undefined ? '' : formatDate(months[0], language);
  return {
    kind: 'lines',
    title: de ? 'Hashprice: Rechnung neben Veröffentlichung' : 'Hashprice: computed beside published',
    subtitle: de ? '$/PH/Tag, Monatsmittel (R2.3)' : '$/PH/day, mean of the month (R2.3)',
    sentence: de
      ? `${gaps.length} Monate ab ${first} sind vergleichbar, die größte Abweichung ist ${widest} %.`
      : `${gaps.length} months from ${first} can be compared, the largest difference is ${widest} %.`,
    x: { title: de ? 'Monat' : 'Month', labels: months },
    y: { title: de ? '$/PH/Tag' : '$/PH/day', unit: 'USD/PH/day' },
    series: [
      { name: de ? 'berechnet' : 'computed', mark: 'keepMining', shape: 'line', values: engine },
      { name: de ? 'veröffentlicht' : 'published', mark: 'published', shape: 'point', values: published },
    ],
    annotations: [],
    note: de
      ? 'Monate ohne beobachtete Gebühren bleiben eine Lücke. Der veröffentlichte Wert ist der von Coin Metrics abgeleitete Monatswert der Beispieldaten.'
      : 'Months without observed fees stay a gap. The published value is the monthly one of the sample data, derived from Coin Metrics.',
  };
}

/** What a grid MWh keeps after its energy, mined or sold as GPU hours. */
export function marginChart(page: BackcastPage, language: Language): ChartSpec | undefined {
  const { margins } = page;
  if (!margins) return undefined;
  const de = language === 'de';
  const last = margins.mining.findLast((value) => value !== null);
  return {
    kind: 'lines',
    title: de ? 'Was eine MWh am Anschluss einbrachte' : 'What a grid MWh earned',
    subtitle: de
      ? 'Bruttomarge nach Energie, $/MWh am Anschluss (R3.2, R4.5)'
      : 'Gross margin after energy, $/grid MWh (R3.2, R4.5)',
    sentence: de
      ? `Mining zuletzt ${last === undefined ? 'unbekannt' : formatNumber(last, 'de', 0)} $/MWh; KI nur in Monaten mit einem beobachteten Preis.`
      : `Mining last ${last === undefined ? 'unknown' : formatNumber(last, 'en', 0)} $/MWh; AI only in months with an observed price.`,
    x: { title: de ? 'Monat' : 'Month', labels: margins.months },
    y: { title: '$/MWh', unit: 'USD/MWh' },
    series: [
      { name: 'Mining', mark: 'keepMining', shape: 'line', values: margins.mining },
      ...margins.ai.map(({ gpu, kind, values }) => ({
        name: `${gpu}, ${priceKindWord(kind, language)}`,
        mark: 'gpuCloud' as const,
        shape: 'line' as const,
        values,
      })),
    ],
    annotations: [],
    note: de
      ? `Vergleichsmaschine ${formatNumber(margins.fleetEfficiencyJPerTh, 'de', 1)} J/TH, Strom ${formatNumber(margins.powerPriceUsdPerMwh, 'de', 0)} $/MWh (Annahmen ◇). KI vor dem Kapital der GPUs und nur für verkaufte Stunden; Preise verschiedener Art werden nie verbunden.`
      : `Reference machine ${formatNumber(margins.fleetEfficiencyJPerTh, 'en', 1)} J/TH, power ${formatNumber(margins.powerPriceUsdPerMwh, 'en', 0)} $/MWh (assumptions ◇). AI before the capital of its GPUs and for sold hours only; prices of different kinds are never joined.`,
  };
}

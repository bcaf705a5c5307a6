import { resultFields } from '../../../shared/engine/analysis/resultFields.ts';
import type { CompanyFigures, CompanyStrategy } from '../../../shared/engine/analysis/companyFigures.ts';
import type { CompanyFigureKey } from '../../../shared/engine/explain/companyCalculation.ts';
import { engineVersion } from '../../../shared/engine/version.ts';
import { formatMillions, formatNumber, formatPercent } from '../../../shared/format/number.ts';
import { calculationText } from '../../../shared/text/calculationText.ts';
import { fill } from '../../../shared/text/screenText.ts';
import { strategyNames } from '../../../shared/text/strategyNames.ts';
import { StrategyMark } from '../../briefing/Marks.tsx';
import { ComputedButton } from '../../ui/ComputedButton.tsx';
import type { Column } from '../../ui/tableColumns.ts';
import { useText } from '../../ui/useText.ts';

/** The rule of each figure of the summed flow, beside that of the sum. */
const ruleOf: Readonly<Record<CompanyFigureKey, string>> = {
  gridMw: 'R4.26',
  npvUsd: 'R5.10',
  npvUsdPerGridMw: 'R5.15',
  irrPerYear: 'R5.11',
  paybackMonths: 'R5.12',
  moic: 'R5.12',
  peakFundingUsd: 'R5.12',
};

/** The name of a row: a strategy that all sites follow, or each site's own best one. */
function useNameOf(): (kind: CompanyStrategy['kind']) => string {
  const { language, text } = useText();
  return (kind) => (kind === 'best' ? text.bestPerSite : strategyNames[language][kind]);
}

/** R5.21 The columns of a company's strategies; every sum unfolds into its sites. */
export function useCompanyColumns({
  siteCount,
  valuationMonth,
}: CompanyFigures): readonly Column<CompanyStrategy>[] {
  const { language, text } = useText();
  const nameOf = useNameOf();
  const column = (
    field: CompanyFigureKey,
    about: {
      readonly id: string;
      readonly head: string;
      readonly unit: string;
      readonly exportedUnit: string;
    },
    shown: (value: number) => string,
    optional = false,
  ): Column<CompanyStrategy> => ({
    id: about.id,
    head: about.head,
    unit: about.unit,
    numeric: true,
    optional,
    sortBy: (row) => row[field],
    exported: { unit: about.exportedUnit, of: (row) => row[field] ?? text.notApplicable },
    cell: (row) => {
      const value = row[field];
      if (value === null) return <span className="na">{text.notApplicable}</span>;
      const title = `${nameOf(row.kind)}, ${about.head}`;
      return (
        <ComputedButton
          value={value}
          title={title}
          display={shown(value)}
          unit={about.unit}
          rule={`R5.21, ${ruleOf[field]}`}
          basis={text.companyNote}
          restsOn={fill(calculationText[language].coversSites, { known: row.siteCount, all: siteCount })}
          asOf={valuationMonth}
          source={`${text.model} ${engineVersion}`}
          calculation={{ of: 'company', subject: { strategy: row.kind, figure: field }, title }}
        />
      );
    },
  });
  return [
    {
      id: 'name',
      head: text.strategy,
      exported: {
        unit: '',
        of: ({ kind }) => nameOf(kind),
      },
      cell: ({ kind }) =>
        kind === 'best' ? (
          text.bestPerSite
        ) : (
          <>
            <StrategyMark mark={kind} />
            {nameOf(kind)}
          </>
        ),
    },
    {
      id: 'coverage',
      head: text.sitesCovered,
      numeric: true,
      sortBy: (row) => row.siteCount,
      cell: (row) => fill(text.coverage, { count: row.siteCount, all: siteCount }),
    },
    column('gridMw', { id: 'mw', head: 'MW', unit: text.gridMw, exportedUnit: text.gridMw }, (value) =>
      formatNumber(value, language),
    ),
    column(
      'npvUsd',
      { id: 'npv', head: text.npv, unit: text.millionUsd, exportedUnit: resultFields.npvUsd.unit },
      (value) => formatMillions(value, language),
    ),
    column(
      'npvUsdPerGridMw',
      {
        id: 'perMw',
        head: text.perMw,
        unit: text.millionPerMw,
        exportedUnit: resultFields.npvUsdPerGridMw.unit,
      },
      (value) => formatNumber(value / 1e6, language, 2),
    ),
    column(
      'irrPerYear',
      { id: 'irr', head: text.irr, unit: text.percent, exportedUnit: resultFields.irrPerYear.unit },
      (value) => formatPercent(value, language),
    ),
    column(
      'paybackMonths',
      { id: 'payback', head: text.payback, unit: text.years, exportedUnit: resultFields.paybackMonths.unit },
      (value) => formatNumber(value / 12, language, 1),
    ),
    column(
      'peakFundingUsd',
      { id: 'peak', head: text.peak, unit: text.millionUsd, exportedUnit: resultFields.peakFundingUsd.unit },
      (value) => formatMillions(value, language),
    ),
    column(
      'moic',
      { id: 'moic', head: text.moic, unit: '×', exportedUnit: resultFields.moic.unit },
      (value) => formatNumber(value, language, 2),
      true,
    ),
  ];
}

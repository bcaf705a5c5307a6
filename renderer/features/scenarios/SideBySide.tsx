import type { ReactElement } from 'react';
import type { CompanyStrategy } from '../../../shared/engine/analysis/companyFigures.ts';
import type { SiteFigures } from '../../../shared/engine/analysis/siteAnalysis.ts';
import { plannedStrategies } from '../../../shared/engine/analysis/sitePlans.ts';
import { verdictWord } from '../../../shared/briefing/parts/verdictWords.ts';
import { formatMillions, formatNumber } from '../../../shared/format/number.ts';
import { scenarioScreenText } from '../../../shared/text/scenario/scenarioScreenText.ts';
import { fill } from '../../../shared/text/screenText.ts';
import { strategyNames } from '../../../shared/text/strategyNames.ts';
import { StrategyMark } from '../../briefing/Marks.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { useText } from '../../ui/useText.ts';
import type { NamedOutcome } from './ComparedScenarios.tsx';

type Kind = CompanyStrategy['kind'];

/** One line of the comparison: a strategy's NPV, or what the scenarios come to. */
type Line =
  | { readonly of: 'npv'; readonly kind: Kind }
  | { readonly of: 'gain' }
  | { readonly of: 'verdict' };

function npvOfSite({ strategies, verdict }: SiteFigures, kind: Kind): number | null {
  const outcome = strategies.find((one) => one.kind === (kind === 'best' ? verdict.best : kind));
  return outcome?.computable ? outcome.figures.npvUsd : null;
}

/** NPV of a strategy in a scenario, at a site or summed over the sites of a company. */
function npvUsd({ figures: [site], sums }: NamedOutcome, kind: Kind): number | null {
  if (sums) return sums.strategies.find((one) => one.kind === kind)?.npvUsd ?? null;
  return site ? npvOfSite(site, kind) : null;
}

function gainUsd(outcome: NamedOutcome): number | null {
  const [best, keep] = [npvUsd(outcome, 'best'), npvUsd(outcome, 'keepMining')];
  return best === null || keep === null ? null : best - keep;
}

function valueOf(line: Line, outcome: NamedOutcome): number | null {
  if (line.of === 'npv') return npvUsd(outcome, line.kind);
  return line.of === 'gain' ? gainUsd(outcome) : null;
}

/** The strategies, the gain over keep mining and the verdict, one column a scenario. */
export function SideBySide({ outcomes }: { readonly outcomes: readonly NamedOutcome[] }): ReactElement {
  const { language, text } = useText();
  const t = scenarioScreenText[language];
  const names = strategyNames[language];
  const isCompany = outcomes.some(({ sums }) => sums !== null);
  const lines: readonly Line[] = [
    { of: 'verdict' },
    { of: 'npv', kind: 'best' },
    { of: 'gain' },
    ...plannedStrategies.map((kind): Line => ({ of: 'npv', kind })),
  ];
  const nameOf = (line: Line): string => {
    if (line.of === 'npv') return line.kind === 'best' ? t.best : names[line.kind];
    return line.of === 'gain' ? t.gain : isCompany ? t.computable : t.verdict;
  };
  const verdictOf = ({ figures, sums }: NamedOutcome): string => {
    const [site] = figures;
    if (!sums) return site ? verdictWord(site, language) : text.missing;
    const count = figures.filter(({ verdict }) => verdict.verdict !== 'not computable').length;
    return fill(t.coverage, { count, all: figures.length });
  };
  const cellOf = (line: Line, outcome: NamedOutcome): ReactElement | string => {
    if (line.of === 'verdict') return verdictOf(outcome);
    const value = valueOf(line, outcome);
    if (value === null) return <span className="na">{t.missing}</span>;
    const best = outcome.figures[0]?.verdict.best;
    const hasMark = line.of === 'npv' && line.kind === 'best' && !isCompany && best != null;
    return (
      <>
        {hasMark ? <StrategyMark mark={best} /> : null}
        {hasMark ? `${names[best]} ` : ''}
        {formatMillions(value, language)}
      </>
    );
  };
  return (
    <section>
      <h2>{t.results}</h2>
      <DataTable
        label={t.results}
        rows={lines}
        rowKey={(line) => (line.of === 'npv' ? line.kind : line.of)}
        columns={[
          { id: 'name', head: t.strategy, cell: nameOf, sortBy: nameOf },
          ...outcomes.map((outcome) => ({
            id: outcome.scenarioId,
            head: outcome.name,
            unit: t.millions,
            numeric: true,
            sortBy: (line: Line) => valueOf(line, outcome),
            cell: (line: Line) => cellOf(line, outcome),
            exported: {
              unit: 'USD',
              of: (line: Line) => (line.of === 'verdict' ? verdictOf(outcome) : valueOf(line, outcome)),
            },
          })),
        ]}
      />
      {isCompany ? null : (
        <p className="note">
          {outcomes
            .map((outcome) => {
              const perMw = outcome.figures[0]?.verdict.bestUsdPerMw ?? null;
              const shown = perMw === null ? t.missing : formatNumber(perMw / 1e6, language, 2);
              return `${outcome.name}: ${shown} ${t.perMw}`;
            })
            .join(' · ')}
        </p>
      )}
    </section>
  );
}

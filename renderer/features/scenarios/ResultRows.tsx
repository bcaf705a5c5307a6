import { useMemo, useState, type ReactElement } from 'react';
import type { SiteEvidence } from '../../../shared/engine/analysis/evidence.ts';
import type { SiteFigures, StrategyOutcome } from '../../../shared/engine/analysis/siteAnalysis.ts';
import { formatMillions, formatNumber } from '../../../shared/format/number.ts';
import { scenarioScreenText } from '../../../shared/text/scenario/scenarioScreenText.ts';
import { fill } from '../../../shared/text/screenText.ts';
import { strategyNames } from '../../../shared/text/strategyNames.ts';
import { StrategyMark } from '../../briefing/Marks.tsx';
import { openAsScenario } from '../../flows/openAsScenario.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { FilterField } from '../../ui/FilterField.tsx';
import { useText } from '../../ui/useText.ts';
import type { NamedOutcome } from './ComparedScenarios.tsx';

interface ResultRow {
  readonly id: string;
  readonly scenario: string;
  readonly evidence: SiteEvidence;
  readonly analysis: SiteFigures;
  readonly outcome: StrategyOutcome;
  readonly isBest: boolean;
}

function rowsOf(outcomes: readonly NamedOutcome[]): ResultRow[] {
  return outcomes.flatMap(({ scenarioId, name, evidence, figures }) =>
    figures.flatMap((analysis, place) => {
      const of = evidence[place];
      if (!of) return [];
      return analysis.strategies.map((outcome) => ({
        id: `${scenarioId} ${of.siteId} ${outcome.kind}`,
        scenario: name,
        evidence: of,
        analysis,
        outcome,
        isBest: analysis.verdict.best === outcome.kind,
      }));
    }),
  );
}

function npvOf({ outcome }: ResultRow): number | null {
  return outcome.computable ? outcome.figures.npvUsd : null;
}

function gainOf(row: ResultRow): number | null {
  const keep = row.analysis.strategies.find(({ kind }) => kind === 'keepMining');
  const npv = npvOf(row);
  return npv === null || !keep?.computable ? null : npv - keep.figures.npvUsd;
}

/** P12 Every result with its scenario and site; any of them opens as a scenario that reproduces it exactly. */
export function ResultRows({ outcomes }: { readonly outcomes: readonly NamedOutcome[] }): ReactElement {
  const { language } = useText();
  const t = scenarioScreenText[language];
  const names = strategyNames[language];
  const [words, setWords] = useState('');
  const all = useMemo(() => rowsOf(outcomes), [outcomes]);
  const wanted = words.trim().toLowerCase();
  const rows = all.filter(({ scenario, evidence, outcome }) =>
    `${scenario} ${evidence.siteName} ${names[outcome.kind]}`.toLowerCase().includes(wanted),
  );
  const open = ({ evidence, analysis, outcome }: ResultRow) =>
    void openAsScenario(evidence, analysis, names[outcome.kind]);
  const millions = (value: number | null) =>
    value === null ? <span className="na">{t.missing}</span> : formatMillions(value, language);
  return (
    <section>
      <h2>{t.rows}</h2>
      <div className="filter">
        <FilterField words={words} onChange={setWords} />
        <span className="note">{`${t.filter}: ${rows.length}`}</span>
      </div>
      <DataTable
        label={t.rows}
        rows={rows}
        rowKey={({ id }) => id}
        isBest={({ isBest }) => isBest}
        onOpen={open}
        columns={[
          {
            id: 'strategy',
            head: t.strategy,
            sortBy: ({ outcome }) => names[outcome.kind],
            cell: ({ outcome }) => (
              <>
                <StrategyMark mark={outcome.kind} />
                {names[outcome.kind]}
              </>
            ),
          },
          {
            id: 'scenario',
            head: t.scenario,
            sortBy: ({ scenario }) => scenario,
            cell: ({ scenario }) => scenario,
          },
          {
            id: 'site',
            head: t.site,
            sortBy: ({ evidence }) => evidence.siteName,
            cell: ({ evidence }) => evidence.siteName,
          },
          {
            id: 'npv',
            head: t.npv,
            unit: t.millions,
            numeric: true,
            sortBy: npvOf,
            cell: (row) => millions(npvOf(row)),
            exported: { unit: 'USD', of: npvOf },
          },
          {
            id: 'npvPerMw',
            head: t.npvPerMw,
            unit: t.perMw,
            numeric: true,
            sortBy: ({ outcome }) => (outcome.computable ? outcome.figures.npvUsdPerGridMw : null),
            cell: ({ outcome }) =>
              outcome.computable
                ? formatNumber(outcome.figures.npvUsdPerGridMw / 1e6, language, 2)
                : t.missing,
            exported: {
              unit: 'USD/MW',
              of: ({ outcome }) => (outcome.computable ? outcome.figures.npvUsdPerGridMw : null),
            },
          },
          {
            id: 'gain',
            head: t.gain,
            unit: t.millions,
            numeric: true,
            sortBy: gainOf,
            cell: (row) => millions(gainOf(row)),
            exported: { unit: 'USD', of: gainOf },
          },
          {
            id: 'run',
            head: t.run,
            optional: true,
            sortBy: ({ evidence }) => evidence.runId,
            cell: ({ evidence }) => evidence.runId,
          },
          {
            id: 'open',
            head: t.open,
            cell: (row) => (
              <button
                type="button"
                className="link"
                tabIndex={-1}
                aria-label={fill(t.openRow, {
                  name: `${row.scenario}, ${row.evidence.siteName}, ${names[row.outcome.kind]}`,
                })}
                onClick={() => open(row)}
              >
                {t.open}
              </button>
            ),
          },
        ]}
      />
    </section>
  );
}

import type { ReactElement } from 'react';
import { flipLead, shareText } from '../../../shared/briefing/parts/flipWords.ts';
import type { SiteSwings } from '../../../shared/engine/risk/tornado.ts';
import { isBeyondRange, type VerdictFlips } from '../../../shared/engine/risk/verdictFlip.ts';
import { inputLabel } from '../../../shared/text/inputLabels.ts';
import { riskText } from '../../../shared/text/riskText.ts';
import {
  confidenceWord,
  foundWords,
  inputWords,
  originWord,
  rangeSource,
} from '../../../shared/text/riskWords.ts';
import { fill } from '../../../shared/text/screenText.ts';
import { strategyNames } from '../../../shared/text/strategyNames.ts';
import { StrategyMark } from '../../briefing/Marks.tsx';
import { useRisk } from '../../store/riskStore.ts';
import { OriginSign } from '../../ui/FigureButton.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { useText } from '../../ui/useText.ts';

function Flips({
  flips,
  swings,
}: {
  readonly flips: VerdictFlips;
  readonly swings: SiteSwings;
}): ReactElement {
  const { language } = useText();
  const t = riskText[language];
  return (
    <>
      <p className="answer">{flipLead(flips, language)}</p>
      {flips.flips.length === 0 ? null : (
        <DataTable
          label={t.flipsTable}
          rows={flips.flips}
          rowKey={({ range }) => range.key}
          columns={[
            {
              id: 'input',
              head: t.input,
              cell: ({ range }) => (
                <>
                  {inputLabel(range.key, language)}
                  <span className="sm">
                    <OriginSign origin={range.origin} />
                  </span>
                </>
              ),
              exported: { unit: '', of: ({ range }) => inputLabel(range.key, language) },
            },
            {
              id: 'base',
              head: t.baseValue,
              numeric: true,
              cell: ({ range }) => inputWords(range.key, range.base, range.unit, language),
            },
            {
              id: 'value',
              head: t.flipsAt,
              numeric: true,
              cell: ({ range, value }) => foundWords(range.key, value, range.unit, language),
            },
            {
              id: 'distance',
              head: t.distance,
              unit: t.shareUnit,
              numeric: true,
              sortBy: ({ shareOfRange }) => shareOfRange,
              cell: (flip) => (
                <>
                  {shareText(flip, language)}
                  {isBeyondRange(flip) ? <span className="t">{t.outside}</span> : null}
                </>
              ),
            },
            {
              id: 'then',
              head: t.thenBest,
              cell: ({ to }) => (
                <>
                  <StrategyMark mark={to} />
                  {strategyNames[language][to]}
                </>
              ),
              exported: { unit: '', of: ({ to }) => strategyNames[language][to] },
            },
            {
              id: 'evidence',
              head: t.evidence,
              cell: ({ range }) => originWord(range.origin, language),
            },
            {
              id: 'confidence',
              head: t.confidence,
              cell: ({ range }) => confidenceWord(range.confidence, language),
            },
            {
              id: 'range',
              head: t.rangeFrom,
              optional: true,
              cell: ({ range }) => rangeSource(range, language),
            },
          ]}
        />
      )}
      <p className="note pad-note">
        {fill(t.flipsNote, { stands: flips.standsFor.length, without: swings.withoutRange.length })}
      </p>
    </>
  );
}

/** P60 What would flip the verdict, with the evidence grade of those inputs. */
export function FlipsPanel({ swings }: { readonly swings: SiteSwings | null }): ReactElement | null {
  const { language, text } = useText();
  const t = riskText[language];
  const flips = useRisk((state) => state.flips);
  const isStopped = useRisk((state) => state.isStopped);
  if (!swings) return null;
  return (
    <section className="risk-panel" aria-label={t.flipsTitle}>
      <h2 className="pad-head">{t.flipsTitle}</h2>
      {flips ? (
        <Flips flips={flips} swings={swings} />
      ) : (
        <p className="pad" role="status">
          {isStopped ? t.stopped : text.computing}
        </p>
      )}
    </section>
  );
}

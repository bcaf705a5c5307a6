import type { ReactElement } from 'react';
import { absentEffect, changeRows, type ChangeRow } from '../../../shared/changes/changeRows.ts';
import { changeNote, otherChanges } from '../../../shared/changes/changeSentences.ts';
import { waterfallBars, type WaterfallBar } from '../../../shared/charts/waterfall.ts';
import type { ResolvedInput } from '../../../shared/engine/analysis/siteAnalysis.ts';
import type { SiteChanges } from '../../../shared/engine/changes/siteChanges.ts';
import { formatNumber, formatPercent } from '../../../shared/format/number.ts';
import { changesText } from '../../../shared/text/changesText.ts';
import { fill } from '../../../shared/text/screenText.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { InputButton } from '../../ui/InputButton.tsx';
import { useText } from '../../ui/useText.ts';

interface Ends {
  readonly before: string;
  readonly after: string;
}

const barWidth = 132;
/** A step too small to be seen still has a mark. */
const leastWidth = 1.5;

/** What is too small to be shown is no loss to the eye either. */
function Signed({ text }: { readonly text: string }): ReactElement {
  return <span className={text.startsWith('\u2212') ? 'neg' : ''}>{text}</span>;
}

function Amount({ usd, absent }: { readonly usd: number | null; readonly absent: string }): ReactElement {
  const { language } = useText();
  if (usd === null) return <span className="na">{absent}</span>;
  return <Signed text={formatNumber(usd / 1e6, language, 3)} />;
}

function Bar({ bar, step }: { readonly bar: WaterfallBar | undefined; readonly step: string }): ReactElement {
  const { language } = useText();
  if (!bar) return <></>;
  const { from, to, left, right } = bar;
  const width = Math.max(leastWidth, (right - left) * (barWidth - leastWidth));
  const label = fill(changesText[language].wayOf, {
    step,
    from: formatNumber(from / 1e6, language, 3),
    to: formatNumber(to / 1e6, language, 3),
  });
  return (
    <svg width={barWidth} height="12" viewBox={`0 0 ${barWidth} 12`} role="img" aria-label={label}>
      <rect
        className={to < from ? 'way less' : 'way more'}
        x={left * (barWidth - leastWidth)}
        y="1.5"
        width={width}
        height="9"
      />
    </svg>
  );
}

function End({
  input,
  text,
}: {
  readonly input: ResolvedInput | undefined;
  readonly text: string;
}): ReactElement {
  return input ? <InputButton input={input} /> : <span>{text}</span>;
}

/** The change of the result; its parts stand above it and sum to it. */
function TotalRow({
  changes,
  bar,
}: {
  readonly changes: SiteChanges;
  readonly bar: WaterfallBar | undefined;
}) {
  const { language } = useText();
  const t = changesText[language];
  const { before, after, advantage, best } = changes;
  const amount = (usd: number | null) => (
    <td className="n">
      <Amount usd={usd} absent={t.notApplicable} />
    </td>
  );
  return (
    <tr>
      <th scope="row">{t.total}</th>
      {amount(before.advantageUsdPerGridMw)}
      {amount(after.advantageUsdPerGridMw)}
      {amount(advantage.changeUsdPerGridMw)}
      <td className="n">
        {advantage.changeUsdPerGridMw ? '100' : <span className="na">{t.notApplicable}</span>}
      </td>
      <td className="optional">{bar ? <Bar bar={bar} step={t.total} /> : null}</td>
      <td className="n" />
      {amount(best.changeUsdPerGridMw)}
    </tr>
  );
}

function useColumns(
  changes: SiteChanges,
  barOf: (row: ChangeRow) => WaterfallBar | undefined,
  heads: Ends | undefined,
) {
  const { language } = useText();
  const t = changesText[language];
  const absent = {
    advantage: absentEffect(changes.advantage, language),
    best: absentEffect(changes.best, language),
  };
  return [
    {
      id: 'step',
      head: t.input,
      sortBy: ({ label }: ChangeRow) => label,
      cell: ({ label, remark }: ChangeRow) => (
        <>
          {label}
          {remark === '' ? null : <small className="change-remark">{remark}</small>}
        </>
      ),
    },
    {
      id: 'before',
      head: heads?.before ?? t.before,
      numeric: true,
      exported: { unit: '', of: ({ before }: ChangeRow) => before },
      cell: ({ input, before }: ChangeRow) => <End input={input?.before} text={before} />,
    },
    {
      id: 'after',
      head: heads?.after ?? t.after,
      numeric: true,
      exported: { unit: '', of: ({ after }: ChangeRow) => after },
      cell: ({ input, after }: ChangeRow) => <End input={input?.after} text={after} />,
    },
    {
      id: 'explains',
      head: t.explains,
      unit: t.unit,
      numeric: true,
      sortBy: ({ advantage }: ChangeRow) => advantage.explainsUsdPerGridMw,
      exported: { unit: 'USD/MW', of: ({ advantage }: ChangeRow) => advantage.explainsUsdPerGridMw },
      cell: ({ advantage }: ChangeRow) => (
        <Amount usd={advantage.explainsUsdPerGridMw} absent={absent.advantage} />
      ),
    },
    {
      id: 'share',
      head: t.share,
      unit: t.shareUnit,
      numeric: true,
      sortBy: ({ advantage }: ChangeRow) => advantage.share,
      exported: { unit: '1', of: ({ advantage }: ChangeRow) => advantage.share },
      cell: ({ advantage: { share } }: ChangeRow) =>
        share === null ? (
          <span className="na">{t.notApplicable}</span>
        ) : (
          <Signed text={formatPercent(share, language, 0)} />
        ),
    },
    {
      id: 'way',
      head: t.way,
      optional: true,
      cell: (row: ChangeRow) => <Bar bar={barOf(row)} step={row.label} />,
    },
    {
      id: 'alone',
      head: t.alone,
      unit: t.unit,
      numeric: true,
      sortBy: ({ advantage }: ChangeRow) => advantage.aloneUsdPerGridMw,
      exported: { unit: 'USD/MW', of: ({ advantage }: ChangeRow) => advantage.aloneUsdPerGridMw },
      cell: ({ advantage }: ChangeRow) => (
        <Amount usd={advantage.aloneUsdPerGridMw} absent={t.notApplicable} />
      ),
    },
    {
      id: 'best',
      head: t.explainsBest,
      unit: t.unit,
      numeric: true,
      sortBy: ({ best }: ChangeRow) => best.explainsUsdPerGridMw,
      exported: { unit: 'USD/MW', of: ({ best }: ChangeRow) => best.explainsUsdPerGridMw },
      cell: ({ best }: ChangeRow) => <Amount usd={best.explainsUsdPerGridMw} absent={absent.best} />,
    },
  ];
}

/** The bars of all rows, laid end to end in the order shown, and that of the whole change. */
function barsOf(changes: SiteChanges, rows: readonly ChangeRow[]) {
  const { advantageUsdPerGridMw: first } = changes.before;
  const { changeUsdPerGridMw: change } = changes.advantage;
  if (first === null || change === null) return { rows: [], total: undefined };
  const parts = rows.map(({ advantage }) => advantage.explainsUsdPerGridMw ?? 0);
  // Back to the start, so that the bar of the whole stands on the same scale.
  const bars = waterfallBars(first, [...parts, -change, change]);
  return { rows: bars.slice(0, rows.length), total: bars.at(-1) };
}

/** What each change explains of the result, the largest first; what explains nothing stands below in words. */
export function SiteChangesView({
  changes,
  heads,
}: {
  readonly changes: SiteChanges;
  /** What the two moments are called, where they are not then and today. */
  readonly heads?: Ends;
}): ReactElement {
  const { language } = useText();
  const t = changesText[language];
  const rows = changeRows(changes, language);
  const bars = barsOf(changes, rows);
  const columns = useColumns(changes, (row) => bars.rows[rows.indexOf(row)], heads);
  const others = otherChanges(changes, language);
  return (
    <>
      {rows.length === 0 ? null : (
        <>
          <DataTable
            label={t.table}
            rows={rows}
            rowKey={({ step }) => step}
            columns={columns}
            footer={<TotalRow changes={changes} bar={bars.total} />}
          />
          <p className="comparison-note">{changeNote(changes, language)}</p>
        </>
      )}
      {others.length === 0 ? null : (
        <ul className="comparison-others">
          {others.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </>
  );
}

import type { ReactElement } from 'react';
import { deliveredRungs, type DeliveredRung } from '../../../shared/domain/deliveredRungs.ts';
import type { CompanyDetail } from '../../../shared/domain/site.ts';
import { formatPercent, formatPlain } from '../../../shared/format/number.ts';
import { rungText } from '../../../shared/text/rungText.ts';
import { fill } from '../../../shared/text/screenText.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { FigureButton } from '../../ui/FigureButton.tsx';
import { useText } from '../../ui/useText.ts';

const barPx = 120;

function Share({ rung }: { readonly rung: DeliveredRung }): ReactElement {
  const { language, text } = useText();
  const { shareOfAnnounced: share } = rung;
  if (share === null) return <span className="miss">{text.missing}</span>;
  return (
    <>
      <svg width={barPx} height="9" viewBox={`0 0 ${barPx} 9`} aria-hidden="true">
        <rect x="0.5" y="0.5" width={barPx - 1} height="8" fill="none" stroke="var(--line-2)" />
        <rect
          width={barPx * Math.min(1, share)}
          height="9"
          fill={rung.basis === 'critical' ? 'var(--ai-fill)' : 'var(--none)'}
        />
      </svg>{' '}
      {`${formatPercent(share, language, 0)}\u00a0%`}
    </>
  );
}

/** What a company announced beside what is there, rung by rung. */
export function RungTable({ company }: { readonly company: CompanyDetail }): ReactElement {
  const { language, text } = useText();
  const t = rungText[language];
  const { rungs, signedContracts, withMw } = deliveredRungs(company.row.ladder, company.contracts);
  const basisOf = ({ basis }: DeliveredRung) => (basis === 'grid' ? text.gridMw : text.criticalMw);
  return (
    <>
      <h2 className="small-head pad-head">{t.heading}</h2>
      <DataTable
        label={t.heading}
        rows={rungs}
        rowKey={({ id }) => id}
        columns={[
          {
            id: 'rung',
            head: t.rung,
            cell: ({ id }) => t.names[id],
            exported: { unit: '', of: ({ id }) => t.names[id] },
          },
          {
            id: 'mw',
            head: t.power,
            unit: 'MW',
            numeric: true,
            cell: ({ id, figure, mw }) =>
              id === 'signed' ? (
                mw === null ? (
                  <span className="miss">{text.missing}</span>
                ) : (
                  <>
                    {formatPlain(mw, language)}
                    <span className="sm" />
                  </>
                )
              ) : (
                <FigureButton figure={figure} title={`${company.row.name}, ${t.names[id]}`} />
              ),
            exported: { unit: 'MW', of: ({ mw }) => mw },
          },
          {
            id: 'basis',
            head: text.basis,
            cell: basisOf,
            exported: { unit: '', of: basisOf },
          },
          {
            id: 'share',
            head: t.share,
            unit: t.ofAnnounced,
            cell: (rung) => (
              <>
                <Share rung={rung} /> <span className="t">{t.of[rung.basis]}</span>
              </>
            ),
            exported: { unit: '1', of: ({ shareOfAnnounced }) => shareOfAnnounced },
          },
        ]}
      />
      <p className="note pad-note">{fill(t.note, { known: withMw, all: signedContracts })}</p>
    </>
  );
}

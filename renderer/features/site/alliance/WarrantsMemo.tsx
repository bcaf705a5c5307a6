import type { ReactElement } from 'react';
import type { WarrantsMemo as Memo } from '../../../../shared/engine/analysis/alliance/allianceView.ts';
import { formatMillions, formatNumber, formatPercent } from '../../../../shared/format/number.ts';
import { allianceText } from '../../../../shared/text/allianceText.ts';
import { inputLabel } from '../../../../shared/text/inputLabels.ts';
import { fill } from '../../../../shared/text/screenText.ts';
import { useText } from '../../../ui/useText.ts';

/** R4.25b What the warrants are worth and how far they dilute, or what is missing for it. */
export function WarrantsMemo({ memo }: { readonly memo: Memo | null }): ReactElement {
  const { language, text } = useText();
  const t = allianceText[language];
  const rows =
    memo?.computable === true
      ? [
          [t.warrantsValue, `${formatMillions(memo.valueUsd, language, 1)} ${text.millionUsd}`],
          [t.perWarrant, `${formatNumber(memo.usdPerWarrant, language, 2)} $`],
          [t.call, `${formatNumber(memo.callUsdPerShare, language, 2)} $`],
          [t.dilution, `${formatPercent(memo.dilutionShare, language, 1)}\u00a0%`],
        ]
      : [];
  return (
    <section className="alliance-part" aria-label={t.warrantsHeading}>
      <h2>{t.warrantsHeading}</h2>
      {memo === null ? <p className="note">{t.noWarrants}</p> : null}
      {memo?.computable === false ? (
        <p className="note">
          {text.notComputable},{' '}
          {fill(text.missingInputs, {
            names: memo.missing.map((key) => inputLabel(key, language)).join(', '),
          })}
        </p>
      ) : null}
      {rows.length === 0 ? null : (
        <dl className="rows">
          {rows.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}

import type { ReactElement } from 'react';
import type { Contract } from '../../shared/domain/company.ts';
import { powerBases, valueUsdPerMwYear, type PowerBasis } from '../../shared/domain/contractValue.ts';
import { formatMillions, type Language } from '../../shared/format/number.ts';
import { basisText } from '../../shared/text/basisText.ts';
import { fill, screenText } from '../../shared/text/screenText.ts';
import { recordFigure } from './recordFigure.ts';
import { FigureButton } from './FigureButton.tsx';
import type { Column } from './tableColumns.ts';
import { useText } from './useText.ts';

function basisWord(basis: PowerBasis, language: Language): string {
  const t = basisText[language];
  return basis === 'critical' ? t.perCritical : t.perGrid;
}

/** P2 One switch for what the value of all contracts is counted per. */
export function PowerBasisChoice({
  basis,
  onChoose,
}: {
  readonly basis: PowerBasis;
  readonly onChoose: (basis: PowerBasis) => void;
}): ReactElement {
  const { language } = useText();
  const t = basisText[language];
  return (
    <div className="grid-bar">
      <span className="sub">{t.choice}</span>
      <div className="seg" role="group" aria-label={t.choice}>
        {powerBases.map((one) => (
          <button key={one} type="button" aria-pressed={basis === one} onClick={() => onChoose(one)}>
            {basisWord(one, language)}
          </button>
        ))}
      </div>
    </div>
  );
}

/** P2 The value per MW and year, with its basis in the head. */
export function contractValueColumn(basis: PowerBasis, language: Language): Column<Contract> {
  const t = basisText[language];
  const unit = `${screenText[language].millionUsd} / ${basisWord(basis, language)}`;
  const of = (row: Contract) => valueUsdPerMwYear(row, basis);
  return {
    id: 'perMwYear',
    head: t.perMwYear,
    unit,
    numeric: true,
    sortBy: of,
    exported: { unit: `USD/MW-year (${basis === 'critical' ? 'critical IT MW' : 'grid MW'})`, of },
    cell: (row) => {
      const value = of(row);
      // In the unit of the head, which the drawer shows beside the number; as old as the value it is made of.
      const figure = recordFigure(row, value === null ? null : value / 1e6, {
        field: 'total_contract_value_usd',
        unit,
        basis: fill(t.basisOf, { basis: basisWord(basis, language) }),
        asOf: row.signedDate,
        note: row.notes,
      });
      const title = `${row.counterparty}, ${t.perMwYear}`;
      return (
        <FigureButton
          figure={figure}
          title={title}
          {...(value !== null && { display: formatMillions(value, language, 2) })}
        />
      );
    },
  };
}

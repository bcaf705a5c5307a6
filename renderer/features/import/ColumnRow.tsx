import type { ReactElement } from 'react';
import type { ColumnReading, ImportColumn, ProfileName } from '../../../shared/domain/tableImport.ts';
import { columnUnits } from '../../../shared/exchange/import/columnUnits.ts';
import { profileOf, targetOf } from '../../../shared/exchange/import/profiles.ts';
import { unitFor } from '../../../shared/exchange/import/proposePlan.ts';
import { basisWord, importText, targetLabel, unitWord } from '../../../shared/text/importText.ts';
import { useText } from '../../ui/useText.ts';

interface Props {
  readonly head: string;
  readonly profile: ProfileName;
  readonly column: ImportColumn;
  readonly reading: ColumnReading | undefined;
  readonly onChange: (column: ImportColumn) => void;
}

/** The decimal sign: told where the cells decide it, asked where they do not. */
function Notation({ head, column, reading, onChange }: Omit<Props, 'profile'>): ReactElement | null {
  const { language } = useText();
  const t = importText[language];
  if (reading?.hasOpenDates === true || column.dateOrder !== null)
    return (
      <select
        aria-label={`${t.order}: ${head}`}
        aria-invalid={column.dateOrder === null}
        value={column.dateOrder ?? ''}
        onChange={({ target: { value } }) =>
          onChange({ ...column, dateOrder: value === 'dayFirst' || value === 'monthFirst' ? value : null })
        }
      >
        <option value="">{t.decide}</option>
        <option value="dayFirst">{t.dayFirst}</option>
        <option value="monthFirst">{t.monthFirst}</option>
      </select>
    );
  const state = reading?.state;
  if (state === 'open' || state === 'chosen' || state === 'likeOthers')
    return (
      <>
        <select
          aria-label={`${t.decimal}: ${head}`}
          aria-invalid={state === 'open'}
          value={column.notation ?? ''}
          onChange={({ target: { value } }) =>
            onChange({ ...column, notation: value === 'comma' || value === 'point' ? value : null })
          }
        >
          <option value="">{state === 'likeOthers' ? t.stateLikeOthers : t.decide}</option>
          <option value="comma">{t.commaSign}</option>
          <option value="point">{t.pointSign}</option>
        </select>
      </>
    );
  if (state === 'comma') return <span>{t.stateComma}</span>;
  if (state === 'point') return <span>{t.statePoint}</span>;
  return state === 'contradictory' ? <span className="neg">{t.stateContradictory}</span> : null;
}

function exampleText(reading: ColumnReading | undefined): string {
  if (!reading?.example) return '';
  const { raw, read } = reading.example;
  return raw === read ? raw : `${raw} → ${read}`;
}

export function ColumnRow({ head, profile, column, reading, onChange }: Props): ReactElement {
  const { language } = useText();
  const t = importText[language];
  const { targets } = profileOf(profile);
  const target = targetOf(profileOf(profile), column.target);
  const units = Object.keys(columnUnits[target?.field.unit ?? ''] ?? {});
  const choose = (key: string): void => {
    const chosen = targetOf(profileOf(profile), key);
    onChange({
      target: chosen?.key ?? null,
      unit: unitFor(chosen, head),
      notation: null,
      dateOrder: null,
    });
  };
  return (
    <tr className={column.target === null ? 'import-left-out' : undefined}>
      <th scope="row">{head}</th>
      <td>
        <select
          aria-label={`${t.target}: ${head}`}
          value={column.target ?? ''}
          onChange={(event) => choose(event.target.value)}
        >
          <option value="">{t.leaveOut}</option>
          {targets.map(({ key, basis }) => (
            <option key={key} value={key}>
              {targetLabel(key, language)}
              {basis === null ? '' : `, ${basisWord(basis, language)}`}
            </option>
          ))}
        </select>
      </td>
      <td>
        {units.length > 1 || (units.length === 1 && unitFor(target, head) === null) ? (
          <select
            aria-label={`${t.unit}: ${head}`}
            aria-invalid={column.unit === null}
            value={column.unit ?? ''}
            onChange={({ target: { value } }) => onChange({ ...column, unit: value === '' ? null : value })}
          >
            {column.unit === null ? <option value="">{t.decide}</option> : null}
            {units.map((unit) => (
              <option key={unit} value={unit}>
                {unit === '1' ? t.noUnit : unitWord(unit, language)}
              </option>
            ))}
          </select>
        ) : (
          unitWord(units[0] ?? '', language)
        )}
      </td>
      <td>
        <Notation head={head} column={column} reading={reading} onChange={onChange} />
      </td>
      <td className="import-reading">{exampleText(reading)}</td>
    </tr>
  );
}

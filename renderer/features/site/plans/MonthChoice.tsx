import type { ReactElement } from 'react';
import { formatDate } from '../../../../shared/format/number.ts';
import { planText } from '../../../../shared/text/planText.ts';
import { fill } from '../../../../shared/text/screenText.ts';
import { useText } from '../../../ui/useText.ts';

interface Props {
  readonly label: string;
  readonly months: readonly string[];
  readonly value: number | null;
  readonly from: number;
  /** What no month means; where it is not given a month must be chosen. */
  readonly open?: string;
  readonly onChange: (month: number | null) => void;
}

/** A month of the horizon by its name, with its number from the valuation month. */
export function MonthChoice({ label, months, value, from, open, onChange }: Props): ReactElement {
  const { language } = useText();
  const t = planText[language];
  return (
    <label className="field-row">
      <span>{label}</span>
      <select
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value === '' ? null : Number(event.target.value))}
      >
        {open === undefined ? null : <option value="">{open}</option>}
        {months.map((month, index) =>
          index < from ? null : (
            <option key={month} value={index}>
              {`${formatDate(month, language)} (${fill(t.month, { month: index })})`}
            </option>
          ),
        )}
      </select>
    </label>
  );
}

import type { ReactElement } from 'react';
import { chartDecimals } from '../../shared/charts/chartTable.ts';
import type { ChartSpec } from '../../shared/charts/chartSpec.ts';
import { formatDate, formatNumber, type Language } from '../../shared/format/number.ts';
import { useText } from '../ui/useText.ts';

function cell(value: number | null, decimals: number, language: Language, missing: string): string {
  return value === null ? missing : formatNumber(value, language, decimals);
}

export function ChartTable({ spec }: { readonly spec: ChartSpec }): ReactElement {
  const { language, text } = useText();
  const decimals = chartDecimals(spec);
  return (
    <div className="table-scroll twin" role="region" aria-label={`${spec.title}: ${text.table}`} tabIndex={0}>
      <table aria-label={spec.title}>
        <thead>
          <tr>
            <th scope="col">{spec.x.title}</th>
            {spec.series.map(({ name }) => (
              <th key={name} scope="col" className="n">
                {name}
                <small>{spec.y.title}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {spec.x.labels.map((label, index) => (
            <tr key={label}>
              <th scope="row">{formatDate(label, language)}</th>
              {spec.series.map(({ name, values }) => (
                <td key={name} className="n">
                  {cell(values[index] ?? null, decimals, language, text.missing)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

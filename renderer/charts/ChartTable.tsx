import type { ReactElement } from 'react';
import type { ChartSpec } from '../../shared/charts/chartSpec.ts';
import { formatDate, formatNumber, type Language } from '../../shared/format/number.ts';
import { useText } from '../ui/useText.ts';

function cell(value: number | null, language: Language, missing: string): string {
  return value === null ? missing : formatNumber(value, language, 1);
}

/** The same rows as lines of tabs, for a spreadsheet in the reader's number format. */
export function tableText(spec: ChartSpec, language: Language): string {
  const head = [spec.x.title, ...spec.series.map(({ name }) => `${name} (${spec.y.title})`)];
  const rows = spec.x.labels.map((label, index) => [
    label,
    ...spec.series.map(({ values }) => cell(values[index] ?? null, language, '')),
  ]);
  return [head, ...rows].map((row) => row.join('\t')).join('\n');
}

export function ChartTable({ spec }: { readonly spec: ChartSpec }): ReactElement {
  const { language, text } = useText();
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
                  {cell(values[index] ?? null, language, text.missing)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

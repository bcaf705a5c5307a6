import type { ReactElement } from 'react';
import { chartDecimals } from '../../shared/charts/chartTable.ts';
import type { ChartSpec, TwinCell } from '../../shared/charts/chartSpec.ts';
import { formatDate, formatNumber, type Language } from '../../shared/format/number.ts';
import { useText } from '../ui/useText.ts';

type Twin = NonNullable<ChartSpec['twin']>;

function cell(value: number | null, decimals: number, language: Language, missing: string): string {
  return value === null ? missing : formatNumber(value, language, decimals);
}

function shownCell(value: TwinCell | undefined, language: Language, missing: string): string {
  if (value === null || value === undefined) return missing;
  if (typeof value === 'number') return formatNumber(value, language, 2);
  return typeof value === 'string' ? value : value.text;
}

function isNumber(value: TwinCell | undefined): boolean {
  return typeof value === 'number' || (typeof value === 'object' && value !== null);
}

function keyOf(value: TwinCell): string {
  return typeof value === 'object' && value !== null ? value.text : String(value);
}

/** A twin that says more than the series do: its own columns, the first of them the row's name. */
function TwinTable({ twin, title }: { readonly twin: Twin; readonly title: string }): ReactElement {
  const { language, text } = useText();
  const isNumeric = twin.columns.map((_column, index) => twin.rows.some((row) => isNumber(row[index])));
  return (
    <div className="table-scroll twin" role="region" aria-label={`${title}: ${text.table}`} tabIndex={0}>
      <table aria-label={title}>
        <thead>
          <tr>
            {twin.columns.map(({ head, unit }, index) => (
              <th key={head} scope="col" className={isNumeric[index] === true ? 'n' : ''}>
                {head}
                <small>{unit}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {twin.rows.map((row) => (
            <tr key={row.slice(0, 2).map(keyOf).join('|')}>
              {row.map((value, index) => {
                const head = twin.columns[index]?.head;
                if (index === 0)
                  return (
                    <th key={head} scope="row">
                      {shownCell(value, language, text.missing)}
                    </th>
                  );
                return (
                  <td key={head} className={isNumeric[index] === true ? 'n' : ''}>
                    {shownCell(value, language, text.missing)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function ChartTable({ spec }: { readonly spec: ChartSpec }): ReactElement {
  const { language, text } = useText();
  if (spec.twin) return <TwinTable twin={spec.twin} title={spec.title} />;
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

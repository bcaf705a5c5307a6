import { useMemo, type ReactElement } from 'react';
import { usedCorrelations } from '../../../../shared/engine/montecarlo/correlationRepair.ts';
import { pathDrivers, rangeDrivers, type Driver } from '../../../../shared/engine/montecarlo/drivers.ts';
import type { MonteCarloSettings } from '../../../../shared/engine/montecarlo/settings.ts';
import { formatNumber } from '../../../../shared/format/number.ts';
import { monteCarloText } from '../../../../shared/text/monteCarloText.ts';
import { driverName } from '../../../../shared/text/monteCarloWords.ts';
import { fill } from '../../../../shared/text/screenText.ts';
import { useMonteCarlo } from '../../../store/monteCarloStore.ts';
import { useText } from '../../../ui/useText.ts';
import { NumberField } from './NumberField.tsx';

type Matrix = readonly (readonly number[])[];

function withPair(matrix: Matrix, a: number, b: number, value: number): number[][] {
  return matrix.map((entries, row) =>
    entries.map((entry, column) =>
      (row === a && column === b) || (row === b && column === a) ? value : entry,
    ),
  );
}

/** One half of a symmetric matrix is entered; beside an entry that a repair moves stands what is used. */
function Editor({
  title,
  names,
  asked,
  used,
  onChange,
}: {
  readonly title: string;
  readonly names: readonly Driver[];
  readonly asked: Matrix;
  readonly used: Matrix;
  readonly onChange: (matrix: number[][]) => void;
}): ReactElement {
  const { language } = useText();
  const t = monteCarloText[language];
  const version = useMonteCarlo((state) => state.settingsVersion);
  return (
    <div className="table-scroll mc-matrix" role="region" aria-label={title} tabIndex={0}>
      <table aria-label={title}>
        <thead>
          <tr>
            <th scope="col">{title}</th>
            {names.slice(0, -1).map((name) => (
              <th key={name} scope="col">
                {driverName(name, language)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {names.slice(1).map((name, offset) => {
            const row = offset + 1;
            return (
              <tr key={name}>
                <th scope="row">{driverName(name, language)}</th>
                {names.slice(0, -1).map((other, column) => {
                  if (column >= row) return <td key={other} />;
                  const value = asked[row]?.[column] ?? 0;
                  const drawn = used[row]?.[column] ?? 0;
                  return (
                    <td key={other}>
                      <NumberField
                        key={`${version} ${language}`}
                        label={fill(t.correlationOf, {
                          a: driverName(name, language),
                          b: driverName(other, language),
                        })}
                        value={value}
                        onRead={(typed) => {
                          if (typed !== null && Math.abs(typed) <= 1)
                            onChange(withPair(asked, row, column, typed));
                        }}
                      />
                      {Math.abs(value - drawn) > 0.0005 ? (
                        <span className="warn"> → {formatNumber(drawn, language, 3)}</span>
                      ) : null}
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** P15, R7.2h Correlations as asked for, with the repair where they cannot be. */
export function CorrelationEditors({ settings }: { readonly settings: MonteCarloSettings }): ReactElement {
  const { language } = useText();
  const t = monteCarloText[language];
  const { correlations } = settings;
  const repair = useMemo(() => usedCorrelations(correlations), [correlations]);
  const change = (part: Partial<MonteCarloSettings['correlations']>): void =>
    useMonteCarlo.getState().set({ settings: { ...settings, correlations: { ...correlations, ...part } } });
  const amount = formatNumber(repair.largestChange, language, 3);
  return (
    <>
      <div className="strip">
        <h3>{t.correlations}</h3>
      </div>
      <p className={repair.factors ? 'warn pad-note' : 'neg pad-note'} role="status">
        {repair.largestChange === 0
          ? ''
          : fill(repair.factors ? t.repaired : t.refusedCorrelations, { change: amount })}
      </p>
      <div className="mc-matrices">
        <Editor
          title={t.ofShocks}
          names={pathDrivers}
          asked={correlations.paths}
          used={repair.used.paths}
          onChange={(paths) => change({ paths })}
        />
        <Editor
          title={t.ofRanges}
          names={rangeDrivers}
          asked={correlations.ranges}
          used={repair.used.ranges}
          onChange={(ranges) => change({ ranges })}
        />
      </div>
      <p className="note pad-note">{t.independent}</p>
    </>
  );
}

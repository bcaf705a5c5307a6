import type { ReactElement } from 'react';
import type { Fleet } from '../../../shared/domain/fleet.ts';
import { fleetEfficiency, fleetNameplateThS } from '../../../shared/engine/analysis/fleets.ts';
import { formatDate, formatNumber } from '../../../shared/format/number.ts';
import { entryText } from '../../../shared/text/entryText.ts';
import { fleetText } from '../../../shared/text/fleetText.ts';
import { openEntry } from '../../flows/editRecord.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { FigureButton } from '../../ui/FigureButton.tsx';
import { RecordMenu } from '../../ui/RecordMenu.tsx';
import { recordFigure } from '../../ui/recordFigure.ts';
import type { Column } from '../../ui/tableColumns.ts';
import { useText } from '../../ui/useText.ts';

function useColumns(): readonly Column<Fleet>[] {
  const { language, text } = useText();
  const t = fleetText[language];
  const number = (
    id: string,
    head: string,
    unit: string,
    field: string,
    of: (row: Fleet) => number | null,
    shownUnit = unit,
  ): Column<Fleet> => ({
    id,
    head,
    unit: shownUnit,
    numeric: true,
    sortBy: of,
    exported: { unit, of },
    cell: (row) => (
      <FigureButton
        figure={recordFigure(row, of(row), {
          field,
          unit,
          basis: null,
          asOf: row.asOf,
          note: row.operatingNote,
        })}
        title={`${row.model}, ${head}`}
      />
    ),
  });
  const sum = (row: Fleet) => {
    const nameplate = fleetNameplateThS([row]);
    return nameplate === undefined ? null : nameplate / 1e6;
  };
  const day = (date: string | null) =>
    date === null ? <span className="miss">{text.missing}</span> : formatDate(date, language);
  return [
    {
      id: 'model',
      head: t.model,
      sortBy: (row) => row.model,
      cell: (row) => <span className="long">{row.model}</span>,
    },
    number('units', t.units, '', 'units', (row) => row.units),
    number('hashrate', t.hashrate, 'TH/s', 'hashrate_th_s', (row) => row.hashrateThS),
    number('efficiency', t.efficiency, 'J/TH', 'efficiency_j_th', (row) => row.efficiencyJPerTh),
    {
      id: 'sum',
      head: t.sum,
      unit: 'EH/s',
      numeric: true,
      sortBy: sum,
      cell: (row) => {
        const value = sum(row);
        return value === null ? (
          <span className="miss">{text.missing}</span>
        ) : (
          formatNumber(value, language, 3)
        );
      },
    },
    {
      id: 'purchased',
      head: t.purchased,
      optional: true,
      sortBy: (row) => row.purchased,
      cell: (row) => day(row.purchased),
    },
    number('book', t.bookValue, 'USD', 'book_value_usd', (row) => row.bookValueUsd, text.millionUsd),
    { id: 'asOf', head: text.asOf, optional: true, sortBy: (row) => row.asOf, cell: (row) => day(row.asOf) },
    {
      id: 'operation',
      head: t.operation,
      wide: true,
      cell: (row) => <span className="long">{row.operatingNote}</span>,
      exported: { unit: '', of: (row) => row.operatingNote },
    },
    {
      id: 'edit',
      head: entryText[language].edit,
      cell: (row) => <RecordMenu kind="fleet" id={row.id} name={row.model} />,
    },
  ];
}

/** What all fleets are together, where R1.9c lets them be summed. */
function Total({ fleets }: { readonly fleets: readonly Fleet[] }): ReactElement {
  const { language, text } = useText();
  const nameplate = fleetNameplateThS(fleets);
  const efficiency = fleetEfficiency(fleets);
  const missing = <span className="miss">{text.missing}</span>;
  return (
    <tr>
      <th scope="row">{fleetText[language].all}</th>
      <td />
      <td />
      <td className="n">{efficiency === undefined ? missing : formatNumber(efficiency, language, 2)}</td>
      <td className="n">{nameplate === undefined ? missing : formatNumber(nameplate / 1e6, language, 3)}</td>
      <td className="optional" />
      <td />
      <td className="optional" />
      <td className="wide" />
      <td />
    </tr>
  );
}

/** R1.9a The machines of a site, model by model, and whether they are its inputs. */
export function FleetTable({
  siteId,
  fleets,
}: {
  readonly siteId: string;
  readonly fleets: readonly Fleet[];
}): ReactElement {
  const { language } = useText();
  const t = fleetText[language];
  const columns = useColumns();
  const says =
    fleets.length === 0
      ? t.none
      : fleetNameplateThS(fleets) === undefined
        ? t.feedsNothing
        : fleetEfficiency(fleets) === undefined
          ? t.feedsHashrateOnly
          : t.feeds;
  return (
    <section>
      <div className="fleet-head">
        <h2>{t.fleets}</h2>
        <button
          type="button"
          className="btn"
          onClick={() => openEntry({ what: 'record', kind: 'fleet', id: null, companyId: null, siteId })}
        >
          {entryText[language].newFleet}
        </button>
      </div>
      <p className="note pad">{says}</p>
      {fleets.length === 0 ? null : (
        <DataTable
          label={t.fleets}
          rows={fleets}
          rowKey={(row) => row.id}
          columns={columns}
          footer={<Total fleets={fleets} />}
        />
      )}
    </section>
  );
}

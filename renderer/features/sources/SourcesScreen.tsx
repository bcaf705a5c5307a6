import { useMemo, useState, type ReactElement } from 'react';
import { likelyDuplicates, type SourceRow } from '../../../shared/domain/source.ts';
import { formatDate } from '../../../shared/format/number.ts';
import { sourceRecordText } from '../../../shared/text/sourceRecordText.ts';
import { ask } from '../../flows/ask.ts';
import { openEntry } from '../../flows/editRecord.ts';
import { removeSource } from '../../flows/editSource.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { FilterField } from '../../ui/FilterField.tsx';
import { MenuButton } from '../../ui/MenuButton.tsx';
import type { Column } from '../../ui/tableColumns.ts';
import { useAnswer } from '../../ui/useAnswer.ts';
import { usePreview } from '../../ui/usePreview.ts';
import { useText } from '../../ui/useText.ts';
import { SourcePanel } from './SourcePanel.tsx';

type Duplicates = ReturnType<typeof likelyDuplicates>;

const filters = ['all', 'unused', 'duplicates'] as const;
type Filter = (typeof filters)[number];

/** What tells one publisher from another at a glance. */
function hostOf(url: string | null): string {
  return url === null || !URL.canParse(url) ? '' : new URL(url).hostname.replace(/^www\./, '');
}

function SourceMenu({ source }: { readonly source: SourceRow }): ReactElement {
  const { language } = useText();
  const t = sourceRecordText[language];
  return (
    <MenuButton
      className="btn"
      label={`${t.more}: ${source.title}`}
      items={[
        { label: t.edit, act: () => openEntry({ what: 'source', source }) },
        { label: t.merge, act: () => openEntry({ what: 'merge', source }) },
        // A source that is cited says so instead of being deleted.
        { label: t.remove, act: () => void removeSource(source.id) },
      ]}
    >
      …
    </MenuButton>
  );
}

function useColumns(duplicates: Duplicates): readonly Column<SourceRow>[] {
  const { language } = useText();
  return useMemo(() => {
    const t = sourceRecordText[language];
    return [
      {
        id: 'title',
        head: t.document,
        sortBy: (row) => row.title,
        // One line a row: a long list is drawn only where it is looked at.
        cell: (row) => (
          <span className="one-line source-title" title={row.title}>
            {row.title}
          </span>
        ),
      },
      {
        id: 'published',
        head: t.published,
        sortBy: (row) => row.publishedOn,
        cell: (row) =>
          row.publishedOn === null ? (
            <span className="miss">{t.missing}</span>
          ) : (
            formatDate(row.publishedOn, language)
          ),
      },
      {
        id: 'pages',
        head: t.pages,
        optional: true,
        cell: (row) => <span className="one-line">{row.pages.join(', ')}</span>,
        exported: { unit: '', of: (row) => row.pages.join(', ') },
      },
      { id: 'uses', head: t.uses, numeric: true, sortBy: (row) => row.uses, cell: (row) => row.uses },
      { id: 'files', head: t.files, numeric: true, sortBy: (row) => row.files, cell: (row) => row.files },
      {
        id: 'duplicates',
        head: t.duplicates,
        numeric: true,
        sortBy: (row) => duplicates.get(row.id)?.length ?? 0,
        cell: (row) => duplicates.get(row.id)?.length ?? 0,
      },
      {
        id: 'address',
        head: t.address,
        wide: true,
        sortBy: (row) => row.url,
        cell: (row) => (
          <span className="one-line" title={row.url ?? undefined}>
            {hostOf(row.url)}
          </span>
        ),
      },
      { id: 'edit', head: t.edit, cell: (row) => <SourceMenu source={row} /> },
    ];
  }, [language, duplicates]);
}

/** P5 Every document that the portfolio cites, with what rests on it. */
export function SourcesScreen(): ReactElement {
  const { language } = useText();
  const t = sourceRecordText[language];
  const sources = useAnswer('sources', () => ask('source.list', {}));
  const duplicates = useMemo(() => likelyDuplicates(sources ?? []), [sources]);
  const [typed, setTyped] = useState('');
  const [filter, setFilter] = useState<Filter>('all');
  const preview = usePreview<SourceRow>();
  const columns = useColumns(duplicates);
  const passes = useMemo(() => {
    const of: Readonly<Record<Filter, (row: SourceRow) => boolean>> = {
      all: () => true,
      unused: ({ uses }) => uses === 0,
      duplicates: ({ id }) => duplicates.has(id),
    };
    return of;
  }, [duplicates]);
  const rows = useMemo(() => {
    const wanted = typed.trim().toLowerCase();
    return (sources ?? []).filter(
      (row) => passes[filter](row) && `${row.title} ${row.url ?? ''}`.toLowerCase().includes(wanted),
    );
  }, [sources, passes, filter, typed]);
  const current = sources?.find(({ id }) => id === preview.shown?.id);
  if (!sources) return <p className="pad" />;
  return (
    <>
      <div className="head">
        <div>
          <h1>{t.sources}</h1>
          <p className="sub">{t.sub}</p>
        </div>
        <span className="grow" />
        <button type="button" className="btn" onClick={() => openEntry({ what: 'source', source: null })}>
          {t.newSource}
        </button>
      </div>
      <div className="filter">
        <FilterField words={typed} onChange={setTyped} />
        <div role="group" aria-label={t.uses} className="chips">
          {filters.map((name) => (
            <button
              key={name}
              type="button"
              className={filter === name ? 'chip on' : 'chip'}
              aria-pressed={filter === name}
              onClick={() => setFilter(name)}
            >
              {t[name]} {sources.filter(passes[name]).length}
            </button>
          ))}
        </div>
      </div>
      {rows.length === 0 ? <p className="pad">{t.none}</p> : null}
      <div className="split">
        <DataTable
          label={t.list}
          rows={rows}
          rowKey={(row) => row.id}
          columns={columns}
          onOpen={(source) => openEntry({ what: 'source', source })}
          onPreview={preview.onPreview}
          onCurrent={preview.onCurrent}
          onLeave={preview.close}
        />
        {current ? (
          <SourcePanel
            source={current}
            likely={(duplicates.get(current.id) ?? []).flatMap(
              (id) => sources.find((other) => other.id === id) ?? [],
            )}
            onClose={preview.close}
          />
        ) : null}
      </div>
    </>
  );
}

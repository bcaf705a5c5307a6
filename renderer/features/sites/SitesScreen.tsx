import { useState, type ReactElement } from 'react';
import type { SiteRow } from '../../../shared/domain/site.ts';
import { useApp } from '../../store/appStore.ts';
import { SiteTable } from '../../ui/SiteTable.tsx';
import { usePreview } from '../../ui/usePreview.ts';
import { FilterField } from '../../ui/FilterField.tsx';
import { useText } from '../../ui/useText.ts';
import { SitePreview } from './SitePreview.tsx';

export function SitesScreen(): ReactElement {
  const { text } = useText();
  const sites = useApp((state) => state.sites);
  const [words, setWords] = useState('');
  const preview = usePreview<SiteRow>();
  const rows = sites.filter((row) =>
    `${row.name} ${row.companyName} ${row.country ?? ''}`.toLowerCase().includes(words.trim().toLowerCase()),
  );
  return (
    <>
      <div className="head">
        <h1>{text.sites}</h1>
        <span className="sub">{rows.length}</span>
      </div>
      <div className="filter">
        <FilterField words={words} onChange={setWords} />
      </div>
      <div className="split">
        <SiteTable sites={rows} withCompany preview={preview} />
        {preview.shown ? <SitePreview site={preview.shown} onClose={preview.close} /> : null}
      </div>
    </>
  );
}

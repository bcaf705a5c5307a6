import type { ReactElement } from 'react';
import type { RecordKind } from '../../shared/domain/records.ts';
import { entryText } from '../../shared/text/entryText.ts';
import { duplicateRecord, openEntry, removeRecord } from '../flows/editRecord.ts';
import { MenuButton, type MenuItem } from './MenuButton.tsx';
import { useText } from './useText.ts';

/** What is done with one record. Deleting does not ask: it can be undone. */
export function RecordMenu({
  kind,
  id,
  name,
  children = [],
}: {
  readonly kind: RecordKind;
  readonly id: string;
  readonly name: string;
  /** What else can be entered here, before the acts on the record itself. */
  readonly children?: readonly MenuItem[];
}): ReactElement {
  const { language } = useText();
  const t = entryText[language];
  return (
    <MenuButton
      className="btn"
      label={`${t.more}: ${name}`}
      items={[
        ...children,
        {
          label: t.edit,
          act: () => openEntry({ what: 'record', kind, id, companyId: null, siteId: null }),
        },
        { label: t.duplicate, act: () => void duplicateRecord(kind, id) },
        { label: t.remove, act: () => void removeRecord(kind, id) },
      ]}
    >
      {children.length > 0 ? t.edit : '…'}
    </MenuButton>
  );
}

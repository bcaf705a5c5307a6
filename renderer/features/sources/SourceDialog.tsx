import { useState, type ReactElement } from 'react';
import type { SourceRecord } from '../../../shared/domain/attachment.ts';
import type { RecordField } from '../../../shared/domain/records.ts';
import { readEntry } from '../../../shared/exchange/readEntry.ts';
import { sourceRecordText } from '../../../shared/text/sourceRecordText.ts';
import { saveSource } from '../../flows/editSource.ts';
import { useApp } from '../../store/appStore.ts';
import { useText } from '../../ui/useText.ts';
import { EntryDialog } from '../entry/EntryDialog.tsx';
import { EntryField } from '../entry/EntryField.tsx';
import { AddressField, isAddress } from '../entry/SourceFields.tsx';

const title: RecordField = { key: 'source_title', type: 'text', isRequired: true };
const published: RecordField = { key: 'published_on', type: 'date' };

/** The form of a source: the document, where it lies, when it appeared. */
export function SourceDialog({ source }: { readonly source: SourceRecord | null }): ReactElement {
  const { language } = useText();
  const t = sourceRecordText[language];
  const set = useApp((state) => state.set);
  const [typed, setTyped] = useState({ title: source?.title ?? '', published: source?.publishedOn ?? '' });
  const [url, setUrl] = useState(source?.url ?? null);
  const [isTried, setIsTried] = useState(false);
  const submit = async () => {
    setIsTried(true);
    const day = readEntry(published, typed.published, language);
    const name = readEntry(title, typed.title, language);
    if (name.kind !== 'value' || day.kind !== 'value' || !isAddress(url)) return;
    const publishedOn = day.value === null ? null : String(day.value);
    const isStored = await saveSource({
      id: source?.id ?? null,
      title: String(name.value),
      url: url?.trim() ?? null,
      publishedOn,
    });
    if (isStored) set({ entry: null });
  };
  return (
    <EntryDialog title={source ? t.editSource : t.newSource} isBusy={false} onSubmit={() => void submit()}>
      <EntryField
        field={title}
        label={t.document}
        isWide
        typed={typed.title}
        isTried={isTried}
        onType={(next) => setTyped({ ...typed, title: next })}
      />
      <EntryField
        field={published}
        label={t.publishedLong}
        typed={typed.published}
        isTried={isTried}
        onType={(next) => setTyped({ ...typed, published: next })}
      />
      <AddressField url={url} onChange={setUrl} />
    </EntryDialog>
  );
}

import { useState, type ReactElement } from 'react';
import type { SourceRecord } from '../../../shared/domain/attachment.ts';
import { likelyDuplicates, type SourceRow } from '../../../shared/domain/source.ts';
import { fill } from '../../../shared/text/screenText.ts';
import { sourceRecordText } from '../../../shared/text/sourceRecordText.ts';
import { mergeSources } from '../../flows/editSource.ts';
import { ask } from '../../flows/ask.ts';
import { useApp } from '../../store/appStore.ts';
import { useAnswer } from '../../ui/useAnswer.ts';
import { useText } from '../../ui/useText.ts';
import { EntryDialog } from '../entry/EntryDialog.tsx';

function Options({ sources }: { readonly sources: readonly SourceRow[] }): ReactElement[] {
  return sources.map(({ id, title, url }) => (
    <option key={id} value={id}>
      {url === null ? title : `${title} (${url})`}
    </option>
  ));
}

function MergeForm({
  source,
  all,
}: {
  readonly source: SourceRecord;
  readonly all: readonly SourceRow[];
}): ReactElement {
  const { language } = useText();
  const t = sourceRecordText[language];
  const set = useApp((state) => state.set);
  const likely = new Set(likelyDuplicates(all).get(source.id));
  const others = all.filter(({ id }) => id !== source.id);
  const near = others.filter(({ id }) => likely.has(id));
  const far = others.filter(({ id }) => !likely.has(id));
  const [into, setInto] = useState((near[0] ?? far[0])?.id ?? '');
  const submit = async () => {
    if (into !== '' && (await mergeSources(source.id, into))) set({ entry: null });
  };
  return (
    <EntryDialog
      title={fill(t.mergeTitle, { title: source.title })}
      isBusy={into === ''}
      onSubmit={() => void submit()}
      submitLabel={t.mergeNow}
    >
      <p className="note entry-long">{t.mergeSays}</p>
      <div className="entry-field entry-long">
        <label htmlFor="merge-into">{t.into}</label>
        <select id="merge-into" value={into} onChange={(event) => setInto(event.target.value)}>
          {near.length === 0 ? null : (
            <optgroup label={t.likelyGroup}>
              <Options sources={near} />
            </optgroup>
          )}
          <optgroup label={t.otherGroup}>
            <Options sources={far} />
          </optgroup>
        </select>
      </div>
    </EntryDialog>
  );
}

/** Chooses the source that takes the place of another; what is perhaps the same document stands first. */
export function MergeDialog({ source }: { readonly source: SourceRecord }): ReactElement | null {
  const all = useAnswer('sources', () => ask('source.list', {}));
  return all ? <MergeForm source={source} all={all} /> : null;
}

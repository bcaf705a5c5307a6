import { useEffect, useState, type ReactElement } from 'react';
import {
  recordFields,
  type RecordDetail,
  type RecordField,
  type RecordKind,
  type SourceEntry,
} from '../../../shared/domain/records.ts';
import type { AsicModel } from '../../../shared/domain/fleet.ts';
import {
  entryText as typedText,
  isUnusual,
  readEntry,
  readingText,
} from '../../../shared/exchange/readEntry.ts';
import type { Language } from '../../../shared/format/number.ts';
import { entryText } from '../../../shared/text/entryText.ts';
import { fill, screenText } from '../../../shared/text/screenText.ts';
import { saveRecord } from '../../flows/editRecord.ts';
import { ask } from '../../flows/navigation.ts';
import { useApp, type Entry } from '../../store/appStore.ts';
import { useText } from '../../ui/useText.ts';
import { EntryDialog } from './EntryDialog.tsx';
import { EntryField } from './EntryField.tsx';
import { ModelField } from './ModelField.tsx';
import { isSource, SourceFields } from './SourceFields.tsx';

type RecordEntry = Extract<Entry, { readonly what: 'record' }>;
type Typed = Readonly<Record<string, string>>;

const titles = {
  company: ['newCompany', 'editCompany'],
  site: ['newSite', 'editSite'],
  contract: ['newContract', 'editContract'],
  instrument: ['newInstrument', 'editInstrument'],
  identity: ['newIdentity', 'editIdentity'],
  fleet: ['newFleet', 'editFleet'],
} as const satisfies Readonly<Record<RecordKind, readonly [string, string]>>;

function typedOf(kind: RecordKind, detail: RecordDetail | null, language: Language): Typed {
  return Object.fromEntries(
    recordFields[kind].map((field) => [
      field.key,
      typedText(field, detail?.values[field.key] ?? null, language),
    ]),
  );
}

/** Values that were typed anew; undefined where one of them cannot be stored. Untouched ones are not sent. */
function changedValues(
  fields: readonly RecordField[],
  typed: Typed,
  before: Typed,
  isNew: boolean,
  language: Language,
): Record<string, string | number | null> | undefined {
  const values: Record<string, string | number | null> = {};
  for (const field of fields) {
    const text = typed[field.key] ?? '';
    if (!isNew && text === before[field.key]) continue;
    const reading = readEntry(field, text, language);
    if (reading.kind !== 'value') return undefined;
    if (!isNew || reading.value !== null) values[field.key] = reading.value;
  }
  return values;
}

/** P1 The numbers that were typed anew and lie outside the usual range of their column. */
function unusualOf(
  fields: readonly RecordField[],
  values: Readonly<Record<string, string | number | null>>,
): Readonly<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const field of fields) {
    const value = values[field.key];
    if (typeof value === 'number' && isUnusual(field, value)) found[field.key] = value;
  }
  return found;
}

function usualText(field: RecordField, language: Language): string {
  const { low = 0, high = 0 } = field;
  return fill(screenText[language].unusual, {
    low: readingText(field, low, language),
    high: readingText(field, high, language),
  });
}

/** What a shipped model knows of itself, as its fields show it. */
function typedModel({ name, hashrateThS, efficiencyJPerTh }: AsicModel, language: Language): Typed {
  const values = { hashrate_th_s: hashrateThS, efficiency_j_th: efficiencyJPerTh };
  const numbers = recordFields.fleet.flatMap((field) =>
    Object.entries(values)
      .filter(([key]) => key === field.key)
      .map(([key, value]) => [key, typedText(field, value, language)]),
  );
  return { model: name, ...Object.fromEntries(numbers) };
}

function SiteChoice({
  companyId,
  siteId,
  onChoose,
}: {
  readonly companyId: string;
  readonly siteId: string;
  readonly onChoose: (id: string) => void;
}): ReactElement {
  const { language } = useText();
  const t = entryText[language];
  const sites = useApp((state) => state.sites).filter((site) => site.companyId === companyId);
  return (
    <div className="entry-field">
      <label htmlFor="entry-site">{t.site}</label>
      <select id="entry-site" value={siteId} onChange={(event) => onChoose(event.target.value)}>
        <option value="">{t.noSite}</option>
        {sites.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

function RecordForm({
  entry,
  detail,
}: {
  readonly entry: RecordEntry;
  readonly detail: RecordDetail | null;
}): ReactElement {
  const { language } = useText();
  const t = entryText[language];
  const set = useApp((state) => state.set);
  const { kind, id, companyId } = entry;
  const fields = recordFields[kind];
  const [before] = useState(() => typedOf(kind, detail, language));
  const [typed, setTyped] = useState(before);
  const [source, setSource] = useState<SourceEntry>(
    detail?.source ?? { title: null, url: null, page: null, publishedOn: null },
  );
  const [siteId, setSiteId] = useState(entry.siteId ?? '');
  const [isTried, setIsTried] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [asked, setAsked] = useState<Readonly<Record<string, number>>>({});
  const isAsked = (field: RecordField): boolean => {
    const reading = readEntry(field, typed[field.key] ?? '', language);
    return field.key in asked && reading.kind === 'value' && reading.value === asked[field.key];
  };
  const isNew = id === null;
  const submit = async () => {
    setIsTried(true);
    const values = changedValues(fields, typed, before, isNew, language);
    if (!values || !isSource(source)) return;
    // P1 An unusual number is asked about once; the same number again is meant.
    const unusual = unusualOf(fields, values);
    if (Object.entries(unusual).some(([key, value]) => asked[key] !== value)) {
      setAsked(unusual);
      return;
    }
    setIsBusy(true);
    const tied = siteId === '' ? null : siteId;
    const isStored = await saveRecord({ kind, id, companyId, siteId: tied, values, source });
    setIsBusy(false);
    if (isStored) set({ entry: null });
  };
  return (
    <EntryDialog
      title={t[titles[kind][isNew ? 0 : 1]]}
      isBusy={isBusy}
      onSubmit={() => void submit()}
      {...(fields.some(isAsked) && { submitLabel: screenText[language].keep })}
    >
      {fields.map((field) => {
        const shared = {
          field,
          typed: typed[field.key] ?? '',
          isTried,
          question: isAsked(field) ? usualText(field, language) : undefined,
          onType: (text: string) => setTyped({ ...typed, [field.key]: text }),
        };
        return kind === 'fleet' && field.key === 'model' ? (
          <ModelField
            key={field.key}
            {...shared}
            onModel={(model) => setTyped({ ...typed, ...typedModel(model, language) })}
          />
        ) : (
          <EntryField key={field.key} {...shared} />
        );
      })}
      {isNew && companyId !== null && (kind === 'contract' || kind === 'instrument') ? (
        <SiteChoice companyId={companyId} siteId={siteId} onChoose={setSiteId} />
      ) : null}
      {kind === 'company' ? null : <SourceFields source={source} onChange={setSource} />}
    </EntryDialog>
  );
}

/** The form of a company, site, contract, debt instrument, period or fleet, new or known. */
export function RecordDialog({ entry }: { readonly entry: RecordEntry }): ReactElement | null {
  const { kind, id } = entry;
  const set = useApp((state) => state.set);
  const [detail, setDetail] = useState<RecordDetail | null>(null);
  useEffect(() => {
    if (id === null) return;
    void ask('record.read', { kind, id }).then((found) => (found ? setDetail(found) : set({ entry: null })));
  }, [kind, id, set]);
  if (id !== null && detail === null) return null;
  return <RecordForm entry={entry} detail={detail} />;
}

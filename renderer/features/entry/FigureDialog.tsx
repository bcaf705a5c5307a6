import { useEffect, useState, type ReactElement } from 'react';
import { figureField, figureFields, type FigureField } from '../../../shared/domain/figureFields.ts';
import type { Figure } from '../../../shared/domain/figure.ts';
import type { RecordField, SourceEntry } from '../../../shared/domain/records.ts';
import { entryText as typedText, readEntry, readingText } from '../../../shared/exchange/readEntry.ts';
import { entryText } from '../../../shared/text/entryText.ts';
import { dataWord, fieldLabel } from '../../../shared/text/fieldLabels.ts';
import { fill } from '../../../shared/text/screenText.ts';
import { loadProvenance } from '../../flows/attachments.ts';
import { saveFigure } from '../../flows/editRecord.ts';
import { useApp, type Entry } from '../../store/appStore.ts';
import { useText } from '../../ui/useText.ts';
import { EntryDialog } from './EntryDialog.tsx';
import { EntryField } from './EntryField.tsx';
import { isSource, SourceFields } from './SourceFields.tsx';

type FigureEntry = Extract<Entry, { readonly what: 'figure' }>;

const date: RecordField = { key: 'as_of', type: 'date' };
const note: RecordField = { key: 'note', type: 'long' };
const confidence: RecordField = {
  key: 'confidence',
  type: 'choice',
  options: ['high', 'medium', 'low'],
};

/** A figure that the catalogue does not know keeps its unit and has no bounds of its own. */
function limitsOf(kind: 'company' | 'site', field: string, figure: Figure | null): FigureField {
  const { unit = '1', basis = null } = figure ?? {};
  return (
    figureField(kind, field) ?? {
      field,
      unit,
      basis,
      min: -1e15,
      max: 1e15,
      low: -Infinity,
      high: Infinity,
    }
  );
}

function FieldChoice({
  kind,
  field,
  onChoose,
}: {
  readonly kind: 'company' | 'site';
  readonly field: string;
  readonly onChoose: (field: string) => void;
}): ReactElement {
  const { language } = useText();
  return (
    <div className="entry-field">
      <label htmlFor="entry-figure">{entryText[language].field}</label>
      <select id="entry-figure" value={field} onChange={(event) => onChoose(event.target.value)}>
        {figureFields[kind].map((known) => (
          <option key={known.field} value={known.field}>
            {`${fieldLabel(known.field, language)}${known.basis ? `, ${dataWord(known.basis, language)}` : ''}`}
          </option>
        ))}
      </select>
    </div>
  );
}

function Rivals({
  count,
  replaces,
  onChoose,
}: {
  readonly count: number;
  readonly replaces: boolean;
  readonly onChoose: (replaces: boolean) => void;
}): ReactElement {
  const { language } = useText();
  const t = entryText[language];
  return (
    <div className="entry-field">
      <label htmlFor="entry-rivals">{`${t.rivals} (${count})`}</label>
      <select
        id="entry-rivals"
        value={replaces ? 'replace' : 'beside'}
        onChange={(event) => onChoose(event.target.value === 'replace')}
      >
        <option value="replace">{t.replaceThem}</option>
        <option value="beside">{t.standBeside}</option>
      </select>
    </div>
  );
}

function FigureForm({
  entry,
  cited,
}: {
  readonly entry: FigureEntry;
  readonly cited: Pick<SourceEntry, 'page' | 'publishedOn'>;
}): ReactElement {
  const { language, text } = useText();
  const t = entryText[language];
  const set = useApp((state) => state.set);
  const { subjectKind, subjectId, figure } = entry;
  const [field, setField] = useState(figure?.field ?? figureFields[subjectKind][0]?.field ?? '');
  const limits = limitsOf(subjectKind, field, figure);
  const value: RecordField = {
    key: 'value',
    type: 'number',
    unit: limits.unit,
    min: limits.min,
    max: limits.max,
    isRequired: true,
  };
  const [typed, setTyped] = useState({
    value: typedText(value, figure?.value ?? null, language),
    asOf: figure?.asOf ?? '',
    note: figure?.note ?? '',
    confidence: figure?.confidence ?? '',
  });
  const [isNotApplicable, setIsNotApplicable] = useState(figure?.state === 'notApplicable');
  const [source, setSource] = useState<SourceEntry>({
    title: figure?.source ?? null,
    url: figure?.sourceUrl ?? null,
    ...cited,
  });
  const [replaces, setReplaces] = useState(figure?.id !== '');
  const [isTried, setIsTried] = useState(false);
  /** The unusual number that the analyst was asked about; typed another one, the question is open again. */
  const [asked, setAsked] = useState<number | null>(null);
  const known = useApp((state) => (subjectKind === 'company' ? state.company : state.site))?.figures ?? [];
  const rivals = known.filter((other) => other.field === field && other.id !== figure?.id);
  const reading = readEntry(value, typed.value, language);
  const read = reading.kind === 'value' && typeof reading.value === 'number' ? reading.value : null;
  const isUnusual = !isNotApplicable && read !== null && (read < limits.low || read > limits.high);
  const submit = async () => {
    setIsTried(true);
    const day = readEntry(date, typed.asOf, language);
    if ((!isNotApplicable && read === null) || day.kind !== 'value' || !isSource(source)) return;
    if (isUnusual && asked !== read) {
      setAsked(read);
      return;
    }
    const isStored = await saveFigure({
      id: figure?.id || null,
      subjectKind,
      subjectId,
      field,
      value: isNotApplicable ? null : read,
      unit: limits.unit,
      basis: limits.basis,
      asOf: typed.asOf.trim() === '' ? null : typed.asOf.trim(),
      note: typed.note.trim() === '' ? null : typed.note,
      confidence: typed.confidence === '' ? null : (typed.confidence as 'high' | 'medium' | 'low'),
      source,
      replacesOthers: rivals.length > 0 && replaces,
    });
    if (isStored) set({ entry: null });
  };
  const isAsked = isUnusual && asked === read;
  return (
    <EntryDialog
      title={figure?.id ? `${t.editFigure}: ${fieldLabel(field, language)}` : t.newFigure}
      isBusy={false}
      onSubmit={() => void submit()}
      {...(isAsked && { submitLabel: text.keep })}
    >
      {figure ? null : <FieldChoice kind={subjectKind} field={field} onChoose={setField} />}
      {isNotApplicable ? null : (
        <EntryField
          field={value}
          label={t.value}
          typed={typed.value}
          isTried={isTried}
          onType={(next) => setTyped({ ...typed, value: next })}
        />
      )}
      {isAsked ? (
        <p className="neg entry-long" role="alert">
          {fill(text.unusual, {
            low: readingText(value, limits.low, language),
            high: readingText(value, limits.high, language),
          })}
        </p>
      ) : null}
      <label className="inline entry-check">
        <input
          type="checkbox"
          checked={isNotApplicable}
          onChange={(event) => setIsNotApplicable(event.target.checked)}
        />{' '}
        {t.notApplicable}
      </label>
      <EntryField
        field={date}
        label={t.asOf}
        typed={typed.asOf}
        isTried={isTried}
        onType={(asOf) => setTyped({ ...typed, asOf })}
      />
      <EntryField
        field={confidence}
        typed={typed.confidence}
        isTried={isTried}
        onType={(next) => setTyped({ ...typed, confidence: next })}
      />
      {rivals.length > 0 ? <Rivals count={rivals.length} replaces={replaces} onChoose={setReplaces} /> : null}
      <SourceFields source={source} onChange={setSource} />
      <EntryField
        field={note}
        typed={typed.note}
        isTried={isTried}
        onType={(next) => setTyped({ ...typed, note: next })}
      />
    </EntryDialog>
  );
}

/** A figure of a company or site: value or "does not apply", with date, source, page and confidence. */
export function FigureDialog({ entry }: { readonly entry: FigureEntry }): ReactElement | null {
  // A value beside another begins as its copy, without an id of its own.
  const id = entry.figure?.id || null;
  const [cited, setCited] = useState<Pick<SourceEntry, 'page' | 'publishedOn'> | null>(
    id === null ? { page: null, publishedOn: null } : null,
  );
  useEffect(() => {
    if (id === null) return;
    void loadProvenance(id, null).then((found) =>
      setCited({ page: found?.page ?? null, publishedOn: found?.source?.publishedOn ?? null }),
    );
  }, [id]);
  return cited ? <FigureForm entry={entry} cited={cited} /> : null;
}

import { useEffect, useState, type ReactElement } from 'react';
import {
  profileNames,
  type ImportColumn,
  type ImportedFile,
  type ImportPlan,
  type ImportPreview,
  type ProfileName,
  type SavedImport,
} from '../../../shared/domain/tableImport.ts';
import { dateShape } from '../../../shared/domain/records.ts';
import { columnsOfSaved, proposeColumns } from '../../../shared/exchange/import/proposePlan.ts';
import { importNoteText } from '../../../shared/text/importNoteText.ts';
import { importText, profileWords } from '../../../shared/text/importText.ts';
import { entryText } from '../../../shared/text/entryText.ts';
import { previewImport } from '../../flows/importTable.ts';
import { ChoiceWithButton } from '../../ui/ChoiceWithButton.tsx';
import { useText } from '../../ui/useText.ts';
import { ColumnRow } from './ColumnRow.tsx';
import { KeepMapping } from './KeepMapping.tsx';

interface Props {
  readonly file: ImportedFile;
  readonly plan: ImportPlan;
  readonly onChange: (plan: ImportPlan) => void;
  readonly onKept: (saved: readonly SavedImport[]) => void;
  readonly onBack: () => void;
  readonly onNext: () => void;
}

/** How the columns read under a plan; the answer to an older plan is dropped. */
function useReading(plan: ImportPlan): ImportPreview | undefined {
  const [reading, setReading] = useState<ImportPreview>();
  useEffect(() => {
    let isCurrent = true;
    void previewImport(plan, null, 1).then((found) => {
      if (isCurrent && found) setReading(found);
    });
    return () => {
      isCurrent = false;
    };
  }, [plan]);
  return reading;
}

/** What holds for every row: list, company, date, source. */
function PlanFields({ file, plan, onChange }: Pick<Props, 'file' | 'plan' | 'onChange'>): ReactElement {
  const { language } = useText();
  const t = importText[language];
  const [asOf, setAsOf] = useState(plan.asOf ?? '');
  const isWrong = asOf.trim() !== '' && !dateShape.test(asOf.trim());
  const has = (key: string): boolean => plan.columns.some(({ target }) => target === key);
  const orNull = (text: string): string | null => (text.trim() === '' ? null : text);
  const byProfile = (profile: ProfileName): ImportPlan => ({
    ...plan,
    profile,
    columns: proposeColumns(profile, file.heads),
  });
  const bySaved = (name: string): ImportPlan => {
    const saved = file.saved.find((one) => one.name === name);
    const fits = saved?.columns.length === file.heads.length;
    return saved && fits ? { ...plan, profile: saved.profile, columns: columnsOfSaved(saved) } : plan;
  };
  const fitting = file.saved.filter(({ columns }) => columns.length === file.heads.length);
  return (
    <div className="import-plan">
      <label>
        {t.profile}
        <select
          value={plan.profile}
          onChange={(event) => onChange(byProfile(event.target.value as ProfileName))}
        >
          {profileNames.map((name) => (
            <option key={name} value={name}>
              {profileWords[language][name]}
            </option>
          ))}
        </select>
      </label>
      {fitting.length > 0 ? (
        <ChoiceWithButton
          label={t.savedProfiles}
          act="apply"
          options={fitting.map(({ name }) => ({ value: name, label: name }))}
          onAct={(name) => onChange(bySaved(name))}
        />
      ) : null}
      {plan.profile === 'prices' || has('company') ? null : (
        <label>
          {t.company}
          <input
            value={plan.company ?? ''}
            maxLength={300}
            onChange={(event) => onChange({ ...plan, company: orNull(event.target.value) })}
          />
        </label>
      )}
      {['sites', 'figures', 'identity'].includes(plan.profile) && !has('as_of') ? (
        <label>
          {t.asOf}
          <input
            value={asOf}
            aria-invalid={isWrong}
            placeholder={language === 'de' ? 'JJJJ-MM-TT' : 'YYYY-MM-DD'}
            onChange={(event) => {
              setAsOf(event.target.value);
              const date = event.target.value.trim();
              if (date === '' || dateShape.test(date)) onChange({ ...plan, asOf: orNull(date) });
            }}
          />
          {isWrong ? <small className="neg">{entryText[language].needsDate}</small> : null}
        </label>
      ) : null}
      {has('source_title') ? null : (
        <label>
          {t.source}
          <input
            value={plan.source.title ?? ''}
            maxLength={500}
            onChange={(event) =>
              onChange({ ...plan, source: { ...plan.source, title: orNull(event.target.value) } })
            }
          />
        </label>
      )}
    </div>
  );
}

/** Where each column goes and how it is read. */
export function ColumnsStep({ file, plan, onChange, onKept, onBack, onNext }: Props): ReactElement {
  const { language } = useText();
  const t = importText[language];
  const reading = useReading(plan);
  const setColumn = (index: number, column: ImportColumn): void =>
    onChange({ ...plan, columns: plan.columns.map((old, at) => (at === index ? column : old)) });
  return (
    <>
      <PlanFields file={file} plan={plan} onChange={onChange} />
      <div className="table-scroll import-columns" tabIndex={0} role="region" aria-label={t.stepColumns}>
        <table>
          <thead>
            <tr>
              {[t.column, t.target, t.unit, t.decimal, t.readsAs].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {file.heads.map((head, index) => (
              <ColumnRow
                // Columns have no other name than their place: heads may be empty or alike.
                key={`${index} ${head}`}
                head={head === '' ? String(index + 1) : head}
                profile={plan.profile}
                column={plan.columns[index] ?? { target: null, unit: null, notation: null, dateOrder: null }}
                reading={reading?.columns[index]}
                onChange={(column) => setColumn(index, column)}
              />
            ))}
          </tbody>
        </table>
      </div>
      <div className="import-foot">
        <div role="status">
          <ul className="import-problems">
            {reading?.problems.map((note) => (
              <li key={importNoteText(note, language)}>{importNoteText(note, language)}</li>
            ))}
          </ul>
        </div>
        <KeepMapping file={file} plan={plan} onKept={onKept} />
        <button type="button" className="btn quiet" onClick={onBack}>
          {t.back}
        </button>
        <button
          type="button"
          className="btn primary"
          disabled={!reading || reading.problems.length > 0}
          onClick={onNext}
        >
          {t.next}
        </button>
      </div>
    </>
  );
}

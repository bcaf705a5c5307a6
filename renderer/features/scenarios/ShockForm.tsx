import { useState, type ReactElement } from 'react';
import { shockKinds, shockTable, type ShockSize } from '../../../shared/engine/scenario/shockTable.ts';
import { shockNames, sizeName } from '../../../shared/text/scenario/shockNames.ts';
import { scenarioScreenText } from '../../../shared/text/scenario/scenarioScreenText.ts';
import { sizeText, sizeUnit } from '../../../shared/text/scenario/shockText.ts';
import { fill } from '../../../shared/text/screenText.ts';
import { useText } from '../../ui/useText.ts';
import { ScopeChoice } from './ScopeChoice.tsx';
import {
  draftOf,
  draftOfKind,
  readDraft,
  type DraftFault,
  type DraftShock,
  type ShockDraft,
} from './shockDraft.ts';

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly unit?: string;
  readonly hint: string;
  readonly fault: string | null;
  readonly onChange: (text: string) => void;
}

/** One field of the form: its unit beside it, its hint or what is wrong below. */
function Field({ id, label, value, unit = '', hint, fault, onChange }: FieldProps): ReactElement {
  return (
    <div className="field-row">
      <label htmlFor={id}>{label}</label>
      <span>
        <span className="field">
          <input
            id={id}
            value={value}
            autoComplete="off"
            aria-invalid={fault !== null}
            aria-describedby={`${id}-hint`}
            onChange={({ target }) => onChange(target.value)}
          />
          {unit === '' ? null : <span className="u">{unit}</span>}
        </span>
        <small id={`${id}-hint`} className={fault === null ? 'note' : 'neg'}>
          {fault ?? hint}
        </small>
      </span>
    </div>
  );
}

function useFaultText(): (fault: DraftFault | undefined, size?: ShockSize) => string | null {
  const { language, text } = useText();
  const t = scenarioScreenText[language];
  return (fault, size) => {
    if (fault === undefined) return null;
    const bounds = (of: ShockSize): string =>
      fill(text.impossible, { low: sizeText(of, of.min, language), high: sizeText(of, of.max, language) });
    const sentences: Readonly<Record<DraftFault, string>> = {
      notANumber: text.notANumber,
      wholeOnly: text.wholeOnly,
      ambiguous: text.ambiguous,
      month: t.wrongMonth,
      tenant: t.noTenant,
      bounds: size ? bounds(size) : fill(text.impossible, { low: '1', high: '360' }),
    };
    return sentences[fault];
  };
}

/** R7.3b A shock being entered: its kind brings the sizes of the conventions along, each can be changed. */
export function ShockForm({
  shock,
  onStore,
  onClose,
}: {
  readonly shock: DraftShock | undefined;
  readonly onStore: (shock: DraftShock) => void;
  readonly onClose: () => void;
}): ReactElement {
  const { language, text } = useText();
  const t = scenarioScreenText[language];
  const faultText = useFaultText();
  const [draft, setDraft] = useState<ShockDraft>(() =>
    shock ? draftOf(shock, language) : draftOfKind('btcPrice', language),
  );
  const [faults, setFaults] = useState<Readonly<Record<string, DraftFault>>>({});
  const change = (part: Partial<ShockDraft>) => {
    setDraft({ ...draft, ...part });
    setFaults({});
  };
  const submit = () => {
    const read = readDraft(draft, language);
    if ('shock' in read) onStore(read.shock);
    else setFaults(read.faults);
  };
  const isCalendar = draft.counted === 'calendar';
  return (
    <form
      className="scenario-form"
      aria-label={t.addShock}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <label className="field-row">
        <span>{t.kind}</span>
        <select
          value={draft.kind}
          onChange={({ target }) => {
            const kind = shockKinds.find((one) => one === target.value);
            if (kind) change({ ...draftOfKind(kind, language), scope: draft.scope });
          }}
        >
          {shockKinds.map((kind) => (
            <option key={kind} value={kind}>
              {shockNames[language][kind]}
            </option>
          ))}
        </select>
      </label>
      {draft.kind === 'tenantDefault' ? (
        <Field
          id="shock-tenant"
          label={t.tenant}
          value={draft.tenant}
          hint={t.tenantHint}
          fault={faultText(faults['tenant'])}
          onChange={(tenant) => change({ tenant })}
        />
      ) : null}
      {shockTable[draft.kind].sizes.map((size) => (
        <Field
          key={size.name}
          id={`shock-${size.name}`}
          label={sizeName(size.name, language)}
          value={draft.sizes[size.name] ?? ''}
          unit={sizeUnit(size, language)}
          hint={sizeText(size, size.default, language)}
          fault={faultText(faults[size.name], size)}
          onChange={(value) => change({ sizes: { ...draft.sizes, [size.name]: value } })}
        />
      ))}
      <label className="field-row">
        <span>{t.start}</span>
        <select
          value={draft.counted}
          onChange={({ target }) => {
            const counted = target.value === 'calendar' ? 'calendar' : 'fromValuation';
            change({ counted, start: counted === 'calendar' ? '' : '0' });
          }}
        >
          <option value="fromValuation">{t.fromValuation}</option>
          <option value="calendar">{t.calendar}</option>
        </select>
      </label>
      <Field
        id="shock-start"
        label={t.startMonth}
        value={draft.start}
        hint={isCalendar ? t.startHint : ''}
        fault={isCalendar || faults['start'] === undefined ? faultText(faults['start']) : text.wholeOnly}
        onChange={(start) => change({ start })}
      />
      <Field
        id="shock-duration"
        label={t.duration}
        value={draft.duration}
        hint={t.durationHint}
        fault={faultText(faults['duration'])}
        onChange={(duration) => change({ duration })}
      />
      <ScopeChoice scope={draft.scope} onChange={(scope) => change({ scope })} />
      <Field
        id="shock-source"
        label={t.changeSource}
        value={draft.source}
        hint=""
        fault={null}
        onChange={(source) => change({ source })}
      />
      <span className="plan-buttons">
        <button type="submit" className="btn primary">
          {text.store}
        </button>
        <button type="button" className="btn" onClick={onClose}>
          {text.cancel}
        </button>
      </span>
    </form>
  );
}

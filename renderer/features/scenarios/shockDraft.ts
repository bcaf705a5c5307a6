import type { ScenarioBody } from '../../../shared/domain/scenario.ts';
import { shockTable, type ShockKind, type ShockSize } from '../../../shared/engine/scenario/shockTable.ts';
import { readQuantity } from '../../../shared/exchange/readQuantity.ts';
import { formatExact, type Language } from '../../../shared/format/number.ts';
import { isInPoints } from '../../../shared/text/scenario/shockText.ts';

export type DraftShock = ScenarioBody['shocks'][number];

/** A shock as it is typed: numbers are texts until they are stored. */
export interface ShockDraft {
  readonly kind: ShockKind;
  readonly counted: 'fromValuation' | 'calendar';
  readonly start: string;
  readonly duration: string;
  readonly sizes: Readonly<Record<string, string>>;
  readonly tenant: string;
  readonly scope: DraftShock['scope'];
  readonly source: string;
}

/** A field that cannot be stored, and why. */
export type DraftFault = 'notANumber' | 'wholeOnly' | 'bounds' | 'month' | 'tenant' | 'ambiguous';

function typed(size: ShockSize, value: number, language: Language): string {
  return formatExact(isInPoints(size) ? Number((value * 100).toPrecision(12)) : value, language);
}

function sizesOf(
  kind: ShockKind,
  sizes: Readonly<Partial<Record<string, number>>>,
  language: Language,
): Record<string, string> {
  return Object.fromEntries(
    shockTable[kind].sizes.map((size) => [
      size.name,
      typed(size, sizes[size.name] ?? size.default, language),
    ]),
  );
}

/** A draft with the default sizes and duration of a kind. */
export function draftOfKind(kind: ShockKind, language: Language): ShockDraft {
  const months = shockTable[kind].defaultDurationMonths;
  return {
    kind,
    counted: 'fromValuation',
    start: '0',
    duration: months === null ? '' : String(months),
    sizes: sizesOf(kind, {}, language),
    tenant: '',
    scope: { of: 'all' },
    source: '',
  };
}

export function draftOf(shock: DraftShock, language: Language): ShockDraft {
  const { kind, start, durationMonths, sizes, tenant, scope, source } = shock;
  return {
    kind,
    counted: start.counted,
    start: String(start.month),
    duration: durationMonths === null ? '' : String(durationMonths),
    sizes: sizesOf(kind, sizes, language),
    tenant: tenant ?? '',
    scope,
    source: source ?? '',
  };
}

function readSize(size: ShockSize, text: string, language: Language): number | DraftFault {
  const isPoints = isInPoints(size);
  const reading = readQuantity(text, isPoints ? 'percent' : size.unit, language);
  if (reading.kind === 'ambiguous') return 'ambiguous';
  if (reading.kind !== 'read') return 'notANumber';
  const value = isPoints ? Number((reading.value / 100).toPrecision(15)) : reading.value;
  if (size.isWhole === true && !Number.isInteger(value)) return 'wholeOnly';
  return value < size.min || value > size.max ? 'bounds' : value;
}

const longest = 360;

function readMonths(text: string, min: number): number | undefined {
  const months = Number(text.trim());
  return /^\d+$/.test(text.trim()) && months >= min && months <= longest ? months : undefined;
}

/** The shock that a draft means, or the fields that cannot be stored. */
export function readDraft(
  draft: ShockDraft,
  language: Language,
): { readonly shock: DraftShock } | { readonly faults: Readonly<Record<string, DraftFault>> } {
  const faults: Record<string, DraftFault> = {};
  const sizes: Record<string, number> = {};
  for (const size of shockTable[draft.kind].sizes) {
    const value = readSize(size, draft.sizes[size.name] ?? '', language);
    if (typeof value === 'number') sizes[size.name] = value;
    else faults[size.name] = value;
  }
  const month = readMonths(draft.start, 0);
  const isCalendar = /^\d{4}-(0[1-9]|1[0-2])$/.test(draft.start.trim());
  if (draft.counted === 'calendar' ? !isCalendar : month === undefined) faults['start'] = 'month';
  const duration = draft.duration.trim() === '' ? null : readMonths(draft.duration, 1);
  if (duration === undefined) faults['duration'] = 'bounds';
  const tenant = draft.kind === 'tenantDefault' ? draft.tenant.trim() : null;
  if (tenant === '') faults['tenant'] = 'tenant';
  if (Object.keys(faults).length > 0) return { faults };
  return {
    shock: {
      kind: draft.kind,
      start:
        draft.counted === 'calendar'
          ? { counted: 'calendar', month: draft.start.trim() }
          : { counted: 'fromValuation', month: month ?? 0 },
      durationMonths: duration ?? null,
      sizes,
      tenant,
      scope: draft.scope,
      source: draft.source.trim() === '' ? null : draft.source.trim(),
    },
  };
}

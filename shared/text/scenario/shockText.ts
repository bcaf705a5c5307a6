import type { Shock, ScenarioScope, ShockStart } from '../../engine/scenario/scenario.ts';
import { neutralSize, shockTable, type ShockSize } from '../../engine/scenario/shockTable.ts';
import { formatDate, formatExact, type Language } from '../../format/number.ts';
import { unitName } from '../inputLabels.ts';
import { shockNames, sizeName } from './shockNames.ts';

/** Names of what a scope points to; an id stands for what is no longer there. */
export interface ScopeNames {
  readonly companyName: (id: string) => string;
  readonly siteName: (id: string) => string;
}

const words = {
  de: {
    all: 'alle Standorte',
    grid: 'Standorte im Netz {name}',
    now: 'ab dem Bewertungsmonat',
    month: 'ab Monat {month}',
    calendar: 'ab {month}',
    good: 'auf Dauer',
    one: 'für einen Monat',
    months: 'für {months} Monate',
    points: 'Punkte',
    oneMonth: 'Monat',
    manyMonths: 'Monate',
    tenant: 'Mieter {name}',
  },
  en: {
    all: 'all sites',
    grid: 'sites on the {name} grid',
    now: 'from the valuation month',
    month: 'from month {month}',
    calendar: 'from {month}',
    good: 'for good',
    one: 'for one month',
    months: 'for {months} months',
    points: 'points',
    oneMonth: 'month',
    manyMonths: 'months',
    tenant: 'tenant {name}',
  },
} as const;

/** R7.3 For which sites, in words. */
export function scopeText(scope: ScenarioScope, names: ScopeNames, language: Language): string {
  const t = words[language];
  switch (scope.of) {
    case 'all':
      return t.all;
    case 'grid':
      return t.grid.replace('{name}', scope.gridOperator);
    case 'company':
      return names.companyName(scope.companyId);
    case 'site':
      return names.siteName(scope.siteId);
  }
}

/** Shares are moved in percentage points, as they are shown and typed; a ratio such as a PUE is not. */
export function isInPoints({ name, unit, operation }: ShockSize): boolean {
  return operation === 'add' && name !== 'pue' && (unit === '1' || unit === '1/yr');
}

/** What stands behind the number of a size: a factor, points, or its unit. */
export function sizeUnit(size: ShockSize, language: Language): string {
  if (size.operation === 'multiply') return '×';
  if (isInPoints(size)) return words[language].points;
  return size.unit === '1' ? '' : unitName(size.unit, language);
}

/** Where a size comes from; without a source it is an assumption, and so is what says so itself. */
export function sourceWords(source: string | null, language: Language): string {
  const assumption = language === 'de' ? 'Annahme ◇' : 'assumption ◇';
  if (source === null) return assumption;
  return source.replace('assumption', assumption);
}

/** R7.3b One size in words: × 0.4, or + 10 $/MWh. */
export function sizeText(size: ShockSize, value: number, language: Language): string {
  const t = words[language];
  if (size.operation === 'multiply') return `× ${formatExact(value, language)}`;
  const sign = value < 0 ? '−' : '+';
  const amount = Math.abs(value);
  if (isInPoints(size))
    return `${sign} ${formatExact(Number((amount * 100).toPrecision(12)), language)} ${t.points}`;
  if (size.unit === 'months')
    return `${sign} ${formatExact(amount, language)} ${amount === 1 ? t.oneMonth : t.manyMonths}`;
  const unit = sizeUnit(size, language);
  return `${sign} ${formatExact(amount, language)}${unit === '' ? '' : `\u00a0${unit}`}`;
}

/** R7.3b When a shock begins. */
export function startText(start: ShockStart, language: Language): string {
  const t = words[language];
  if (start.counted === 'calendar') return t.calendar.replace('{month}', formatDate(start.month, language));
  return start.month === 0 ? t.now : t.month.replace('{month}', String(start.month));
}

/** R7.3b How long a shock lasts. */
export function durationText(months: number | null, language: Language): string {
  const t = words[language];
  if (months === null) return t.good;
  return months === 1 ? t.one : t.months.replace('{months}', String(months));
}

/** The sizes of a shock that change something, in words. */
export function sizesText(
  { kind, sizes, tenant }: Pick<Shock, 'kind' | 'sizes' | 'tenant'>,
  language: Language,
): string {
  const told = shockTable[kind].sizes.flatMap((size) => {
    const value = sizes[size.name] ?? neutralSize(size);
    return value === neutralSize(size)
      ? []
      : [`${sizeName(size.name, language)} ${sizeText(size, value, language)}`];
  });
  const name = tenant === null ? [] : [words[language].tenant.replace('{name}', tenant)];
  return [...name, ...told].join(', ');
}

/** A shock in one line: what, how much, when, how long. */
export function shockText(shock: Shock, language: Language): string {
  const when = `${startText(shock.start, language)} ${durationText(shock.durationMonths, language)}`;
  const sizes = sizesText(shock, language);
  return `${shockNames[language][shock.kind]}: ${sizes === '' ? when : `${sizes}, ${when}`}`;
}

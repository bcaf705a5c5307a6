import type { ImportColumn, ImportPlan, ProfileName, SavedImport } from '../../domain/tableImport.ts';
import { columnLabel } from '../../text/entryText.ts';
import { fieldLabel } from '../../text/fieldLabels.ts';
import { bracketedUnits, choiceIn, columnUnits, namesForeignUnit, unitOfHead } from './columnUnits.ts';
import { profileOf, profiles, targetOf, type ImportProfile, type ImportTarget } from './profiles.ts';

/** A head without its unit, accents and signs, so that "Leistung [kW]" and "leistung" meet. */
function plainHead(head: string): string {
  return head
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[[(][^\])]*[\])]/g, ' ')
    .replace(/\s+in\s+\S+\s*$/, ' ')
    .replaceAll(/[_:*]+/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function words(target: ImportTarget): string[] {
  const label = target.part === 'figure' ? fieldLabel : columnLabel;
  return [...target.heads, label(target.key, 'de'), label(target.key, 'en')].map(plainHead);
}

/** How well a head fits: whole, or by the longest words it contains. */
function fit(head: string, known: readonly string[]): number {
  if (head === '') return 0;
  const padded = ` ${head} `;
  return Math.max(
    ...known.map((word, index) => {
      if (word === '') return 0;
      // Earlier words are more telling than later ones.
      if (word === head) return 1000 - index;
      return word.length > 2 && padded.includes(` ${word} `) ? word.length * 4 : 0;
    }),
  );
}

/**
 * The unit a column is in: what its head names where that fits the target, else the unit values are kept in. None where
 * the head names one in brackets that is no choice: taking it for our own would make euros of dollars.
 */
export function unitFor(target: ImportTarget | undefined, head: string): string | null {
  const own = target?.field.unit ?? '';
  const choices = columnUnits[own];
  if (!choices) return null;
  const inBrackets = bracketedUnits(head);
  if (inBrackets.length > 0)
    return inBrackets.map((unit) => choiceIn(own, unit)).find((unit) => unit !== undefined) ?? null;
  const named = choiceIn(own, unitOfHead(head));
  if (named !== undefined) return named;
  return namesForeignUnit(head) ? null : own;
}

function fitsUnit(target: ImportTarget, head: string): boolean {
  const named = unitOfHead(head);
  if (named === undefined) return true;
  const own = target.field.unit ?? '';
  // "MW" after a text such as a name is no unit; a number whose unit is another cannot be meant.
  return own in columnUnits ? choiceIn(own, named) !== undefined : target.field.type !== 'number';
}

function columnsFor(profile: ImportProfile, heads: readonly string[]): ImportColumn[] {
  const pairs = heads.flatMap((head, column) =>
    profile.targets
      .filter((target) => fitsUnit(target, head))
      .map((target) => ({ column, target, points: fit(plainHead(head), words(target)) })),
  );
  const chosen = new Map<number, ImportTarget>();
  const used = new Set<string>();
  for (const { column, target, points } of pairs.toSorted((a, b) => b.points - a.points)) {
    if (points === 0 || chosen.has(column) || used.has(target.key)) continue;
    chosen.set(column, target);
    used.add(target.key);
  }
  return heads.map((head, column) => ({
    target: chosen.get(column)?.key ?? null,
    unit: unitFor(chosen.get(column), head),
    notation: null,
    dateOrder: null,
  }));
}

/** The columns a profile proposes for these heads. */
export function proposeColumns(name: ProfileName, heads: readonly string[]): ImportColumn[] {
  return columnsFor(profileOf(name), heads);
}

function coverage(profile: ImportProfile, columns: readonly ImportColumn[]): number {
  const mapped = profile.targets.filter(({ key }) => columns.some(({ target }) => target === key));
  const lacks = profile.targets.filter(
    ({ field, key }) => field.isRequired === true && mapped.every((one) => one.key !== key),
  );
  // Columns that only some lists have tell more than a name or a date.
  const told = mapped.reduce((sum, { part }) => sum + (part === 'tie' ? 1 : 2), 0);
  return told - lacks.length * 3;
}

/** The mapping kept for exactly these heads. */
function savedFor(heads: readonly string[], saved: readonly SavedImport[]): SavedImport | undefined {
  return saved.find(
    ({ columns }) =>
      columns.length === heads.length && columns.every(({ head }, index) => head === heads[index]),
  );
}

export function columnsOfSaved(saved: SavedImport): ImportColumn[] {
  const profile = profileOf(saved.profile);
  return saved.columns.map(({ target, unit }) => {
    // Older mappings name no unit where there was none to choose.
    const isPlain = unit === null && targetOf(profile, target)?.field.unit === '1';
    return { target, unit: isPlain ? '1' : unit, notation: null, dateOrder: null };
  });
}

/** What the heads of a file propose; a profile that was kept for the same heads comes first. */
export function proposePlan(heads: readonly string[], saved: readonly SavedImport[]): ImportPlan {
  const rest = { company: null, asOf: null, source: { title: null, url: null } };
  const kept = savedFor(heads, saved);
  if (kept) return { profile: kept.profile, columns: columnsOfSaved(kept), ...rest };
  const proposals = profiles.map((profile) => {
    const columns = columnsFor(profile, heads);
    return { profile: profile.name, columns, points: coverage(profile, columns) };
  });
  const best = proposals.reduce((a, b) => (b.points > a.points ? b : a));
  return { profile: best.profile, columns: best.columns, ...rest };
}

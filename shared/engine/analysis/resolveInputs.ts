import { yearOneRentUsdPerKwMonth } from '../ai/leaseTerms.ts';
import { targetIntervalS } from '../protocol/halvingDates.ts';
import type {
  EvidenceContract,
  EvidenceFact,
  EvidenceOwnValue,
  EvidencePreset,
  SiteEvidence,
} from './evidence.ts';
import { fleetEfficiency, fleetNameplateThS, fleetProvenance } from './fleets.ts';
import { inputInScenario } from './inputInScenario.ts';
import { inputKeys, inputTable, type InputKey, type InputRow } from './inputTable.ts';
import type { ResolvedInput } from './siteAnalysis.ts';

type Found = Pick<
  ResolvedInput,
  'value' | 'origin' | 'unit' | 'basis' | 'asOf' | 'source' | 'sourceUrl' | 'confidence' | 'note'
>;

/** The values by key; a missing one is absent, never 0. */
export type InputValues = Readonly<Partial<Record<InputKey, number>>>;

/** What the portfolio knows of a site, by the names under which inputs ask for it; the first of a name counts. */
interface Known {
  readonly evidence: SiteEvidence;
  readonly facts: ReadonlyMap<string, EvidenceFact>;
  readonly presets: ReadonlyMap<string, EvidencePreset>;
  readonly own: ReadonlyMap<string, EvidenceOwnValue>;
}

function byName<Row>(rows: readonly Row[], nameOf: (row: Row) => string): ReadonlyMap<string, Row> {
  const found = new Map<string, Row>();
  for (const row of rows) {
    const name = nameOf(row);
    if (!found.has(name)) found.set(name, row);
  }
  return found;
}

function knownOf(evidence: SiteEvidence): Known {
  return {
    evidence,
    facts: byName(evidence.facts, ({ field }) => field),
    presets: byName(evidence.presets, ({ key }) => key),
    own: byName(evidence.ownValues, ({ key }) => key),
  };
}

function netOfCredits(fact: EvidenceFact): boolean {
  return /net/i.test(fact.basis ?? '');
}

/**
 * R1.9 Facts stand for an input as they are, with one exception: a power price published net of curtailment
 * credits is no energy price for AI halls, which earn no credits (SECTOR.md); only mining may use it.
 */
function factFor(key: InputKey, { facts }: Known): Found | undefined {
  for (const field of inputTable[key].facts ?? []) {
    const fact = facts.get(field);
    if (!fact || (key === 'powerPriceUsdPerMwh' && netOfCredits(fact))) continue;
    const { value, unit, basis, asOf, source, sourceUrl, confidence, note } = fact;
    return { value, origin: 'fact', unit, basis, asOf, source, sourceUrl, confidence, note };
  }
  return undefined;
}

/** A lease whose published total, term and power give a rent. */
export interface LeaseWithRent extends EvidenceContract {
  readonly itLoadMw: number;
  readonly termYears: number;
  readonly totalContractValueUsd: number;
}

function hasRent(contract: EvidenceContract): contract is LeaseWithRent {
  const { service, itLoadMw, termYears, totalContractValueUsd } = contract;
  return (
    service === 'colocation' &&
    (itLoadMw ?? 0) > 0 &&
    totalContractValueUsd !== null &&
    termYears !== null &&
    termYears >= 1 &&
    Math.floor(termYears) === termYears
  );
}

/** R4.13 The site's signed leases whose figures give a rent. */
export function leasesWithRent({ contracts }: SiteEvidence): LeaseWithRent[] {
  return contracts.filter(hasRent);
}

/** R4.13 Year-1 rent of the site's signed leases, weighted by their critical IT MW. */
function rentOfContracts(evidence: SiteEvidence, escalatorPerYear: number | undefined): Found | undefined {
  const leases = leasesWithRent(evidence);
  const newest = leases[0];
  if (!newest || escalatorPerYear === undefined) return undefined;
  let weighted = 0;
  let weight = 0;
  for (const { itLoadMw: mw, termYears, totalContractValueUsd } of leases) {
    weight += mw;
    weighted += mw * yearOneRentUsdPerKwMonth(totalContractValueUsd, termYears, escalatorPerYear, mw * 1000);
  }
  return {
    value: weighted / weight,
    origin: 'derived',
    unit: 'USD/kW-month',
    basis: 'critical IT',
    asOf: newest.signedDate,
    source: newest.source,
    sourceUrl: newest.sourceUrl,
    confidence: newest.confidence,
    note: `R4.13: ${leases.map((lease) => lease.id).join(', ')}`,
  };
}

/** R1.9a, R1.9b What the fleets of the site say; undefined where R1.9c leaves it underived. */
function fromFleets(key: InputKey, { fleets = [] }: SiteEvidence): Found | undefined {
  const nameplate = fleetNameplateThS(fleets);
  const value =
    key === 'siteHashrateEhS'
      ? nameplate === undefined
        ? undefined
        : nameplate / 1e6
      : fleetEfficiency(fleets);
  if (value === undefined) return undefined;
  return {
    value,
    origin: 'derived',
    unit: inputTable[key].unit,
    basis: null,
    ...fleetProvenance(fleets),
    note: `R1.9a: ${fleets.map(({ model }) => model).join(', ')}`,
  };
}

/** R3.6 Hash rate of a fleet that fills the site's power: MW / (PUE · J/TH), in EH/s. Only for a site that mines. */
function hashrateOfPower(evidence: SiteEvidence, values: InputValues): Found | undefined {
  const { gridPowerMw, miningPue, fleetEfficiencyJPerTh } = values;
  const mines = evidence.currentUse === 'mining' || evidence.currentUse === 'mixed';
  if (!mines || gridPowerMw === undefined || miningPue === undefined || fleetEfficiencyJPerTh === undefined)
    return undefined;
  return {
    value: gridPowerMw / (miningPue * fleetEfficiencyJPerTh),
    origin: 'derived',
    unit: 'EH/s',
    basis: null,
    asOf: null,
    source: null,
    sourceUrl: null,
    confidence: 'low',
    note: 'R3.6: gridPowerMw / (miningPue · fleetEfficiencyJPerTh)',
  };
}

/** R2.1a The spacing that the protocol's retarget aims at. */
function targetOfProtocol(): Found {
  return {
    value: targetIntervalS,
    origin: 'derived',
    unit: 's',
    basis: null,
    asOf: null,
    source: 'Bitcoin Core, consensus parameters',
    sourceUrl: null,
    confidence: 'high',
    note: 'R2.4: 2016 · 600 s',
  };
}

const presetOf: Partial<Record<InputKey, string>> = { miningPowerPriceUsdPerMwh: 'powerPriceUsdPerMwh' };

/** R1.9 The preset of an input; none may stand in for grid MW, whatever a file of presets holds. */
function presetOfInput(key: InputKey, { presets }: Known): EvidencePreset | undefined {
  if (key === 'gridPowerMw') return undefined;
  return presets.get(presetOf[key] ?? key);
}

/** R1.9 The preset of an input, in force or not; none for grid MW. */
export function presetOfKey(evidence: SiteEvidence, key: InputKey): EvidencePreset | undefined {
  const name = presetOf[key] ?? key;
  return key === 'gridPowerMw' ? undefined : evidence.presets.find((preset) => preset.key === name);
}

function presetFor(preset: EvidencePreset | undefined): Found | undefined {
  if (!preset) return undefined;
  const { base, unit, basis, source, confidence } = preset;
  return {
    value: base,
    origin: 'preset',
    unit,
    basis,
    asOf: null,
    source,
    sourceUrl: null,
    confidence,
    note: null,
  };
}

function ownFor(key: InputKey, known: Known): Found | undefined {
  const own = known.own.get(key);
  if (!own) return undefined;
  return {
    value: own.value,
    origin: 'own',
    unit: inputTable[key].unit,
    basis: null,
    asOf: own.enteredAt.slice(0, 10),
    source: own.enteredBy,
    sourceUrl: null,
    confidence: null,
    note: own.note,
  };
}

function nothingKnown(key: InputKey): Found {
  return {
    value: null,
    origin: 'missing',
    unit: inputTable[key].unit,
    basis: null,
    asOf: null,
    source: null,
    sourceUrl: null,
    confidence: null,
    note: null,
  };
}

/** Terms that stand as other terms do until the analyst says otherwise. */
const sameAs: Partial<Record<InputKey, { readonly key: InputKey; readonly note: string }>> = {
  allianceBackstopTenorMonths: { key: 'leaseTermMonths', note: 'R4.17: leaseTermMonths' },
  allianceMinerResidualShareAfterDefault: {
    key: 'allianceMinerResidualShare',
    note: 'R4.25a: allianceMinerResidualShare',
  },
};

function likeAnother(key: InputKey, before: InputValues): Found | undefined {
  const other = sameAs[key];
  const value = other && before[other.key];
  if (!other || value === undefined) return undefined;
  return { ...nothingKnown(key), value, origin: 'derived', note: other.note };
}

/** What the portfolio itself says: a fact, or what follows from facts by a rule. */
function portfolioValue(key: InputKey, known: Known, before: InputValues): Found | undefined {
  const { evidence } = known;
  if (key === 'rentYear1UsdPerKwMonth') return rentOfContracts(evidence, before.rentEscalatorPerYear);
  if (key === 'blockIntervalS') return targetOfProtocol();
  if (key === 'siteHashrateEhS')
    return fromFleets(key, evidence) ?? factFor(key, known) ?? hashrateOfPower(evidence, before);
  if (key === 'fleetEfficiencyJPerTh') return fromFleets(key, evidence) ?? factFor(key, known);
  return factFor(key, known) ?? likeAnother(key, before);
}

/**
 * R1.9, R7.3a The inputs that a site has: an assumption that nothing rests on must not be counted as one, nor one be
 * missing that nothing needs.
 */
export function inputsOf({ ownPlans = [], ownValues, scenario }: SiteEvidence): readonly InputKey[] {
  const set = scenario?.changes.filter(({ operation }) => operation === 'set') ?? [];
  const entered = new Set([...ownValues, ...set].map(({ key }) => key));
  return inputKeys.filter((key) => {
    const { isForOwnPlans, switchedBy }: InputRow = inputTable[key];
    if (isForOwnPlans === true && ownPlans.length === 0) return false;
    return switchedBy === undefined || entered.has(switchedBy);
  });
}

/** Inputs that others are derived from come first. */
const derivedLast: readonly InputKey[] = ['siteHashrateEhS', 'rentYear1UsdPerKwMonth'];

function resolve(key: InputKey, known: Known, before: InputValues): ResolvedInput {
  const own = ownFor(key, known);
  const preset = presetOfInput(key, known);
  const fallback = portfolioValue(key, known, before) ?? presetFor(preset) ?? nothingKnown(key);
  const { group, min, max } = inputTable[key];
  const input: ResolvedInput = {
    key,
    ...(own ? { ...own, unit: fallback.unit, basis: fallback.basis } : fallback),
    low: preset?.low ?? null,
    high: preset?.high ?? null,
    fallback: fallback.value,
    min,
    max,
    group,
  };
  return inputInScenario(input, key, known.evidence);
}

/**
 * R1.9, R7.3a The value used for every input of a site: the analyst's own, else the portfolio's fact (or what follows from
 * facts by R4.13, R3.6, R1.9a), else the preset, else missing; then what a scenario makes of it (R7.3a). Presets never stand in for grid MW or contract figures.
 * @returns one row per input of `inputTable`, in its order; those of own plans only where there is one
 */
export function resolveInputs(evidence: SiteEvidence): ResolvedInput[] {
  const known = knownOf(evidence);
  const used = inputsOf(evidence);
  const order = [...used.filter((key) => !derivedLast.includes(key)), ...derivedLast];
  const rows = new Map<InputKey, ResolvedInput>();
  const values: Partial<Record<InputKey, number>> = {};
  for (const key of order) {
    const row = resolve(key, known, values);
    rows.set(key, row);
    if (row.value !== null) values[key] = row.value;
  }
  return used.flatMap((key) => rows.get(key) ?? []);
}

/** The values of resolved inputs by key; missing ones are absent. */
export function valuesOf(inputs: readonly ResolvedInput[]): InputValues {
  const values: Partial<Record<string, number>> = {};
  for (const { key, value } of inputs) if (value !== null) values[key] = value;
  return values;
}

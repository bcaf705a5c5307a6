import { resolveInputs } from '../../engine/analysis/resolveInputs.ts';
import { inForce, inputOf, presetOf, type CheckedCompany, type CheckedSite } from '../checkedData.ts';
import { found, type FoundFault } from '../fault.ts';

/** Published figures are rounded; closer than this they are the same. */
const sameShare = 0.005;

function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) <= sameShare * Math.abs(b);
}

/** R4.13 The mean rent of the site's leases: what year 1 would be without an escalator. */
function averageRent({ evidence }: CheckedSite): number | undefined {
  const escalator = { key: 'rentEscalatorPerYear', value: 0, note: null, enteredBy: null, enteredAt: '' };
  const level = resolveInputs({ ...evidence, ownValues: [escalator] });
  const rent = level.find(({ key }) => key === 'rentYear1UsdPerKwMonth');
  return rent?.origin === 'derived' ? (rent.value ?? undefined) : undefined;
}

/** R4.13 The mean rent of the base term entered as the rent of year 1. */
export function averageRentAsYearOne(site: CheckedSite): FoundFault[] {
  const key = 'rentYear1UsdPerKwMonth';
  const input = inputOf(site, key);
  if (input?.origin !== 'own' || input.value === null || input.fallback === null) return [];
  const average = averageRent(site);
  if (average === undefined || !isSame(input.value, average) || isSame(input.fallback, average)) return [];
  const values = { value: input.value, proposal: input.fallback };
  return [
    found('averageRentAsYearOne', '', values, values, {
      mends: [{ kind: 'ownValue', key, value: null }],
      fix: { kind: 'input.clear', key },
    }),
  ];
}

const closing = /month[- ]?end|end of (?:the )?month|monatsende/i;

/** R3.1 A site's hash rate at the end of a month, used as if it had run all month. */
export function monthEndHashrateOfSite(site: CheckedSite): FoundFault[] {
  const figure = inForce(site.figures, 'hashrate_eh_s');
  const isUsed = inputOf(site, 'siteHashrateEhS')?.origin === 'fact';
  if (!figure || !isUsed || !closing.test(`${figure.basis ?? ''} ${figure.note ?? ''}`)) return [];
  const values = { value: figure.value, asOf: figure.asOf ?? '' };
  const { hashrate } = site;
  const proposal =
    hashrate === null || hashrate.end === 0 ? null : (figure.value * hashrate.average) / hashrate.end;
  const key = 'siteHashrateEhS';
  return [
    found('monthEndHashrate', 'hashrate_eh_s', values, [values, figure.basis, figure.note, hashrate], {
      mends: proposal === null ? [] : [{ kind: 'ownValue', key, value: proposal }],
      fix: proposal === null ? null : { kind: 'input.set', key, value: proposal },
    }),
  ];
}

/** R3.1 A company's hash rate that is the closing one of a month whose average was reported too. */
export function monthEndHashrateOfCompany({ figures, hashrates }: CheckedCompany): FoundFault[] {
  const figure = inForce(figures, 'hashrate_eh_s');
  const month = figure?.asOf?.slice(0, 7);
  const report = hashrates.find(({ lastMonth }) => lastMonth === month);
  const [average, end] = [report?.averageHashrateEhS ?? null, report?.endHashrateEhS ?? null];
  if (!figure || average === null || end === null) return [];
  if (!isSame(figure.value, end) || isSame(average, end)) return [];
  const values = { value: figure.value, average, asOf: figure.asOf ?? '' };
  return [found('monthEndHashrate', 'hashrate_eh_s', values, values)];
}

const netBasis = /net/i;
const netNote = /net of (?:\w+ )?credits|after (?:\w+ )?credits|nach gutschriften/i;

/** A power price after curtailment credits, used for halls that earn none (SECTOR.md). */
export function netPowerPriceForAi(site: CheckedSite): FoundFault[] {
  const key = 'powerPriceUsdPerMwh';
  const fact = inForce(site.figures, 'power_price_usd_mwh');
  const input = inputOf(site, key);
  if (!fact || !input || input.value === null) return [];
  const isNet = netBasis.test(fact.basis ?? '');
  const values = { value: input.value, ...(input.fallback !== null && { proposal: input.fallback }) };
  if (isNet && input.origin === 'own' && input.value === fact.value)
    return [
      found('netPowerPriceForAi', '', values, values, {
        mends: [{ kind: 'ownValue', key, value: null }],
        fix: { kind: 'input.clear', key },
      }),
    ];
  const proposal = presetOf(site, key);
  if (isNet || input.origin !== 'fact' || !netNote.test(fact.note ?? '') || proposal === undefined) return [];
  const restsOn = { value: fact.value, note: fact.note, proposal };
  return [
    found('netPowerPriceForAi', '', { value: fact.value, proposal }, restsOn, {
      mends: [{ kind: 'ownValue', key, value: proposal }],
      fix: { kind: 'input.set', key, value: proposal },
    }),
  ];
}

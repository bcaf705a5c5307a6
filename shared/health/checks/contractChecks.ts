import type { Contract } from '../../domain/company.ts';
import type { Figure } from '../../domain/figure.ts';
import { inForce, presetOf, type CheckedSite } from '../checkedData.ts';
import { found, type Fix, type FoundFault } from '../fault.ts';

/**
 * What of two figures that contradict each other can be set aside: the billing one, unless it is the newer. Then the
 * site's power is out of date, and what it is now nobody knows.
 */
function asideOf(billing: Figure, energised: Figure | undefined): Fix | null {
  const isNewer = energised !== undefined && (billing.asOf ?? '') > (energised.asOf ?? '');
  return isNewer ? null : { kind: 'figure.setAside', id: billing.id };
}

/** R4.10 A hall that is said to bill while its site is not energised. */
export function contractBeforeEnergisation(site: CheckedSite): FoundFault[] {
  const energised = inForce(site.figures, 'energised_mw');
  const isBuilding = site.status === 'pipeline' || site.status === 'under_construction';
  const isWithoutPower = energised ? energised.value === 0 : isBuilding;
  const billing = inForce(site.figures, 'ai_it_mw');
  const bills = billing !== undefined && /billing|delivered|live|in service/i.test(billing.basis ?? '');
  if (!isWithoutPower || !bills || billing.value === 0) return [];
  return site.contracts
    .filter(({ countsInSums }) => countsInSums)
    .map(({ id, counterparty, signedDate }) => {
      const values = { counterparty, billingMw: billing.value, signedDate: signedDate ?? '' };
      const restsOn = [values, energised?.value ?? site.status];
      return found('contractBeforeEnergisation', id, values, restsOn, { fix: asideOf(billing, energised) });
    });
}

function isEarlier(a: Contract, b: Contract): boolean {
  return a.signedDate === null || b.signedDate === null || a.signedDate < b.signedDate;
}

/** Same parties, day, size and value: one contract written down twice. */
function isCopy(a: Contract, b: Contract): boolean {
  return (
    a.signedDate !== null &&
    a.totalContractValueUsd !== null &&
    a.signedDate === b.signedDate &&
    a.counterparty === b.counterparty &&
    a.service === b.service &&
    a.itLoadMw === b.itLoadMw &&
    a.totalContractValueUsd === b.totalContractValueUsd
  );
}

/** R4.26 Contracts of one site, or of one company without a site, that are counted though another restates them. */
export function amendmentTwice(contracts: readonly Contract[]): FoundFault[] {
  const counted = contracts.filter(({ countsInSums }) => countsInSums);
  return counted.flatMap((contract, index) => {
    const restating = counted.find(
      (later) =>
        later !== contract &&
        later.relation?.startsWith('restates') === true &&
        contract.relation?.startsWith('restates') !== true &&
        (contract.siteId !== null || later.counterparty === contract.counterparty) &&
        isEarlier(contract, later),
    );
    const other = restating ?? counted.slice(0, index).find((before) => isCopy(before, contract));
    if (!other) return [];
    const fix: Fix = restating
      ? { kind: 'contract.set', id: contract.id, values: { status: 'superseded' } }
      : { kind: 'contract.remove', id: contract.id };
    const values = { counterparty: contract.counterparty, other: other.counterparty };
    const restsOn = [contract, other].map(({ id, status, relation, signedDate, totalContractValueUsd }) => [
      id,
      status,
      relation,
      signedDate,
      totalContractValueUsd,
    ]);
    const mends = contract.siteId === null ? [] : [{ kind: 'withoutContract' as const, id: contract.id }];
    return [found('amendmentTwice', contract.id, values, restsOn, { mends, fix })];
  });
}

/** Above the value with extensions the two are swapped; equal to it the base value is not known. */
function fixOfValues(id: string, base: number, extended: number): Fix {
  const values =
    base > extended
      ? { total_contract_value_usd: extended, value_with_extensions_usd: base }
      : { total_contract_value_usd: null };
  return { kind: 'contract.set', id, values };
}

/**
 * R4.26 A contract whose base value is not below its value with extensions: the options seem to be counted as signed.
 * @param usualRent year-1 rent that the site is tried with [USD/kW-month]; undefined where there is none
 */
export function extensionsAsContracted(
  contracts: readonly Contract[],
  usualRent: number | undefined,
): FoundFault[] {
  return contracts.flatMap(
    ({ id, counterparty, countsInSums, siteId, service, totalContractValueUsd: base, ...rest }) => {
      const extended = rest.valueWithExtensionsUsd;
      if (!countsInSums || base === null || extended === null || base < extended) return [];
      const values = { counterparty, baseUsd: base, extendedUsd: extended };
      const isRent = siteId !== null && service === 'colocation' && usualRent !== undefined;
      const key = 'rentYear1UsdPerKwMonth';
      const mends = isRent ? [{ kind: 'ownValue' as const, key, value: usualRent }] : [];
      const fix = fixOfValues(id, base, extended);
      return [found('extensionsAsContracted', id, values, values, { mends, fix })];
    },
  );
}

/** The checks of a site's contracts. */
export function contractsOfSite(site: CheckedSite): FoundFault[] {
  return [
    ...contractBeforeEnergisation(site),
    ...amendmentTwice(site.contracts),
    ...extensionsAsContracted(site.contracts, presetOf(site, 'rentYear1UsdPerKwMonth')),
  ];
}

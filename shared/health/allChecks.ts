import type { CheckedCompany, CheckedSite } from './checkedData.ts';
import { amendmentTwice, contractsOfSite, extensionsAsContracted } from './checks/contractChecks.ts';
import { missingInputs, outOfUsualRange, staleFigures } from './checks/inputChecks.ts';
import {
  averageRentAsYearOne,
  monthEndHashrateOfCompany,
  monthEndHashrateOfSite,
  netPowerPriceForAi,
} from './checks/misreadChecks.ts';
import { criticalAboveGrid, pueBelowOne } from './checks/powerChecks.ts';
import { rivalValues, sumsAboveCompany, withoutSource } from './checks/recordChecks.ts';
import type { FoundFault } from './fault.ts';

/** P31 The faults of one site. */
export function faultsOfSite(site: CheckedSite): FoundFault[] {
  return [
    ...missingInputs(site),
    ...criticalAboveGrid(site),
    ...pueBelowOne(site),
    ...contractsOfSite(site),
    ...averageRentAsYearOne(site),
    ...monthEndHashrateOfSite(site),
    ...netPowerPriceForAi(site),
    ...rivalValues(site.figures, ''),
    ...outOfUsualRange(site, 'site'),
    ...staleFigures(site, 'site'),
    ...withoutSource(site),
  ];
}

/**
 * P31 The faults of one company beside those of its sites.
 * @param largest its site from which inputs that come from the company are seen; null without any
 */
export function faultsOfCompany(company: CheckedCompany, largest: CheckedSite | null): FoundFault[] {
  return [
    ...amendmentTwice(company.contracts),
    ...extensionsAsContracted(company.contracts, undefined),
    ...monthEndHashrateOfCompany(company),
    ...rivalValues(company.figures, 'company.'),
    ...sumsAboveCompany(company),
    ...(largest ? [...outOfUsualRange(largest, 'company'), ...staleFigures(largest, 'company')] : []),
  ];
}

/** P31 The faults of the market's figures, which all sites share; seen from one site, where there is one. */
export function faultsOfMarket(site: CheckedSite): FoundFault[] {
  return [...outOfUsualRange(site, 'market'), ...staleFigures(site, 'market')];
}

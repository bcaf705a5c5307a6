import { assetsOf } from '../strategy/taxAssets.ts';
import { depreciationByYearUsd, macrs5Shares, type Asset } from '../strategy/assetDepreciation.ts';
import { disposalLines, type Line } from '../strategy/lineSheet.ts';
import type { Tax } from '../strategy/siteCaseInput.ts';
import type { TaxYear } from '../strategy/siteCaseResult.ts';
import { yearOfMonth } from '../time/months.ts';
import { byRule, given, known, quantity, summed, type Calculation } from './calculation.ts';
import { blocksOf, ebitdaOfMonth, lineCalculation, lineValue } from './blockLines.ts';
import { generationCost } from './cloudLines.ts';
import { monthName, type ExplainedCase } from './explainedCase.ts';
import { tellQuantity, type Series } from './flows.ts';
import { grossCapex } from './hallLines.ts';
import type { BlockScope } from './blockScope.ts';
import { purchaseOf } from './miningLines.ts';
import { monthsSince, siteLeaf } from './power.ts';
import { hallsOf } from './siteFigures.ts';

/*
 * R5.9 Tax of a calendar year, down to assets and what is written off of them.
 */

export interface TaxScope {
  readonly of: ExplainedCase;
  readonly tax: Tax;
  readonly years: readonly TaxYear[];
  /** Interest accrued by month; absent for the tax without debt. */
  readonly interest: Series | undefined;
}

/** An asset of a plan with what it cost. */
interface OwnedAsset {
  readonly asset: Asset;
  readonly cost: Calculation;
  readonly scope: BlockScope | undefined;
}

/** What the blocks pay for assets, to be found again by its amount. */
function costsOf(of: ExplainedCase): { readonly cost: Calculation; readonly scope: BlockScope }[] {
  const machines = blocksOf(of).flatMap((scope) => {
    const { block } = scope.evaluated;
    if (block.kind !== 'mining') return [];
    const mining = { ...scope, block, line: (line: Line) => lineCalculation(scope, line, 0) };
    return block.fleet.flatMap((group, place) =>
      group.purchase ? [{ cost: paid(purchaseOf(mining, place)), scope }] : [],
    );
  });
  const halls = hallsOf(of).flatMap((hall) => {
    const { block } = hall;
    const gpus =
      block.kind === 'gpuCloud'
        ? hall.ai.generations.map((_one, index) => generationCost({ ...hall, block }, index))
        : [];
    return [grossCapex(hall), ...gpus].map((cost) => ({ cost, scope: hall }));
  });
  return [...machines, ...halls];
}

function paid(purchase: Calculation): Calculation {
  return quantity('assetCost', { rule: 'R5.9' }, '−X', { X: purchase });
}

function assetsOfPlan({ of, tax }: TaxScope): OwnedAsset[] {
  const { horizonMonths } = of.calendar;
  const costs = costsOf(of);
  return assetsOf(of.blocks, horizonMonths).map((found) => {
    const isKept = found.disposalMonth === undefined && found.inServiceMonth < horizonMonths;
    const asset = isKept && tax.taxTerminalValue ? { ...found, disposalMonth: horizonMonths - 1 } : found;
    const match = costs.find(({ cost }) => Math.abs(cost.value - asset.costUsd) <= 1e-9 * asset.costUsd);
    const cost = match?.cost ?? given('assetCost', asset.costUsd, { kind: 'case' }, { rule: 'R5.9' });
    return { asset, cost, scope: match?.scope };
  });
}

function yearIndexOf({ calendar }: ExplainedCase, month: number): number {
  return yearOfMonth(calendar.firstMonth + month) - yearOfMonth(calendar.firstMonth);
}

/** Months of a calendar year in which an asset is owned and not yet written off. */
function monthsOwned({ asset }: OwnedAsset, of: ExplainedCase, year: number, lifeMonths: number): number {
  const last = Math.min(asset.disposalMonth ?? Infinity, of.calendar.horizonMonths - 1);
  let count = 0;
  for (let month = Math.max(0, asset.inServiceMonth); month <= last; month += 1) {
    const owned = month - asset.inServiceMonth + 1;
    if (owned <= lifeMonths && yearIndexOf(of, month) === year) count += 1;
  }
  return count;
}

/** R5.9 What is written off of an asset in a year: in equal parts by month, or by the table of five years. */
function depreciationOf(at: TaxScope, owned: OwnedAsset, year: number, value: number): Calculation {
  const { of } = at;
  const { asset, cost, scope } = owned;
  const { depreciation } = asset;
  const detail = String(yearOfMonth(of.calendar.firstMonth) + year);
  const about = tellQuantity('depreciation', 'R5.9', detail);
  const terms = scope?.terms ?? [];
  if (depreciation.method === 'straightLine') {
    const { lifeMonths } = depreciation;
    return known(about, value, 'C·n/L', () => ({
      C: cost,
      n: monthsSince(monthsOwned(owned, of, year, lifeMonths), 'monthsOwned'),
      L: siteLeaf(of, 'monthCount', lifeMonths, 'hallDepreciationMonths', terms),
    }));
  }
  const ofService = year - yearIndexOf(of, asset.inServiceMonth);
  const isSold = asset.disposalMonth !== undefined && yearIndexOf(of, asset.disposalMonth) === year;
  const share = ofService === 0 ? '(b + (1 − b)·w)' : '(1 − b)·w';
  return known(about, value, isSold ? `C·${share}/2` : `C·${share}`, () => ({
    C: cost,
    b: siteLeaf(of, 'bonusShare', depreciation.bonusShare, 'equipmentBonusShare', terms),
    w: given('macrsShare', macrs5Shares[ofService] ?? 0, byRule, {
      rule: 'R5.9',
      detail: String(ofService + 1),
    }),
  }));
}

function schedule(at: TaxScope, { asset }: OwnedAsset): Float64Array {
  return depreciationByYearUsd(asset, at.years.length, at.of.calendar);
}

function depreciationOfYear(at: TaxScope, year: number): Calculation {
  const parts = assetsOfPlan(at).flatMap((owned) => {
    const value = schedule(at, owned)[year] ?? 0;
    return value === 0 ? [] : [depreciationOf(at, owned, year, value)];
  });
  return summed(
    tellQuantity('depreciation', 'R5.9', String(at.years[year]?.year ?? '')),
    at.years[year]?.depreciationUsd ?? 0,
    () => parts,
  );
}

/** R5.9 Remaining bases of what is disposed of in a year. */
function basesOfYear(at: TaxScope, year: number): Calculation {
  const { of } = at;
  const parts = assetsOfPlan(at).flatMap((owned) => {
    const { asset, cost } = owned;
    if (asset.disposalMonth === undefined || yearIndexOf(of, asset.disposalMonth) !== year) return [];
    const years = schedule(at, owned);
    const written = [...years].flatMap((value, index) =>
      value === 0 ? [] : [depreciationOf(at, owned, index, value)],
    );
    const total = summed(
      tellQuantity('writtenOff', 'R5.9'),
      years.reduce((sum, value) => sum + value, 0),
      () => written,
    );
    return [quantity('remainingBasis', { rule: 'R5.9' }, 'C − D', { C: cost, D: total })];
  });
  const value = parts.reduce((sum, part) => sum + part.value, 0);
  return summed(tellQuantity('remainingBasis', 'R5.9'), value, () => parts);
}

function monthsOfYear({ of }: TaxScope, year: number, fromMonth = 0): number[] {
  const months: number[] = [];
  for (let month = fromMonth; month < of.calendar.horizonMonths; month += 1)
    if ((month < 0 ? 0 : yearIndexOf(of, month)) === year) months.push(month);
  return months;
}

function proceedsOfYear(at: TaxScope, year: number): Calculation {
  const { of, tax } = at;
  const months = monthsOfYear(at, year, -1);
  const parts = blocksOf(of).flatMap((scope) =>
    disposalLines.flatMap((line) =>
      line === 'terminalValueUsd' && !tax.taxTerminalValue
        ? []
        : months.flatMap((month) =>
            lineValue(scope, line, month) === 0 ? [] : [lineCalculation(scope, line, month)],
          ),
    ),
  );
  const value = parts.reduce((sum, part) => sum + part.value, 0);
  return summed(tellQuantity('proceeds', 'R5.9'), value, () => parts);
}

function ebitdaOfYear(at: TaxScope, year: number): Calculation {
  const months = monthsOfYear(at, year);
  const scopes = blocksOf(at.of);
  return summed(
    tellQuantity('ebitda', 'R5.2a', String(at.years[year]?.year ?? '')),
    at.years[year]?.ebitdaUsd ?? 0,
    () =>
      months.flatMap((month) =>
        scopes.flatMap((scope) =>
          (scope.evaluated.ebitdaUsd[month] ?? 0) === 0 ? [] : [ebitdaOfMonth(scope, month)],
        ),
      ),
  );
}

function interestOfYear(at: TaxScope, year: number, interest: Series): Calculation {
  const months = monthsOfYear(at, year);
  return summed(
    tellQuantity('interestOfYear', 'R5.9', String(at.years[year]?.year ?? '')),
    at.years[year]?.interestUsd ?? 0,
    () => months.flatMap((month) => (interest.value(month) === 0 ? [] : [interest.calculation(month)])),
  );
}

function incomeOfYear(at: TaxScope, year: number): Calculation {
  const { interest, years } = at;
  const about = tellQuantity('taxableIncome', 'R5.9', String(years[year]?.year ?? ''));
  return known(about, years[year]?.incomeUsd ?? 0, interest ? 'Y + P − B − D − Z' : 'Y + P − B − D', () => ({
    Y: ebitdaOfYear(at, year),
    P: proceedsOfYear(at, year),
    B: basesOfYear(at, year),
    D: depreciationOfYear(at, year),
    ...(interest && { Z: interestOfYear(at, year, interest) }),
  }));
}

/** R5.9 Losses carried into a year: the first year's are an input, later ones stand on the year before. */
function carriedInto(at: TaxScope, year: number): Calculation {
  const { of, tax, years } = at;
  const terms = of.sources?.ownPlan?.terms ?? [];
  if (year === 0)
    return siteLeaf(of, 'lossCarried', tax.initialLossCarryForwardUsd, 'taxLossCarryForwardUsd', terms);
  const about = tellQuantity('lossCarried', 'R5.9', String(years[year]?.year ?? ''));
  return {
    ...known(about, years[year - 1]?.lossCarriedForwardUsd ?? 0, 'L0 + max(0, −I) − V', () => ({
      L0: carriedInto(at, year - 1),
      I: incomeOfYear(at, year - 1),
      V: lossUsedIn(at, year - 1),
    })),
    note: 'lastStep',
  };
}

function lossUsedIn(at: TaxScope, year: number): Calculation {
  const { of, tax, years } = at;
  const terms = of.sources?.ownPlan?.terms ?? [];
  const about = tellQuantity('lossUsed', 'R5.9', String(years[year]?.year ?? ''));
  return known(about, years[year]?.lossUsedUsd ?? 0, 'min(L, c·max(0, I))', () => ({
    L: carriedInto(at, year),
    c: siteLeaf(of, 'lossUseCap', tax.lossUseCapShare, 'taxLossUseCapShare', terms),
    I: incomeOfYear(at, year),
  }));
}

/** R5.9 Tax of a year. */
export function taxOfYear(at: TaxScope, year: number): Calculation {
  const { of, tax, years } = at;
  const terms = of.sources?.ownPlan?.terms ?? [];
  const about = tellQuantity('taxOfYear', 'R5.9', String(years[year]?.year ?? ''));
  return known(about, years[year]?.taxUsd ?? 0, 't·max(0, max(0, I) − V)', () => ({
    t: siteLeaf(of, 'taxRate', tax.ratePerYear, 'taxRate', terms),
    I: incomeOfYear(at, year),
    V: lossUsedIn(at, year),
  }));
}

/** R5.9 Tax as a flow of the months in which it is paid. */
export function taxSeries(at: TaxScope): Series {
  const yearOf = (month: number): number => at.years.findIndex(({ paidInMonth }) => paidInMonth === month);
  const value = (month: number): number => -(at.years[yearOf(month)]?.taxUsd ?? 0) + 0;
  return {
    fromMonth: 0,
    endMonth: at.of.calendar.horizonMonths,
    value,
    calculation: (month) =>
      known(
        { ...tellQuantity('taxPaid', 'R5.9'), month: monthName(at.of, month) },
        value(month),
        '−t',
        () => ({ t: taxOfYear(at, yearOf(month)) }),
      ),
  };
}

/** A flow that is the sum of several, by month. */
export function joint(
  of: ExplainedCase,
  key: 'flowAfterTax' | 'equityFlow',
  parts: readonly Series[],
): Series {
  const value = (month: number): number => parts.reduce((sum, part) => sum + partAt(part, month), 0);
  return {
    fromMonth: -1,
    endMonth: of.calendar.horizonMonths,
    value,
    calculation: (month) =>
      summed({ ...tellQuantity(key, 'R5.8, R5.9'), month: monthName(of, month) }, value(month), () =>
        parts.flatMap((part) => (partAt(part, month) === 0 ? [] : [part.calculation(month)])),
      ),
  };
}

function partAt(part: Series, month: number): number {
  return month >= part.fromMonth && month < part.endMonth ? part.value(month) : 0;
}

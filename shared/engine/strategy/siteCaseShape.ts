import { parseDate } from '../time/civilDay.ts';
import { parseMonth } from '../time/months.ts';
import { aiBlockShape } from './aiBlockShape.ts';
import {
  bookShape as book,
  depreciationShape as depreciation,
  ownRate as rate,
  taxedBy,
} from './assetShape.ts';
import {
  anyNumber,
  anyText,
  growth,
  listOf,
  month,
  monthCount,
  notNegative,
  object,
  objectBy,
  oneOf,
  optional,
  pathOf,
  positive,
  possiblyEmptyListOf,
  share,
  shareBelowOne,
  type ObjectShape,
  type Shape,
  type TextShape,
} from './shape.ts';

/*
 * R1.7 What a site case needs. Every key of an object that is present is required, unless it cannot matter.
 */

const date: TextShape = { is: 'text', accepts: (text) => parseDate(text) !== undefined };
const calendarMonth: TextShape = { is: 'text', accepts: (text) => parseMonth(text) !== undefined };

/** The first two questions of every case: when it starts and how long it runs. */
export const horizonShape: ObjectShape = object({
  valuationMonth: calendarMonth,
  horizonMonths: { is: 'number', whole: true, min: 1, max: 1200 },
});

/** R2 What the mining market needs. */
export const marketShape: ObjectShape = object({
  btcPriceUsd: pathOf(notNegative),
  network: objectBy(
    ({ kind }) => ({
      kind: oneOf('difficulty', 'hashrateEhS'),
      path: pathOf(positive),
      ...(kind === 'hashrateEhS' && { blockIntervalS: positive }),
    }),
    { blockIntervalS: positive },
  ),
  subsidyBtcPerBlock: notNegative,
  halvings: possiblyEmptyListOf(object({ date, subsidyBtcPerBlockAfter: notNegative })),
  fees: objectBy(({ kind }) => ({
    kind: oneOf('btcPerBlock', 'shareOfRevenue'),
    path: pathOf(kind === 'shareOfRevenue' ? shareBelowOne : notNegative),
  })),
});

const fixedPrice = { fixedPriceUsdPerMwh: anyNumber, fixedPriceEscalatorPerYear: growth };
const indexPrice = { indexPriceUsdPerMwh: pathOf(anyNumber) };

/** R3.3 What power prices need; a fixed price at share 0 and an index at share 1 cannot matter. */
export const powerShape: ObjectShape = objectBy(
  ({ fixedPriceShare }) => ({
    fixedPriceShare: share,
    ...(fixedPriceShare !== 0 && fixedPrice),
    ...(fixedPriceShare !== 1 && indexPrice),
    deliveryAdderUsdPerMwh: anyNumber,
    demandChargeUsdPerMwMonth: anyNumber,
    chargeEscalatorPerYear: growth,
  }),
  { ...fixedPrice, ...indexPrice },
);

function fleetGroup(isTaxed: boolean): ObjectShape {
  return object({
    count: notNegative,
    hashrateThS: notNegative,
    efficiencyJPerTh: positive,
    fromMonth: month,
    toMonth: optional(month),
    hashrateFactor: notNegative,
    efficiencyFactor: positive,
    failureRatePerYear: share,
    purchase: optional(
      object(
        {
          monthsBeforeStart: month,
          usdPerTh: anyNumber,
          otherCostShare: anyNumber,
          ...taxedBy(isTaxed),
        },
        { depreciation },
      ),
    ),
    book,
    move: optional(object({ monthsBeforeStart: month, costUsdPerUnit: anyNumber })),
    sale: optional(
      object({ monthsAfterEnd: monthCount, usdPerTh: pathOf(anyNumber), costUsdPerUnit: anyNumber }),
    ),
  });
}

function reconversion(isTaxed: boolean): Record<string, Shape> {
  return {
    reconversionMonths: monthCount,
    reconversionCostUsdPerMw: anyNumber,
    ...(isTaxed && { reconversionDepreciation: depreciation }),
  };
}

function miningBlock(isTaxed: boolean): ObjectShape {
  const keys: Record<string, Shape> = {
    id: anyText,
    discountRatePerYear: rate,
    powerMw: notNegative,
    miningPue: positive,
    fromMonth: month,
    toMonth: optional(month),
    uptime: share,
    staleShare: share,
    poolFeeShare: share,
    curtailedHoursShare: share,
    demandResponseCreditUsdPerMwMonth: anyNumber,
    heatRevenueUsdPerMwhIt: anyNumber,
    fixedOpexUsdPerMwMonth: anyNumber,
    opexInflationPerYear: growth,
    fleet: possiblyEmptyListOf(fleetGroup(isTaxed)),
    takeOrPay: optional(object({ share: notNegative, resaleUsdPerMwh: anyNumber })),
    byMonth: optional(
      object({
        uptime: optional(listOf(share)),
        miningPue: optional(listOf(positive)),
        curtailedHoursShare: optional(listOf(share)),
      }),
    ),
    startsAfter: optional(anyText),
  };
  return objectBy(
    ({ startsAfter }) => (startsAfter ? { ...keys, ...reconversion(isTaxed) } : keys),
    reconversion(true),
  );
}

const siteSale = object({
  id: anyText,
  discountRatePerYear: rate,
  month,
  gridMw: notNegative,
  usdPerGridMw: anyNumber,
  costShare: anyNumber,
});

function blockShapes(isTaxed: boolean): ReadonlyMap<unknown, ObjectShape> {
  return new Map([
    ['mining', miningBlock(isTaxed)],
    ['colocation', aiBlockShape('colocation', isTaxed)],
    ['gpuCloud', aiBlockShape('gpuCloud', isTaxed)],
    ['siteSale', siteSale],
  ]);
}

const taxedShapes = blockShapes(true);
const untaxedShapes = blockShapes(false);
const unknownKind = object({ kind: oneOf('mining', 'colocation', 'gpuCloud', 'siteSale') });

/**
 * R1.7 What a block of one kind needs, without the things it may inherit from the case (power, market,
 * rates).
 * @param isTaxed depreciation matters only where there is a tax
 */
export function blockShape(kind: unknown, isTaxed: boolean): ObjectShape {
  const shapes = isTaxed ? taxedShapes : untaxedShapes;
  return shapes.get(kind) ?? unknownKind;
}

import {
  anyNumber,
  anyText,
  flag,
  growth,
  listOf,
  monthCount,
  month,
  monthSpan,
  notNegative,
  object,
  oneOf,
  optional,
  positive,
  possiblyEmptyListOf,
  share,
  type ListShape,
  type ObjectShape,
} from './shape.ts';

/*
 * R1.7 What tax, loan, alliance and the figures of a site need.
 */

/** R5.9 What the tax needs. */
export const taxShape: ObjectShape = object({
  ratePerYear: anyNumber,
  lossUseCapShare: share,
  initialLossCarryForwardUsd: notNegative,
  taxTerminalValue: flag,
});

/** R5.8f What a covenant needs. */
export const covenantShape: ObjectShape = object({ lockUpDscr: positive, breachDscr: positive });

const debtKeys = {
  blockId: anyText,
  eligibleLines: possiblyEmptyListOf(anyText),
  loanToCost: notNegative,
  ratePerYear: growth,
  upfrontFeeShare: anyNumber,
  capitaliseInterest: flag,
  interestOnlyMonths: monthCount,
  tenorMonths: monthSpan,
  repayment: oneOf('annuity', 'sculpted'),
  balloonShare: share,
  targetDscr: optional(positive),
  equityDiscountRatePerYear: growth,
  covenant: optional(covenantShape),
};

/** R5.8 What a loan needs. */
export const debtShape: ObjectShape = object(debtKeys);

/** R5.8e What several loans need. */
export const debtsShape: ListShape = listOf(object({ id: anyText, ...debtKeys }));

/** R4.25a What the scenario of a partner's default needs. */
export const partnerDefaultShape: ObjectShape = object({
  month: monthCount,
  consequence: oneOf('minerFunds', 'buildStops'),
  minerResidualShareAfter: share,
});

/** R4.25b What the value of warrants needs. */
export const warrantsShape: ObjectShape = object({
  warrants: notNegative,
  sharesOutstanding: positive,
  spotUsdPerShare: positive,
  strikeUsdPerShare: positive,
  rate: anyNumber,
  dividendYield: anyNumber,
  volatility: notNegative,
  years: notNegative,
});

/**
 * R4.25 What an alliance needs. Scenario and warrants stand beside it, and what they lack keeps nothing of the alliance
 * from being computed.
 */
export const allianceShape: ObjectShape = object({
  siteContributionMonth: month,
  siteContributionUsd: notNegative,
  minerFundingShare: share,
  partnerFundsFirstUsd: notNegative,
  preferredReturnPerYear: growth,
  minerResidualShare: share,
  minerDiscountRatePerYear: growth,
  partnerDiscountRatePerYear: growth,
});

/** R5.12 What the MIRR needs. */
export const mirrShape: ObjectShape = object({ financeRatePerYear: growth, reinvestRatePerYear: growth });

/** R5.15 What the figures per MW need. */
export const siteShape: ObjectShape = object({ gridPowerMw: positive, grossToItRatio: positive });

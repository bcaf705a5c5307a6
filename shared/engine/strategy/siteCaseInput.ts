import type { Block } from './blockInput.ts';
import type { Given, Maybe } from './given.ts';
import type { Market, Power } from './marketInput.ts';

/*
 * A whole site case (conventions.md, worked in golden/cases) and its financing.
 */

export interface Site {
  readonly gridPowerMw: number;
  readonly grossToItRatio: number;
}

/** R5.9 Income tax. */
export interface Tax {
  readonly ratePerYear: number;
  readonly lossUseCapShare: number;
  readonly initialLossCarryForwardUsd: number;
  readonly taxTerminalValue: boolean;
}

/** R5.8f Levels of the trailing DSCR below which cash is locked up, and below which the loan is in breach. */
export interface Covenant {
  readonly lockUpDscr: number;
  readonly breachDscr: number;
}

/** R5.8 A loan on one AI block. */
export interface Debt {
  readonly blockId: string;
  readonly eligibleLines: readonly string[];
  readonly loanToCost: number;
  readonly ratePerYear: number;
  readonly upfrontFeeShare: number;
  readonly capitaliseInterest: boolean;
  readonly interestOnlyMonths: number;
  readonly tenorMonths: number;
  readonly repayment: 'annuity' | 'sculpted';
  readonly balloonShare: number;
  readonly targetDscr?: Maybe<number>;
  readonly equityDiscountRatePerYear: number;
  readonly covenant?: Maybe<Covenant>;
}

/** R5.8e One of several loans. */
export interface NamedDebt extends Debt {
  readonly id: string;
}

/** R4.25a The partner pays nothing more from a month on. */
export interface PartnerDefault {
  readonly month: number;
  readonly consequence: 'minerFunds' | 'buildStops';
  readonly minerResidualShareAfter: number;
}

/** R4.25b Warrants granted in an alliance; rates and volatility as in `blackScholes`. */
export interface Warrants {
  readonly warrants: number;
  readonly sharesOutstanding: number;
  readonly spotUsdPerShare: number;
  readonly strikeUsdPerShare: number;
  readonly rate: number;
  readonly dividendYield: number;
  readonly volatility: number;
  readonly years: number;
}

/** R4.25 Terms between miner and partner. */
export interface Alliance {
  readonly siteContributionMonth: number;
  readonly siteContributionUsd: number;
  readonly minerFundingShare: number;
  readonly partnerFundsFirstUsd: number;
  readonly preferredReturnPerYear: number;
  readonly minerResidualShare: number;
  readonly minerDiscountRatePerYear: number;
  readonly partnerDiscountRatePerYear: number;
  readonly partnerDefault?: Maybe<PartnerDefault>;
  readonly warrants?: Maybe<Warrants>;
}

/** R5.12 Rates of the modified internal rate of return. */
export interface MirrRates {
  readonly financeRatePerYear: number;
  readonly reinvestRatePerYear: number;
}

/** R1.7 A site, its market, and the plan to be valued. */
export interface SiteCase {
  readonly valuationMonth: string;
  readonly horizonMonths: number;
  readonly discountRatePerYear: number;
  /** R5.16a A rate at which all blocks are valued once more, beside their own. */
  readonly commonDiscountRatePerYear?: Maybe<number>;
  readonly mirr?: Maybe<MirrRates>;
  readonly site?: Maybe<Site>;
  readonly market?: Maybe<Market>;
  readonly power?: Maybe<Power>;
  readonly blocks: readonly Block[];
  readonly tax?: Maybe<Tax>;
  readonly debt?: Maybe<Debt>;
  readonly debts?: Maybe<readonly NamedDebt[]>;
  /** Tested on all loans together; a loan may have its own. */
  readonly covenant?: Maybe<Covenant>;
  readonly alliance?: Maybe<Alliance>;
}

export type SiteInput = Given<Site>;
export type TaxInput = Given<Tax>;
export type DebtInput = Given<Debt>;
export type AllianceInput = Given<Alliance>;
export type MirrRatesInput = Given<MirrRates>;

/** The input of `evaluateSiteCase`: every leaf may be missing. */
export type SiteCaseInput = Given<SiteCase>;

import type { Alliance } from '../strategy/siteCaseInput.ts';
import type { AllianceFlows } from '../strategy/siteCaseResult.ts';
import { byCalendar, given, known, knownQuantity, quantity, type Calculation } from './calculation.ts';
import { monthName, type ExplainedCase } from './explainedCase.ts';
import { netFlow, tellQuantity, type Series } from './flows.ts';
import { inputLeaf } from './blockScope.ts';
import { siteLeaf } from './power.ts';

/*
 * R4.25 The waterfall of an alliance, a month at a time: each month stands on the accounts of the month before.
 */

interface Waterfall {
  readonly of: ExplainedCase;
  readonly terms: Alliance;
  readonly flows: AllianceFlows;
  readonly net: Series;
}

type Side = 'miner' | 'partner';

function closing({ flows }: Waterfall, side: Side, month: number): number {
  const key = side === 'miner' ? 'minerCapitalUsd' : 'partnerCapitalUsd';
  return (month === -1 ? flows.atValuation?.[key] : flows[key][month]) ?? 0;
}

/** The value of the site that the miner brings, by the price of a powered site. */
function contribution({ of, terms }: Waterfall): Calculation {
  const power = inputLeaf(of, 'gridPowerMw', []);
  const price = inputLeaf(of, 'siteSaleUsdPerMw', []);
  if (!power || !price) return siteLeaf(of, 'siteContribution', terms.siteContributionUsd);
  return quantity('siteContribution', { rule: 'R4.25' }, 'MW·u', { MW: power, u: price });
}

/** What the partner pays before the miner pays anything: a part of the hall. */
function firstFunds({ of, terms }: Waterfall): Calculation {
  const power = inputLeaf(of, 'gridPowerMw', []);
  const ratio = inputLeaf(of, 'grossToItRatio', []);
  const capex = inputLeaf(of, 'shellCapexUsdPerMwIt', []);
  const share = inputLeaf(of, 'alliancePartnerFirstShare', []);
  if (!power || !ratio || !capex || !share)
    return siteLeaf(of, 'partnerFirstFunds', terms.partnerFundsFirstUsd);
  return quantity('partnerFirstFunds', { rule: 'R4.25' }, 'MW/q·c·s', {
    MW: power,
    q: ratio,
    c: capex,
    s: share,
  });
}

/** R4.25 An account in a month before anything is paid: the one before with its preferred return. */
function account(at: Waterfall, side: Side, month: number): Calculation {
  const { of, terms } = at;
  const about = { rule: 'R4.25', month: monthName(of, month) };
  const operands = {
    A0: closingAccount(at, side, month - 1),
    p: siteLeaf(of, 'preferredReturn', terms.preferredReturnPerYear, 'alliancePreferredReturnPerYear'),
  };
  const key = side === 'miner' ? 'minerAccount' : 'partnerAccount';
  if (side === 'partner' || month !== terms.siteContributionMonth)
    return quantity(key, about, 'A0·(1 + p)^(1/12)', operands);
  return quantity(key, about, 'A0·(1 + p)^(1/12) + S', { ...operands, S: contribution(at) });
}

/** R4.25 An account after a month: what is paid in is added, what tier one pays out is taken off. */
function closingAccount(at: Waterfall, side: Side, month: number): Calculation {
  const { of, net } = at;
  const key = side === 'miner' ? 'minerAccountAfter' : 'partnerAccountAfter';
  const value = closing(at, side, month);
  // Before the first flow there is no account.
  const first = at.flows.atValuation ? -1 : 0;
  if (month < first) return given(key, value, byCalendar, { rule: 'R4.25' });
  const about = { rule: 'R4.25', month: monthName(of, month), note: 'lastStep' } as const;
  const isShortfall = net.value(month) < 0;
  const own = (): Calculation => account(at, side, month);
  if (isShortfall)
    return knownQuantity(key, about, value, 'A − X', () => ({
      A: own(),
      X: side === 'miner' ? minerOfMonth(at, month) : partnerOfMonth(at, month),
    }));
  return knownQuantity(key, about, value, 'max(0, A − min(N, A + B)·A/(A + B))', () => ({
    A: own(),
    N: net.calculation(month),
    B: account(at, side === 'miner' ? 'partner' : 'miner', month),
  }));
}

/** What is left of the partner's first funds before a month [USD]. */
function firstLeftUsd({ terms, net }: Waterfall, month: number): number {
  let left = terms.partnerFundsFirstUsd;
  for (let past = net.fromMonth; past < month; past += 1)
    left -= Math.min(left, Math.max(0, -net.value(past)));
  return left;
}

function firstLeft(at: Waterfall, month: number): Calculation {
  const { of, net } = at;
  const about = { rule: 'R4.25', month: monthName(of, month), note: 'lastStep' } as const;
  if (month <= net.fromMonth) return firstFunds(at);
  return knownQuantity('firstFundsLeft', about, firstLeftUsd(at, month), 'L0 − min(L0, max(0, −N0))', () => ({
    L0: firstLeft(at, month - 1),
    N0: net.calculation(month - 1),
  }));
}

/** A side's flow in a month; −1 is the valuation date. */
function flowOf(flows: AllianceFlows, side: 'minerUsd' | 'partnerUsd', month: number): number {
  return (month < 0 ? flows.atValuation?.[side] : flows[side][month]) ?? 0;
}

function partnerOfMonth(at: Waterfall, month: number): Calculation {
  const name = monthName(at.of, month);
  return known(
    { ...tellQuantity('partnerFlow', 'R4.25'), month: name },
    flowOf(at.flows, 'partnerUsd', month),
    'N − M',
    () => ({ N: at.net.calculation(month), M: minerOfMonth(at, month) }),
  );
}

/** R4.25 The miner's part of a month: its share of a shortfall, or of tier one and of the rest. */
function minerOfMonth(at: Waterfall, month: number): Calculation {
  const { of, terms, net, flows } = at;
  const about = { ...tellQuantity('minerFlow', 'R4.25'), month: monthName(of, month) };
  const value = flowOf(flows, 'minerUsd', month);
  if (net.value(month) < 0)
    return known(about, value, '−(−N − min(L, −N))·s', () => ({
      N: net.calculation(month),
      L: firstLeft(at, month),
      s: siteLeaf(of, 'fundingShare', terms.minerFundingShare, 'allianceMinerFundingShare'),
    }));
  const operands = (): Record<string, Calculation> => ({
    N: net.calculation(month),
    M: account(at, 'miner', month),
    P: account(at, 'partner', month),
    r: siteLeaf(of, 'residualPart', terms.minerResidualShare, 'allianceMinerResidualShare'),
  });
  const capital = account(at, 'miner', month).value + account(at, 'partner', month).value;
  // Without any capital there is no tier one, and no share of it.
  if (capital <= 0) return known(about, value, 'r·N', operands);
  return known(about, value, 'min(N, M + P)·M/(M + P) + r·max(0, N − M − P)', operands);
}

/** R4.25 The miner's flow, month by month; undefined for a plan without an alliance. */
export function minerSeries(of: ExplainedCase): Series | undefined {
  const { alliance: flows } = of.site;
  const terms = of.input.alliance as Alliance | null | undefined;
  if (!flows || !terms) return undefined;
  const at: Waterfall = { of, terms, flows, net: netFlow(of) };
  return {
    fromMonth: -1,
    endMonth: of.calendar.horizonMonths,
    value: (month) => flowOf(flows, 'minerUsd', month),
    calculation: (month) => minerOfMonth(at, month),
  };
}

import type { GpuPriceKind } from '../backcast/marginPerMwh.ts';
import { combinedWord, wordOfCases, wordOfShare, type CaseCount, type ClaimWord } from './claimWord.ts';
import { spreadOf, type Spread } from './conversionClaim.ts';
import type { SiteTrial } from './siteTrial.ts';

/** P63 Margins of a grid MWh by month; null is a gap. */
export interface MarginMonths {
  readonly months: readonly string[];
  readonly mining: readonly (number | null)[];
  readonly ai: readonly {
    readonly gpu: string;
    readonly kind: GpuPriceKind;
    readonly values: readonly (number | null)[];
  }[];
}

/** R5.18d Fewer months with both margins say nothing about "often". */
export const leastMonths = 6;

/** One series of AI prices beside mining, in the months that have both. */
export interface SeriesBeside {
  readonly gpu: string;
  readonly kind: GpuPriceKind;
  readonly months: readonly string[];
  /** Months in which the AI margin is above */
  readonly above: number;
  /** Mean of AI margin less mining margin before and after the halving [USD/grid MWh] */
  readonly leadBeforeUsdPerGridMwh: number | null;
  readonly leadAfterUsdPerGridMwh: number | null;
}

/** C5 Months of the past, the last halving, and the sites from now on. */
export interface IncomeClaim {
  readonly word: ClaimWord;
  readonly past: {
    readonly word: ClaimWord;
    /** Months in which every observed AI series is above mining; judged are months with both */
    readonly months: CaseCount;
    readonly miningUsdPerGridMwh: Spread | undefined;
    readonly aiUsdPerGridMwh: Spread | undefined;
    readonly series: readonly SeriesBeside[];
    readonly firstMonth: string | null;
    readonly lastMonth: string | null;
  };
  readonly halving: {
    readonly word: ClaimWord;
    readonly month: string | null;
    /** Series with months on both sides, and those whose lead grew */
    readonly comparable: number;
    readonly grown: number;
    /** Mean mining margin of the twelve months before and after [USD/grid MWh] */
    readonly miningBeforeUsdPerGridMwh: number | null;
    readonly miningAfterUsdPerGridMwh: number | null;
  };
  readonly sites: {
    readonly word: ClaimWord;
    readonly cases: CaseCount;
    readonly firstCrossover: string | null;
    readonly lastCrossover: string | null;
    readonly halvingDate: string | null;
    readonly miningBeforeUsdPerGridMwh: Spread | undefined;
    readonly miningAfterUsdPerGridMwh: Spread | undefined;
    readonly colocationAfterUsdPerGridMwh: Spread | undefined;
  };
}

/** R2.6 Mean subsidy of a month; null is not known. */
export interface SubsidyMonth {
  readonly month: string;
  readonly subsidyBtcPerBlock: number | null;
}

/**
 * R2.6, R5.18d The month of the last halving in a record of monthly mean subsidies: the first month of the last fall, for a
 * halving inside a month lowers that month's mean and the next one's.
 * @returns "YYYY-MM"; undefined where the record shows no fall
 * @example lastHalvingMonth([{ month: '2024-03', subsidyBtcPerBlock: 6.25 },
 *   { month: '2024-04', subsidyBtcPerBlock: 5.1 }, { month: '2024-05', subsidyBtcPerBlock: 3.125 }]) // → '2024-04'
 */
export function lastHalvingMonth(record: readonly SubsidyMonth[]): string | undefined {
  const known = record.flatMap(({ month, subsidyBtcPerBlock: btc }) =>
    btc === null ? [] : [{ month, btc }],
  );
  const falls = (index: number): boolean => {
    const [before, now] = [known[index - 1], known[index]];
    return before !== undefined && now !== undefined && now.btc < before.btc;
  };
  const last = known.findLastIndex((_, index) => falls(index));
  if (last < 0) return undefined;
  return known[falls(last - 1) ? last - 1 : last]?.month;
}

function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

interface Observed {
  readonly month: string;
  readonly lead: number;
}

function besideMining(
  { months, mining }: MarginMonths,
  series: MarginMonths['ai'][number],
  halvingMonth: string | null,
): SeriesBeside {
  const observed = months.flatMap((month, index): Observed[] => {
    const [ai, mined] = [series.values[index] ?? null, mining[index] ?? null];
    return ai === null || mined === null ? [] : [{ month, lead: ai - mined }];
  });
  // The halving's own month is half before and half after it.
  const mean = (isIn: (month: string, halving: string) => boolean): number | null =>
    halvingMonth === null
      ? null
      : meanOf(observed.flatMap(({ month, lead }) => (isIn(month, halvingMonth) ? [lead] : [])));
  return {
    gpu: series.gpu,
    kind: series.kind,
    months: observed.map(({ month }) => month),
    above: observed.filter(({ lead }) => lead > 0).length,
    leadBeforeUsdPerGridMwh: mean((month, halving) => month < halving),
    leadAfterUsdPerGridMwh: mean((month, halving) => month > halving),
  };
}

function pastOf(margins: MarginMonths, series: readonly SeriesBeside[]): IncomeClaim['past'] {
  const both = margins.months.flatMap((_, index) => {
    const mined = margins.mining[index] ?? null;
    const ai = margins.ai.flatMap(({ values }) => values[index] ?? []);
    return mined === null || ai.length === 0 ? [] : [{ mined, ai }];
  });
  const met = both.filter(({ mined, ai }) => ai.every((margin) => margin > mined)).length;
  const months = { met, undecided: 0, judged: both.length, all: margins.months.length };
  return {
    word: both.length < leastMonths ? 'open' : wordOfShare(met / both.length),
    months,
    miningUsdPerGridMwh: spreadOf(both.map(({ mined }) => mined)),
    aiUsdPerGridMwh: spreadOf(both.flatMap(({ ai }) => ai)),
    series,
    firstMonth: margins.months[0] ?? null,
    lastMonth: margins.months.at(-1) ?? null,
  };
}

function halvingOf(
  { months, mining }: MarginMonths,
  series: readonly SeriesBeside[],
  month: string | null,
): IncomeClaim['halving'] {
  const at = month === null ? -1 : months.indexOf(month);
  const window = (from: number, to: number): number | null =>
    at < 0 ? null : meanOf(mining.slice(Math.max(0, from), to).filter((value) => value !== null));
  const leads = series.flatMap(({ leadBeforeUsdPerGridMwh: before, leadAfterUsdPerGridMwh: after }) =>
    before === null || after === null ? [] : [after - before],
  );
  const grown = leads.filter((change) => change > 0).length;
  return {
    word: wordOfShare(leads.length === 0 ? undefined : grown / leads.length),
    month,
    comparable: leads.length,
    grown,
    miningBeforeUsdPerGridMwh: window(at - 12, at),
    miningAfterUsdPerGridMwh: window(at + 1, at + 13),
  };
}

function sitesOf(sites: readonly SiteTrial[]): IncomeClaim['sites'] {
  const mining = sites.filter(({ hostsAiOnly }) => !hostsAiOnly);
  const incomes = mining.flatMap(({ income }) => income ?? []);
  const crossovers = incomes.flatMap(({ crossoverMonth }) => crossoverMonth ?? []).toSorted();
  const cases = {
    met: crossovers.length,
    undecided: 0,
    judged: incomes.length,
    all: mining.length,
  };
  const around = incomes.flatMap(({ halving }) => halving ?? []);
  return {
    word: wordOfCases(cases),
    cases,
    firstCrossover: crossovers[0] ?? null,
    lastCrossover: crossovers.at(-1) ?? null,
    halvingDate: around[0]?.date ?? null,
    miningBeforeUsdPerGridMwh: spreadOf(around.map((one) => one.miningBeforeUsdPerGridMwh)),
    miningAfterUsdPerGridMwh: spreadOf(around.map((one) => one.miningAfterUsdPerGridMwh)),
    colocationAfterUsdPerGridMwh: spreadOf(around.map((one) => one.colocationAfterUsdPerGridMwh)),
  };
}

const noMargins: MarginMonths = { months: [], mining: [], ai: [] };

/**
 * R5.18d, R3.2, R4.5 C5: does AI income exceed mining income, above all after a halving? Three parts: the months in
 * which every observed AI margin was above mining's; the lead of each price series before and after the last halving; and
 * the sites at which colocation's EBITDA stays above plain mining's from some month of the horizon on.
 * @param margins null where the back-cast has none
 * @param halvingMonth "YYYY-MM" of the last halving; null where none is known
 */
export function incomeClaim(
  sites: readonly SiteTrial[],
  margins: MarginMonths | null,
  halvingMonth: string | null,
): IncomeClaim {
  const known = margins ?? noMargins;
  const series = known.ai
    .map((one) => besideMining(known, one, halvingMonth))
    .filter(({ months }) => months.length > 0);
  const past = pastOf(known, series);
  const halving = halvingOf(known, series, halvingMonth);
  const atSites = sitesOf(sites);
  return { word: combinedWord([past.word, halving.word, atSites.word]), past, halving, sites: atSites };
}

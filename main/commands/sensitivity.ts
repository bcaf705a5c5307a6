import { isInputKey, inputTable, type InputKey } from '../../shared/engine/analysis/inputTable.ts';
import type { SiteEvidence } from '../../shared/engine/analysis/evidence.ts';
import { resolveInputs } from '../../shared/engine/analysis/resolveInputs.ts';
import { breakEven, defaultSearch, type BreakEven, type Rival } from '../../shared/engine/risk/breakEven.ts';
import type { InputRange } from '../../shared/engine/risk/inputRanges.ts';
import { movedSite } from '../../shared/engine/risk/movedSite.ts';
import type { GridAxis } from '../../shared/engine/risk/riskGrid.ts';
import type { RiskResult } from '../../shared/engine/risk/riskResult.ts';
import {
  firstResult,
  gridAxis,
  gridInParts,
  siteRisk,
  wholeOf,
  type SiteRisk,
} from '../../shared/engine/risk/sensitivity.ts';
import { isStrategyKind, type StrategyKind } from '../../shared/engine/strategy/verdict.ts';
import { analysisJson } from '../../shared/exchange/analysisDocument.ts';
import { sensitivityDocument } from '../../shared/exchange/sensitivityDocument.ts';
import { UserFacingError } from '../../shared/ipc/result.ts';
import { observedRanges } from '../analysis/observedRanges.ts';
import { defaultSeed, siteEvidence } from '../analysis/siteView.ts';
import { writeWhole } from '../exchange/writeWhole.ts';
import {
  asOfOption,
  outOption,
  portfolioOption,
  readNamedOptions,
  requiredOption,
  scenarioOption,
  seedOption,
  textOption,
  type Options,
} from './options.ts';

function refuse(problem: string): never {
  throw new UserFacingError('cli.usage', { problem });
}

function numberOption(options: Options, name: string): number | undefined {
  const text = textOption(options, name);
  if (text === undefined) return undefined;
  const value = Number(text);
  return text.trim() === '' || !Number.isFinite(value) ? refuse(`--${name}`) : value;
}

function inputOption(options: Options, name: string): InputKey | undefined {
  const key = textOption(options, name);
  if (key === undefined) return undefined;
  return isInputKey(key) ? key : refuse(`--${name}`);
}

function strategyOption(options: Options): StrategyKind | 'bestConversion' | undefined {
  const name = textOption(options, 'strategy');
  if (name === undefined || name === 'bestConversion') return name;
  return isStrategyKind(name) ? name : refuse('--strategy');
}

interface Search {
  readonly key: InputKey;
  readonly rival: Rival;
  readonly from: number | undefined;
  readonly to: number | undefined;
}

/** What is asked for; what is left open is undefined, and follows from the site. */
interface Wish {
  readonly measure: RiskResult['measure'] | undefined;
  readonly strategy: RiskResult['strategy'] | undefined;
  readonly axes: { readonly x: InputKey; readonly y: InputKey } | undefined;
  readonly search: Search | undefined;
}

function axesOption(options: Options): Wish['axes'] {
  const [x, y] = [inputOption(options, 'x'), inputOption(options, 'y')];
  if (x === undefined && y === undefined) return undefined;
  return x === undefined || y === undefined || x === y ? refuse('--x --y') : { x, y };
}

function rivalOption(options: Options): Rival {
  const name = textOption(options, 'against') ?? 'keepMining';
  if (isStrategyKind(name)) return { kind: 'strategy', strategy: name };
  const usdPerGridMw = numberOption(options, 'against');
  return usdPerGridMw === undefined ? refuse('--against') : { kind: 'amount', usdPerGridMw };
}

function searchOption(options: Options): Search | undefined {
  const key = inputOption(options, 'break-even');
  if (key === undefined) {
    const stray = ['against', 'from', 'to'].find((name) => textOption(options, name) !== undefined);
    return stray === undefined ? undefined : refuse(`--${stray}`);
  }
  const [from, to] = [numberOption(options, 'from'), numberOption(options, 'to')];
  const { min, max } = inputTable[key];
  const isOutside = [from, to].some((value) => value !== undefined && (value < min || value > max));
  if (isOutside || (from !== undefined && to !== undefined && from >= to)) refuse('--from --to');
  return { key, rival: rivalOption(options), from, to };
}

/** Refuses what cannot be meant before anything is computed. */
function wishOf(options: Options): Wish {
  const measure = textOption(options, 'measure');
  if (measure !== undefined && measure !== 'gain' && measure !== 'npv') refuse('--measure');
  const strategy = strategyOption(options);
  // Mining has no gain over itself.
  if (measure !== 'npv' && strategy === 'keepMining') refuse('--strategy');
  const search = searchOption(options);
  if (search && (strategy === 'bestConversion' || isSame(search.rival, strategy))) refuse('--strategy');
  return { measure, strategy, axes: axesOption(options), search };
}

function isSame(rival: Rival, strategy: RiskResult['strategy'] | undefined): boolean {
  return rival.kind === 'strategy' && rival.strategy === strategy;
}

function inputOf(evidence: SiteEvidence, key: InputKey): { readonly value: number; readonly unit: string } {
  const input = resolveInputs(evidence).find((one) => one.key === key);
  return input === undefined || input.value === null ? refuse(key) : { value: input.value, unit: input.unit };
}

function rangeOf({ sensitivity }: SiteRisk, key: InputKey): InputRange | undefined {
  return sensitivity.swings.swings.find(({ range }) => range.key === key)?.range;
}

/** An axis over the input's own range, without one over where a break-even would be looked for. */
function axisOf(evidence: SiteEvidence, risk: SiteRisk, key: InputKey, side: 'x' | 'y'): GridAxis {
  const { value, unit } = inputOf(evidence, key);
  const isWhole = inputTable[key].isWhole === true;
  const search = { key, unit, base: value, isWhole, ...defaultSearch(key, value, undefined) };
  return gridAxis(rangeOf(risk, key) ?? search, side);
}

/** R7.1c The grid of the two inputs named, else of the two that matter most. */
function withAxes(evidence: SiteEvidence, risk: SiteRisk, { axes }: Wish): SiteRisk {
  if (!axes) return risk;
  const [x, y] = [axisOf(evidence, risk, axes.x, 'x'), axisOf(evidence, risk, axes.y, 'y')];
  return { ...risk, grid: wholeOf(gridInParts(movedSite(evidence), x, y)) };
}

/** R7.1d Where the strategy of the result is as good as another, in one input. */
function breakEvenOf(
  evidence: SiteEvidence,
  risk: SiteRisk,
  { strategy }: RiskResult,
  { search }: Wish,
): BreakEven | null {
  if (!search) return null;
  const { key, rival, from, to } = search;
  if (strategy === 'bestConversion' || isSame(rival, strategy)) return refuse('--strategy');
  const usual = defaultSearch(key, inputOf(evidence, key).value, rangeOf(risk, key));
  const [low, high] = [from ?? usual.low, to ?? usual.high];
  if (low >= high) return refuse('--from --to');
  return breakEven(movedSite(evidence), { key, low, high, strategy, rival });
}

/** P13, P32, P33, P60 A site's sensitivity as JSON; to a file or to the standard output. */
export async function sensitivityCommand(args: readonly string[]): Promise<void> {
  const texts = ['portfolio', 'site', 'measure', 'strategy', 'x', 'y', 'break-even', 'against', 'from', 'to'];
  const options = readNamedOptions(args, [...texts, 'scenario', 'seed', 'as-of', 'out'], ['json']);
  if (options.values['json'] !== true) refuse('--json');
  const site = requiredOption(options, 'site');
  const { valuationMonth } = asOfOption(options);
  const seed = seedOption(options, defaultSeed);
  const out = textOption(options, 'out') === undefined ? undefined : outOption(options, '.json');
  const wish = wishOf(options);
  const { db } = portfolioOption(options);
  try {
    const month = valuationMonth === undefined ? {} : { valuationMonth };
    const evidence = siteEvidence(db, site, { seed, ...scenarioOption(options, db), ...month });
    const risk = withAxes(evidence, siteRisk(evidence, observedRanges(db)), wish);
    const first = firstResult(risk.sensitivity.swings);
    const result = { measure: wish.measure ?? first.measure, strategy: wish.strategy ?? first.strategy };
    const found = breakEvenOf(evidence, risk, result, wish);
    const written = analysisJson(sensitivityDocument(evidence, risk, result, found));
    if (out === undefined) {
      process.stdout.write(written);
      return;
    }
    writeWhole(out, Buffer.from(written, 'utf8'));
    process.stdout.write(`${out}\n`);
  } finally {
    db.close();
  }
}

import { join } from 'node:path';
import { expect, test } from 'vitest';
import { observedRanges } from '../../../main/analysis/observedRanges.ts';
import { siteEvidence } from '../../../main/analysis/siteView.ts';
import { openReadOnly } from '../../../main/db/openDatabase.ts';
import { listSites } from '../../../main/db/repositories/siteRepository.ts';
import { siteFigures } from '../../../shared/engine/analysis/analyseSite.ts';
import type { SiteEvidence } from '../../../shared/engine/analysis/evidence.ts';
import type { InputKey } from '../../../shared/engine/analysis/inputTable.ts';
import { resolveInputs } from '../../../shared/engine/analysis/resolveInputs.ts';
import { breakEven, defaultSearch } from '../../../shared/engine/risk/breakEven.ts';
import { inputRanges } from '../../../shared/engine/risk/inputRanges.ts';
import { movedSite, withMoves } from '../../../shared/engine/risk/movedSite.ts';
import { gridCells } from '../../../shared/engine/risk/riskGrid.ts';
import { firstResult, siteRisk } from '../../../shared/engine/risk/sensitivity.ts';
import { tornadoOf } from '../../../shared/engine/risk/tornado.ts';
import { verdictWordOf, type StrategyKind } from '../../../shared/engine/strategy/verdict.ts';

/* What is found is proven by putting it in: the site is analysed anew with the value as the analyst's own. */

const db = openReadOnly(join(import.meta.dirname, '../../../out/app/sample/sample.umbau'));
const observed = observedRanges(db);
const ids = listSites(db).map(({ id }) => id);
const evidenceOf = new Map(ids.map((id) => [id, siteEvidence(db, id)]));
db.close();

function siteOf(id: string): SiteEvidence {
  const evidence = evidenceOf.get(id);
  if (!evidence) throw new Error(id);
  return evidence;
}

function npvOf(evidence: SiteEvidence, kind: StrategyKind): number | undefined {
  const outcome = siteFigures(evidence).strategies.find((strategy) => strategy.kind === kind);
  return outcome?.computable ? outcome.figures.npvUsd : undefined;
}

const searched: readonly InputKey[] = [
  'btcPriceUsd',
  'miningPowerPriceUsdPerMwh',
  'rentYear1UsdPerKwMonth',
  'shellCapexUsdPerMwIt',
  'discountRateColocation',
];

test('R7.1a the market figures of the sample have the span of the last 24 months', () => {
  expect(observed.map(({ key }) => key)).toEqual(['btcPriceUsd', 'networkHashrateEhS']);
  const [btc] = observed;
  expect(btc).toMatchObject({ low: 58525, fromMonth: '2024-09', toMonth: '2026-08' });
});

test('R7.1d, P32 at every site of the sample a break-even that is set makes both NPVs agree within 0.1 %', () => {
  let found = 0;
  let none = 0;
  for (const id of ids) {
    const evidence = siteOf(id);
    const { ranges } = inputRanges(evidence, resolveInputs(evidence), observed);
    const site = movedSite(evidence);
    for (const key of searched) {
      const range = ranges.find((one) => one.key === key);
      if (!range) continue;
      const { solutions } = breakEven(site, {
        key,
        ...defaultSearch(key, range.base, range),
        strategy: 'colocation',
        rival: { kind: 'strategy', strategy: 'keepMining' },
      });
      none += solutions.length === 0 ? 1 : 0;
      for (const { value, kind } of solutions) {
        expect(kind, `${id} ${key}`).toBe('equal');
        const set = withMoves(evidence, [{ key, value }]);
        const [a, b] = [npvOf(set, 'colocation') ?? NaN, npvOf(set, 'keepMining') ?? NaN];
        expect(Math.abs(a - b), `${id} ${key}`).toBeLessThanOrEqual(
          1e-3 * Math.max(Math.abs(a), Math.abs(b)),
        );
        found += 1;
      }
    }
  }
  expect(found).toBeGreaterThan(50);
  expect(none).toBeGreaterThan(0);
});

const some = [...ids.filter((_id, index) => index % 18 === 0), 'cipher-alborz'];

test.each(some)(
  'R7.1b, R7.1f %s: ends and flips are those of an analysis with the value as own value',
  (id) => {
    const evidence = siteOf(id);
    const { sensitivity } = siteRisk(evidence, observed);
    const { swings, flips } = sensitivity;
    const inForce = siteFigures(evidence);
    expect(flips.from).toBe(inForce.verdict.best);
    const result = firstResult(swings);
    const tornado = tornadoOf(swings, result);
    if (tornado.base !== null && result.strategy !== 'bestConversion') {
      const mw = swings.base.gridMw ?? NaN;
      for (const { range, atLow } of tornado.bars.slice(0, 3)) {
        const low = withMoves(evidence, [{ key: range.key, value: range.low }]);
        const [own, mining] = [npvOf(low, result.strategy) ?? NaN, npvOf(low, 'keepMining') ?? NaN];
        expect(atLow).toBe(result.measure === 'gain' ? own / mw - mining / mw : own / mw);
      }
      const effects = tornado.bars.map(({ effect }) => effect);
      expect(effects).toEqual(effects.toSorted((a, b) => b - a));
    }
    for (const { range, value } of flips.flips) {
      const step = Math.sign(value - range.base) * (range.isWhole ? 0 : Math.abs(value) * 1e-6 + 1e-9);
      const best = siteFigures(withMoves(evidence, [{ key: range.key, value: value + step }])).verdict.best;
      expect(best && verdictWordOf(best), `${id} ${range.key}`).not.toBe(
        inForce.verdict.best && verdictWordOf(inForce.verdict.best),
      );
    }
  },
);

test('P32 the hashprice of the first month is in proportion to the price of BTC', () => {
  const evidence = siteOf('riot-rockdale');
  const hashprice = (usd: number) =>
    siteFigures(withMoves(evidence, [{ key: 'btcPriceUsd', value: usd }])).hashpriceUsdPerPhDay[0] ?? NaN;
  expect(hashprice(120_000) / hashprice(60_000)).toBeCloseTo(2, 12);
});

test('R7.1c the cell in force holds the result in force; the same question gives the same bits', () => {
  const evidence = siteOf('riot-rockdale');
  const risk = siteRisk(evidence, observed);
  const { grid, sensitivity } = risk;
  if (!grid) throw new Error('no grid');
  const result = firstResult(sensitivity.swings);
  const [column, row] = [grid.x.values.indexOf(grid.x.base), grid.y.values.indexOf(grid.y.base)];
  expect(gridCells(grid, result)[row]?.[column]?.value).toBe(tornadoOf(sensitivity.swings, result).base);
  expect(siteRisk(evidence, observed)).toEqual(risk);
});

test('R7.1f a site where nothing can be computed has neither bars nor flips, and says so', () => {
  const evidence = { ...siteOf('riot-rockdale'), facts: [] };
  const { sensitivity, grid } = siteRisk(evidence, observed);
  expect(tornadoOf(sensitivity.swings, firstResult(sensitivity.swings)).base).toBeNull();
  expect(sensitivity.flips).toMatchObject({ from: null, flips: [] });
  expect(grid).toBeNull();
});

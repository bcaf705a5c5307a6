import { inputTable, isInputKey } from '../../engine/analysis/inputTable.ts';
import type { ResolvedInput } from '../../engine/analysis/siteAnalysis.ts';
import { isStaleInput } from '../../staleness/staleness.ts';
import { inForce, type CheckedSite } from '../checkedData.ts';
import { found, type FoundFault } from '../fault.ts';

const sizes = ['energised_mw', 'contracted_mw', 'power_mw', 'requested_mw'] as const;

function sizeMw({ figures }: CheckedSite): number | null {
  for (const field of sizes) {
    const figure = inForce(figures, field);
    if (figure) return figure.value;
  }
  return null;
}

/** A site that hosts AI, or of which no use is known, has no machines to be missing. */
function isNeeded({ key }: ResolvedInput, { evidence }: CheckedSite): boolean {
  return key !== 'siteHashrateEhS' || evidence.currentUse === 'mining' || evidence.currentUse === 'mixed';
}

/** R1.7 Inputs without which the site cannot be computed. */
export function missingInputs(site: CheckedSite): FoundFault[] {
  const missing = site.inputs.filter((input) => input.value === null && isNeeded(input, site));
  if (missing.length === 0) return [];
  const keys = missing.map(({ key }) => key).join(',');
  const blockedMw = sizeMw(site);
  return [
    found('missingInputs', '', { keys, ...(blockedMw !== null && { blockedMw }) }, keys, { blockedMw }),
  ];
}

/** A fact of the market or of a company is one for many sites; it is checked once. */
export type Scope = 'site' | 'company' | 'market';

function scopeOf({ key, origin, group }: ResolvedInput): Scope {
  if (origin !== 'fact') return 'site';
  if (group === 'market') return 'market';
  const [field] = (isInputKey(key) ? inputTable[key].facts : undefined) ?? [];
  return field?.startsWith('company.') === true ? 'company' : 'site';
}

function ofScope({ inputs }: CheckedSite, scope: Scope): ResolvedInput[] {
  return inputs.filter((input) => scopeOf(input) === scope);
}

/** R1.9 A figure outside the range of the assumption that would stand in for it. */
export function outOfUsualRange(site: CheckedSite, scope: Scope): FoundFault[] {
  return ofScope(site, scope).flatMap(({ key, value, origin, low, high }) => {
    if (value === null || low === null || high === null || (origin !== 'fact' && origin !== 'own')) return [];
    if (value >= low && value <= high) return [];
    // What cannot be at all is said by a check of its own.
    if (/pue$/i.test(key) && value < 1) return [];
    const values = { key, value, low, high };
    const mends = [{ kind: 'ownValue' as const, key, value: value < low ? low : high }];
    const fix = origin === 'own' ? ({ kind: 'input.clear', key } as const) : null;
    return [found('outOfUsualRange', key, values, values, { mends, fix })];
  });
}

/** R5.20 How far a stale figure is tried to either side. */
const trials = [0.9, 1.1] as const;

/** P3 Old figures that the site's result rests on. */
export function staleFigures(site: CheckedSite, scope: Scope): FoundFault[] {
  const stale = ofScope(site, scope).filter(
    // Grid power scales a site; no verdict per MW rests on it.
    (input) => input.key !== 'gridPowerMw' && isStaleInput(input, site.clock),
  );
  // Where nothing can be computed, no result rests on them.
  if (stale.length === 0 || missingInputs(site).length > 0) return [];
  const dated = stale.map(({ key, asOf }) => `${key}|${asOf ?? ''}`).join(',');
  const mends = stale.flatMap(({ key, value, min, max }) =>
    value === null
      ? []
      : trials.map((factor) => ({
          kind: 'ownValue' as const,
          key,
          value: Math.min(max, Math.max(min, value * factor)),
        })),
  );
  const restsOn = stale.map(({ key, asOf, value }) => [key, asOf, value]);
  return [found('staleFigures', '', { stale: dated, count: stale.length }, restsOn, { mends })];
}

import { inForce, inputOf, presetOf, type CheckedSite } from '../checkedData.ts';
import { found, type FoundFault } from '../fault.ts';

const gridFields = ['energised_mw', 'contracted_mw', 'requested_mw', 'power_mw'] as const;

/** R4.26 The greatest grid power that anything says of the site; undefined where nothing is said. */
function largestGridMw({ figures }: CheckedSite): number | undefined {
  const known = gridFields.flatMap((field) => {
    const figure = inForce(figures, field);
    return figure && figure.basis !== 'critical IT MW' ? [figure.value] : [];
  });
  return known.length === 0 ? undefined : Math.max(...known);
}

/** R4.1 Critical IT above the site's grid power: one of the two is on another basis, or wrong. */
function siteAboveGrid(site: CheckedSite): FoundFault[] {
  const critical = inForce(site.figures, 'ai_it_mw');
  const gridInput = inputOf(site, 'gridPowerMw');
  const ratio = inputOf(site, 'grossToItRatio')?.value ?? null;
  const isOwn = gridInput?.origin === 'own';
  const gridMw = isOwn ? gridInput.value : largestGridMw(site);
  if (!critical || gridMw === undefined || gridMw === null || critical.value <= gridMw) return [];
  const values = { criticalMw: critical.value, gridMw };
  const key = 'gridPowerMw';
  if (isOwn) {
    const mends = [{ kind: 'ownValue', key, value: null }] as const;
    return [found('criticalAboveGrid', '', values, values, { mends, fix: { kind: 'input.clear', key } })];
  }
  const mends = ratio === null ? [] : [{ kind: 'ownValue' as const, key, value: critical.value * ratio }];
  return [found('criticalAboveGrid', '', values, values, { mends })];
}

/** R4.1 A contract that promises more critical IT than grid power. */
function contractsAboveGrid(site: CheckedSite): FoundFault[] {
  const ratio = inputOf(site, 'grossToItRatio')?.value ?? null;
  return site.contracts.flatMap(({ id, countsInSums, itLoadMw, grossMw, counterparty }) => {
    if (!countsInSums || itLoadMw === null || grossMw === null || itLoadMw <= grossMw) return [];
    const values = { criticalMw: itLoadMw, gridMw: grossMw, counterparty };
    const mends = ratio === null ? [] : [{ kind: 'contractLoad' as const, id, itLoadMw: grossMw / ratio }];
    return [found('criticalAboveGrid', id, values, values, { mends })];
  });
}

/** P31 Critical MW above grid MW. */
export function criticalAboveGrid(site: CheckedSite): FoundFault[] {
  return [...siteAboveGrid(site), ...contractsAboveGrid(site)];
}

/** R3.6, R4.1 Grid energy per IT energy cannot be less than one. */
export function pueBelowOne(site: CheckedSite): FoundFault[] {
  return (['aiPue', 'miningPue'] as const).flatMap((key) => {
    const value = inputOf(site, key)?.value ?? null;
    if (value === null || value >= 1) return [];
    const proposal = presetOf(site, key);
    const rest =
      proposal === undefined
        ? {}
        : {
            mends: [{ kind: 'ownValue', key, value: proposal }] as const,
            fix: { kind: 'input.set', key, value: proposal } as const,
          };
    return [found('pueBelowOne', key, { key, value }, { key, value }, rest)];
  });
}

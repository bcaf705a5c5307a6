import type { Figure } from '../../domain/figure.ts';
import { inputTable } from '../../engine/analysis/inputTable.ts';
import { inForce, type CheckedCompany, type CheckedSite } from '../checkedData.ts';
import { found, type FoundFault } from '../fault.ts';

const usedFields: ReadonlySet<string> = new Set(
  Object.values(inputTable).flatMap(({ facts }) => facts ?? []),
);

/** Sources round; closer than this they say the same. */
const rounding = 0.005;

/** A value put aside for another, or one of the same day: either says something else of the same fact. */
function isRival(rival: Figure, chosen: Figure): boolean {
  const isOfSameFact = rival.field === chosen.field && rival.unit === chosen.unit;
  return (
    isOfSameFact &&
    rival.value !== null &&
    chosen.value !== null &&
    Math.abs(rival.value - chosen.value) > rounding * Math.abs(chosen.value) &&
    (rival.superseded || (rival.asOf !== null && rival.asOf === chosen.asOf && rival.basis === chosen.basis))
  );
}

/**
 * P55 Several values for one fact: the one that counts, the span of all, and what each other would change.
 * @param prefix of the field in a site's evidence: empty for the site's own figures
 */
export function rivalValues(figures: readonly Figure[], prefix: '' | 'company.'): FoundFault[] {
  return [...new Set(figures.map(({ field }) => field))].flatMap((field) => {
    const chosen = inForce(figures, field);
    if (!chosen) return [];
    const rivals = figures.filter((figure) => figure !== chosen && isRival(figure, chosen));
    const others = rivals.flatMap(({ value }) => value ?? []);
    if (others.length === 0) return [];
    const values = {
      field,
      unit: chosen.unit,
      value: chosen.value,
      low: Math.min(chosen.value, ...others),
      high: Math.max(chosen.value, ...others),
      count: others.length + 1,
    };
    const name = `${prefix}${field}`;
    const mends = usedFields.has(name)
      ? others.map((value) => ({ kind: 'fact' as const, field: name, value }))
      : [];
    return [found('rivalValues', field, values, [chosen.value, ...others], { mends })];
  });
}

/** A site of which nobody can say where its figures come from. */
export function withoutSource(site: CheckedSite): FoundFault[] {
  if (site.isSourced || site.figures.some(({ source }) => source !== null)) return [];
  const values = { count: site.figures.length };
  return [
    found(
      'withoutSource',
      '',
      values,
      site.figures.map(({ id, value }) => [id, value]),
    ),
  ];
}

/** Roundings of published sums. */
const tolerance = 1.01;

/** R4.26 Sites that are energised with more than their company says of itself. */
export function sumsAboveCompany({ figures, energisedMwOfSites }: CheckedCompany): FoundFault[] {
  const company = inForce(figures, 'power_operating_mw') ?? inForce(figures, 'power_energised_mw');
  const known = energisedMwOfSites.filter((value) => value !== null);
  const sitesMw = known.reduce((sum, value) => sum + value, 0);
  if (!company || company.basis === 'critical IT MW' || sitesMw <= company.value * tolerance) return [];
  const values = { sitesMw, companyMw: company.value, sites: known.length };
  return [found('sumsAboveCompany', '', values, values)];
}

import type { InputKey } from '../analysis/inputTable.ts';
import type { ResolvedInput } from '../analysis/siteAnalysis.ts';
import { pathDrivers, rangeDrivers, type Driver, type RangeDriver } from './drivers.ts';
import { parameters } from './parameters.ts';
import type { CorrelationSettings, MonteCarloSettings, RangeSettings } from './settings.ts';

/** R7.2f The input whose range a driver draws from. */
export const inputOfRange: Readonly<Record<RangeDriver, InputKey>> = {
  marketRent: 'rentYear1UsdPerKwMonth',
  utilisation: 'utilisation',
  buildCost: 'shellCapexUsdPerMwIt',
  delay: 'slipMonths',
};

const point = (value: number): RangeSettings => ({ low: value, base: value, high: value });

/** Bounds of an input, and its base between them. */
function within({ min, max }: ResolvedInput, { low, base, high }: RangeSettings): RangeSettings {
  return { low: Math.min(base, Math.max(min, low)), base, high: Math.max(base, Math.min(max, high)) };
}

/**
 * R7.2f Range of an input: the preset's around its own base, by ratios around another value; in months by differences,
 * for a delay of 0 has no ratios. Published and signed values have none.
 * @param presetBase base of the preset, where there is one
 */
export function rangeOf(input: ResolvedInput | undefined, presetBase: number | undefined): RangeSettings {
  const value = input?.value ?? 0;
  if (!input || input.low === null || input.high === null || presetBase === undefined) return point(value);
  if (input.origin === 'preset') return within(input, { low: input.low, base: value, high: input.high });
  // A signed rent stays, that of its renewals is drawn from the same ratios.
  if (input.origin === 'fact') return point(value);
  if (input.unit === 'months')
    return within(input, {
      low: value + input.low - presetBase,
      base: value,
      high: value + input.high - presetBase,
    });
  if (presetBase === 0) return point(value);
  const factor = value / presetBase;
  return within(input, { low: input.low * factor, base: value, high: input.high * factor });
}

function identity(size: number): number[][] {
  return Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (__, column) => (row === column ? 1 : 0)),
  );
}

/** R7.2h One pair of a matrix. */
function withPair(matrix: readonly (readonly number[])[], a: number, b: number, value: number): number[][] {
  return matrix.map((entries, row) =>
    entries.map((entry, column) =>
      (row === a && column === b) || (row === b && column === a) ? value : entry,
    ),
  );
}

/** R7.2h Correlations that have a calibration or an assumption; the others are 0. */
export function defaultCorrelations(): CorrelationSettings {
  const pathOf = (driver: (typeof pathDrivers)[number]): number => pathDrivers.indexOf(driver);
  const rangeIndex = (driver: RangeDriver): number => rangeDrivers.indexOf(driver);
  return {
    paths: withPair(
      identity(pathDrivers.length),
      pathOf('btcPrice'),
      pathOf('networkHashrate'),
      parameters['correlation.btcPrice.networkHashrate'].value,
    ),
    ranges: withPair(
      identity(rangeDrivers.length),
      rangeIndex('buildCost'),
      rangeIndex('delay'),
      parameters['correlation.buildCost.delay'].value,
    ),
  };
}

/** Whether every driver is on, or none. */
export function allDrivers(isOn: boolean): Record<Driver, boolean> {
  return {
    btcPrice: isOn,
    networkHashrate: isOn,
    feeShare: isOn,
    powerPrice: isOn,
    gpuPrice: isOn,
    marketRent: isOn,
    utilisation: isOn,
    buildCost: isOn,
    delay: isOn,
    tenantDefault: isOn,
  };
}

/**
 * R7.2 What a run draws until the analyst says otherwise: calibrated or assumed processes, ranges of the inputs.
 * @param inputs resolved inputs of the site (R1.9)
 * @param presetBases bases of the presets by input
 */
export function defaultSettings(
  inputs: readonly ResolvedInput[],
  presetBases: ReadonlyMap<string, number>,
  run: Pick<MonteCarloSettings, 'seed' | 'paths'>,
): MonteCarloSettings {
  const rangeFor = (driver: RangeDriver): RangeSettings => {
    const key = inputOfRange[driver];
    return rangeOf(
      inputs.find((input) => input.key === key),
      presetBases.get(key),
    );
  };
  const probability = inputs.find(({ key }) => key === 'tenantDefaultProbabilityPerYear')?.value ?? 0;
  return {
    ...run,
    basis: 'unleveredPreTax',
    isOn: allDrivers(true),
    drivers: {
      btcPrice: {
        volatilityPerYear: parameters['btcPrice.volatilityPerYear'].value,
        reversionPerYear: parameters['btcPrice.reversionPerYear'].value,
        jumps: null,
      },
      networkHashrate: { volatilityPerYear: parameters['networkHashrate.volatilityPerYear'].value },
      feeShare: {
        volatilityPerYear: parameters['feeShare.volatilityPerYear'].value,
        reversionPerYear: parameters['feeShare.reversionPerYear'].value,
      },
      powerPrice: {
        volatilityPerYear: parameters['powerPrice.volatilityPerYear'].value,
        reversionPerYear: parameters['powerPrice.reversionPerYear'].value,
        marketShare: parameters['powerPrice.marketShare'].value,
        seasonShare: parameters['powerPrice.seasonShare'].value,
      },
      gpuPrice: { volatilityPerYear: parameters['gpuPrice.volatilityPerYear'].value },
      marketRent: rangeFor('marketRent'),
      utilisation: rangeFor('utilisation'),
      buildCost: rangeFor('buildCost'),
      delay: rangeFor('delay'),
      tenantDefault: { probabilityPerYear: probability },
    },
    correlations: defaultCorrelations(),
  };
}

/** Bases of a site's presets by input. */
export function presetBasesOf(presets: readonly { key: string; base: number }[]): Map<string, number> {
  return new Map(presets.map(({ key, base }) => [key, base]));
}

import { parameters, type Parameter } from '../../../../shared/engine/montecarlo/parameters.ts';
import type { RangeDriver } from '../../../../shared/engine/montecarlo/drivers.ts';
import type { DriverSettings, JumpSettings } from '../../../../shared/engine/montecarlo/settings.ts';
import type { MonteCarloText } from '../../../../shared/text/monteCarloText.ts';

/** One number of a driver: where it stands, how it is written, where its default comes from. */
export interface DriverField {
  readonly label: keyof MonteCarloText;
  readonly isPercent: boolean;
  /** Bounds of what a run takes. */
  readonly min: number;
  readonly max: number;
  readonly of: (drivers: DriverSettings) => number;
  readonly with: (drivers: DriverSettings, value: number) => DriverSettings;
  readonly parameter: Parameter | null;
}

type ProcessDriver =
  | 'btcPrice'
  | 'networkHashrate'
  | 'feeShare'
  | 'powerPrice'
  | 'gpuPrice'
  | 'tenantDefault';

/** A number directly under a driver. */
function direct<Driver extends ProcessDriver>(
  driver: Driver,
  key: keyof DriverSettings[Driver] & string,
  field: Pick<DriverField, 'label' | 'isPercent' | 'max' | 'parameter'>,
): DriverField {
  return {
    ...field,
    min: 0,
    of: (drivers) => Number(drivers[driver][key]),
    with: (drivers, value) => ({ ...drivers, [driver]: { ...drivers[driver], [key]: value } }),
  };
}

const volatility = { label: 'volatility', isPercent: true, max: 20 } as const;
const reversion = { label: 'reversion', isPercent: false, max: 100 } as const;
const share = { isPercent: true, max: 1 } as const;

/** R7.2c – R7.2e, R7.2g The numbers of the drivers that are processes. */
export const processFields: Readonly<Record<ProcessDriver, readonly DriverField[]>> = {
  btcPrice: [
    direct('btcPrice', 'volatilityPerYear', {
      ...volatility,
      parameter: parameters['btcPrice.volatilityPerYear'],
    }),
    direct('btcPrice', 'reversionPerYear', {
      ...reversion,
      parameter: parameters['btcPrice.reversionPerYear'],
    }),
  ],
  networkHashrate: [
    direct('networkHashrate', 'volatilityPerYear', {
      ...volatility,
      parameter: parameters['networkHashrate.volatilityPerYear'],
    }),
  ],
  feeShare: [
    direct('feeShare', 'volatilityPerYear', {
      ...volatility,
      parameter: parameters['feeShare.volatilityPerYear'],
    }),
    direct('feeShare', 'reversionPerYear', {
      ...reversion,
      parameter: parameters['feeShare.reversionPerYear'],
    }),
  ],
  powerPrice: [
    direct('powerPrice', 'volatilityPerYear', {
      ...volatility,
      parameter: parameters['powerPrice.volatilityPerYear'],
    }),
    direct('powerPrice', 'reversionPerYear', {
      ...reversion,
      parameter: parameters['powerPrice.reversionPerYear'],
    }),
    direct('powerPrice', 'marketShare', {
      ...share,
      label: 'marketShare',
      parameter: parameters['powerPrice.marketShare'],
    }),
    direct('powerPrice', 'seasonShare', {
      ...share,
      label: 'seasonShare',
      parameter: parameters['powerPrice.seasonShare'],
    }),
  ],
  gpuPrice: [
    direct('gpuPrice', 'volatilityPerYear', {
      ...volatility,
      parameter: parameters['gpuPrice.volatilityPerYear'],
    }),
  ],
  tenantDefault: [
    direct('tenantDefault', 'probabilityPerYear', {
      ...share,
      label: 'probability',
      max: 0.99,
      parameter: null,
    }),
  ],
};

/** R7.2c Jumps as assumed, when they are switched on. */
export const usualJumps: JumpSettings = {
  perYear: parameters['btcPrice.jumps.perYear'].value,
  mean: parameters['btcPrice.jumps.mean'].value,
  sd: parameters['btcPrice.jumps.sd'].value,
};

function jumpField(
  key: keyof JumpSettings,
  field: Pick<DriverField, 'label' | 'min' | 'max' | 'parameter'>,
): DriverField {
  return {
    ...field,
    isPercent: false,
    of: ({ btcPrice }) => btcPrice.jumps?.[key] ?? 0,
    with: (drivers, value) => {
      const { btcPrice } = drivers;
      return {
        ...drivers,
        btcPrice: { ...btcPrice, jumps: { ...(btcPrice.jumps ?? usualJumps), [key]: value } },
      };
    },
  };
}

export const jumpFields: readonly DriverField[] = [
  jumpField('perYear', {
    label: 'jumpsPerYear',
    min: 0,
    max: 52,
    parameter: parameters['btcPrice.jumps.perYear'],
  }),
  jumpField('mean', { label: 'jumpMean', min: -5, max: 5, parameter: parameters['btcPrice.jumps.mean'] }),
  jumpField('sd', { label: 'jumpSd', min: 0, max: 20, parameter: parameters['btcPrice.jumps.sd'] }),
];

/** R7.2f Low and high of a range; the base is the site's input. */
export function rangeField(driver: RangeDriver, end: 'low' | 'high', isPercent: boolean): DriverField {
  return {
    label: end,
    isPercent,
    min: -Infinity,
    max: Infinity,
    of: (drivers) => drivers[driver][end],
    with: (drivers, value) => ({ ...drivers, [driver]: { ...drivers[driver], [end]: value } }),
    parameter: null,
  };
}

import { philoxKey } from '../random/philox.ts';
import { createDraw, type Draw } from './draw.ts';
import { onceProcess } from './drawnOnce.ts';
import {
  btcProcess,
  feeProcess,
  gpuProcess,
  hashrateProcess,
  powerProcess,
  type DrawBase,
} from './pathProcesses.ts';
import type { MonteCarloSettings } from './settings.ts';
import { createShocks, type CorrelationFactors } from './shocks.ts';

/**
 * R7.2b Draws the paths of a run: each is a function of its number alone, so that it does not matter who draws it, when,
 * or what else is drawn.
 * @param factors Cholesky factors in the order of `pathDrivers` and `rangeDrivers` (R7.2h)
 * @returns the draw of a path; it is overwritten by the next
 */
export function createDrawing(
  settings: MonteCarloSettings,
  base: DrawBase,
  factors: CorrelationFactors,
): (path: number) => Draw {
  const { isOn } = settings;
  const key = philoxKey(settings.seed);
  const draw = createDraw(base.months, isOn.feeShare && base.feeShare !== undefined);
  const shocks = createShocks(settings, key, base.months, factors);
  const of = { settings, base, shocks, draw, key };
  const [btc, fees, hashrate, power, gpu] = [
    btcProcess(of),
    feeProcess(of),
    hashrateProcess(of),
    powerProcess(of),
    gpuProcess(of),
  ];
  const once = onceProcess(settings, key, factors, draw);
  return (path) => {
    shocks.drawPath(path);
    if (isOn.btcPrice) btc(path);
    fees();
    hashrate();
    if (isOn.powerPrice) power();
    if (isOn.gpuPrice) gpu();
    once(path);
    draw.path = path;
    return draw;
  };
}

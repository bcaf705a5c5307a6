import type { StrategyKind } from '../engine/strategy/verdict.ts';
import type { Language } from '../format/number.ts';

/** One name for a strategy everywhere. */
export const strategyNames: Readonly<Record<Language, Readonly<Record<StrategyKind, string>>>> = {
  en: {
    keepMining: 'Keep mining',
    refresh: 'Refresh fleet',
    redeploy: 'Redeploy ASICs',
    colocation: 'Colocation',
    gpuCloud: 'GPU cloud',
    alliance: 'Alliance',
    hybrid: 'Hybrid',
    sellShell: 'Sell the contracted shell',
    sellSite: 'Sell the site',
  },
  de: {
    keepMining: 'Weiter Mining',
    refresh: 'Flotte erneuern',
    redeploy: 'ASICs umsetzen',
    colocation: 'Colocation',
    gpuCloud: 'GPU-Cloud',
    alliance: 'Allianz',
    hybrid: 'Hybrid',
    sellShell: 'Vermietete Hülle verkaufen',
    sellSite: 'Standort verkaufen',
  },
};

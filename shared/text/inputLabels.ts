import type { InputKey } from '../engine/analysis/inputTable.ts';
import type { Language } from '../format/number.ts';

/** Label of every input in German and English; a missing one does not compile. */
const labels: Readonly<Record<InputKey, readonly [de: string, en: string]>> = {
  gridPowerMw: ['Leistung am Anschluss', 'Grid power'],
  grossToItRatio: ['Anschluss je kritischer IT', 'Grid-to-IT ratio'],
  btcPriceUsd: ['Bitcoin-Preis', 'Bitcoin price'],
  btcLogDriftPerYear: ['Drift des Bitcoin-Preises (log)', 'Bitcoin price drift (log)'],
  networkHashrateEhS: ['Hashrate des Netzes', 'Network hash rate'],
  subsidyBtcPerBlock: ['Blocksubvention', 'Block subsidy'],
  hashrateAdjustmentPerMonth: ['Anpassung der Hashrate (κ)', 'Hash rate adjustment (κ)'],
  marginalFleetJPerTh: ['Effizienz der Grenzmaschine', 'Marginal machine efficiency'],
  marginalFleetChangePerYear: ['Änderung der Grenzmaschine', 'Marginal machine change'],
  marginalFleetPowerUsdPerMwh: ['Strompreis der Grenzmaschine', 'Marginal machine power price'],
  feeShareOfRevenue: ['Gebührenanteil am Blockerlös', 'Fee share of block revenue'],
  powerPriceUsdPerMwh: ['Strompreis für KI', 'Power price for AI'],
  miningPowerPriceUsdPerMwh: ['Strompreis für Mining', 'Power price for mining'],
  powerPriceEscalatorPerYear: ['Steigerung der Stromkosten', 'Power cost escalator'],
  deliveryAdderUsdPerMwh: ['Netz- und Lieferaufschlag', 'Delivery adder'],
  demandChargeUsdPerMwMonth: ['Leistungspreis', 'Demand charge'],
  siteHashrateEhS: ['Hashrate am Standort', 'Site hash rate'],
  fleetEfficiencyJPerTh: ['Effizienz der Flotte', 'Fleet efficiency'],
  miningPue: ['PUE Mining', 'Mining PUE'],
  uptime: ['Verfügbarkeit der Maschinen', 'Machine uptime'],
  staleShare: ['Anteil veralteter Arbeit', 'Stale share'],
  poolFeeShare: ['Poolgebühr', 'Pool fee'],
  curtailedHoursShare: ['Abgeregelte Stunden', 'Curtailed hours'],
  demandResponseCreditUsdPerMwMonth: ['Vergütung für Lastabwurf', 'Demand-response credit'],
  fixedOpexUsdPerMwMonth: ['Feste Betriebskosten Mining', 'Mining fixed opex'],
  failureRatePerYear: ['Ausfallrate der Maschinen', 'Machine failure rate'],
  opexInflationPerYear: ['Kostensteigerung', 'Opex inflation'],
  asicResaleUsdPerTh: ['Wiederverkauf ASIC', 'ASIC resale'],
  asicResaleChangePerYear: ['Änderung des Wiederverkaufs', 'ASIC resale change'],
  aiPue: ['PUE KI', 'AI PUE'],
  shellCapexUsdPerMwIt: ['Baukosten der Halle', 'Hall capex'],
  contingencyShare: ['Reserve auf Baukosten', 'Contingency'],
  monthsLeaseToBuildStart: ['Vertrag bis Baubeginn', 'Lease to build start'],
  buildMonths: ['Bauzeit', 'Build time'],
  slipMonths: ['Verzug', 'Slip'],
  miningStopsMonthsBeforeBuild: ['Mining endet vor Baubeginn', 'Mining stops before build'],
  billingLagMonths: ['Fertigstellung bis Abrechnung', 'Billing lag'],
  rampMonths: ['Hochlauf', 'Ramp'],
  aiOpexUsdPerMwItMonth: ['Betriebskosten der Halle', 'Hall opex'],
  propertyTaxInsuranceShare: ['Grundsteuer und Versicherung', 'Property tax and insurance'],
  managementFeeShare: ['Verwaltungsgebühr', 'Management fee'],
  saleCostShare: ['Verkaufskosten', 'Sale cost'],
  rentYear1UsdPerKwMonth: ['Miete im ersten Jahr', 'Year-1 rent'],
  rentEscalatorPerYear: ['Mietsteigerung', 'Rent escalator'],
  leaseTermMonths: ['Laufzeit des Mietvertrags', 'Lease term'],
  tenantLoadFactor: ['Auslastung durch den Mieter', 'Tenant load factor'],
  tenantDefaultProbabilityPerYear: ['Ausfallwahrscheinlichkeit des Mieters', 'Tenant default probability'],
  recoveryShare: ['Rückgewinnung nach Ausfall', 'Recovery after default'],
  renewalProbability: ['Wahrscheinlichkeit der Verlängerung', 'Renewal probability'],
  renewalTermMonths: ['Dauer der Verlängerung', 'Renewal term'],
  renewalDowntimeMonths: ['Leerstand vor Verlängerung', 'Downtime before renewal'],
  marketRentGrowthPerYear: ['Wachstum der Marktmiete', 'Market rent growth'],
  capRate: ['Kapitalisierungszins am Ende', 'Exit cap rate'],
  kwPerGpu: ['Leistung je GPU (IT gesamt)', 'Power per GPU (all-in IT)'],
  gpuPriceUsd: ['Preis je GPU', 'GPU price'],
  gpuPaymentMonths: ['Zahlung der GPUs über', 'GPU payment spread'],
  gpuContractMonths: ['Laufzeit des GPU-Vertrags', 'GPU contract term'],
  gpuPriceUsdPerGpuHour: ['Vertragspreis je GPU-Stunde', 'Contract price per GPU-hour'],
  utilisation: ['Verkaufte Stunden', 'Sold hours'],
  gpuTakeOrPayShare: ['Take-or-pay-Anteil', 'Take-or-pay share'],
  prepaymentShare: ['Vorauszahlung', 'Prepayment'],
  gpuMarketPriceUsdPerGpuHour: ['Marktpreis je GPU-Stunde', 'Market price per GPU-hour'],
  gpuPriceChangePerYear: ['Änderung des Marktpreises', 'Market price change'],
  gpuAvailability: ['Verfügbarkeit der GPUs', 'GPU availability'],
  gpuLoadFactor: ['Auslastung der GPU-Leistung', 'GPU load factor'],
  slaCreditShare: ['SLA-Gutschriften', 'SLA credits'],
  platformCostShare: ['Plattformkosten', 'Platform cost'],
  gpuOpexUsdPerGpuMonth: ['Betriebskosten je GPU', 'Opex per GPU'],
  gpuLifeMonths: ['Nutzungsdauer der GPUs', 'GPU life'],
  gpuResidualShare: ['Restwert der GPUs', 'GPU residual'],
  gpuRefreshCostShareOfFirst: ['Kosten der Erneuerung', 'Refresh cost share'],
  gpuRefreshPriceFactor: ['Erlösfaktor neuer GPUs', 'Refresh price factor'],
  shellTerminalUsdPerMwIt: ['Endwert der Halle (GPU-Cloud)', 'Terminal hall value (GPU cloud)'],
  newFleetEfficiencyJPerTh: ['Effizienz der neuen Flotte', 'Efficiency of the new fleet'],
  asicPriceUsdPerTh: ['Preis neuer ASICs', 'Price of new ASICs'],
  asicOtherCostShare: ['Fracht, Zoll, Einbau', 'Freight, duty, installation'],
  asicPaymentMonths: ['Zahlung vor Lieferung', 'Payment before delivery'],
  refreshMonth: ['Erneuerung nach', 'Refresh after'],
  redeployMonth: ['Umzug der ASICs nach', 'ASICs move after'],
  redeployIdleMonths: ['Stillstand beim Umzug', 'Idle while moving'],
  redeployPowerPriceUsdPerMwh: ['Strompreis am neuen Ort', 'Power price at the new site'],
  redeployMoveCostUsdPerTh: ['Kosten des Umzugs', 'Cost of moving'],
  redeployHashrateFactor: ['Untertaktung: Hashrate', 'Underclocking: hash rate'],
  redeployEfficiencyFactor: ['Untertaktung: J/TH', 'Underclocking: J/TH'],
  redeployCurtailedHoursShare: ['Stunden ohne Betrieb am neuen Ort', 'Hours off at the new site'],
  redeployDemandResponseCreditUsdPerMwMonth: ['Lastabwurf am neuen Ort', 'Demand response at the new site'],
  redeployHeatRevenueUsdPerMwhIt: ['Wärmeerlös am neuen Ort', 'Heat revenue at the new site'],
  hybridConversionShare: ['Hybrid: umgerüsteter Teil', 'Hybrid: converted part'],
  allianceMinerFundingShare: ['Allianz: Anteil des Miners am Bau', 'Alliance: miner’s funding share'],
  alliancePartnerFirstShare: ['Allianz: Partner zahlt zuerst', 'Alliance: partner funds first'],
  alliancePreferredReturnPerYear: ['Allianz: Vorzugsrendite', 'Alliance: preferred return'],
  allianceMinerResidualShare: ['Allianz: Rest an den Miner', 'Alliance: miner’s residual share'],
  shellSaleMonthsAfterBilling: ['Verkauf der Hülle nach Abrechnung', 'Shell sale after billing'],
  siteSaleUsdPerMw: ['Verkaufspreis des Standorts', 'Site sale price'],
  siteSaleMonth: ['Verkauf des Standorts nach', 'Site sale after'],
  horizonMonths: ['Horizont', 'Horizon'],
  discountRateMining: ['Diskontsatz Mining', 'Discount rate mining'],
  discountRateColocation: ['Diskontsatz Colocation', 'Discount rate colocation'],
  discountRateGpuCloud: ['Diskontsatz GPU-Cloud', 'Discount rate GPU cloud'],
  commonDiscountRatePerYear: ['Gemeinsamer Diskontsatz', 'Common discount rate'],
  undecidedMarginUsdPerMw: ['Schwelle „unentschieden“', 'Undecided margin'],
  undecidedMarginShare: ['Schwelle „unentschieden“ (Anteil)', 'Undecided margin (share)'],
};

export function inputLabel(key: string, language: Language): string {
  const pair = Object.hasOwn(labels, key) ? labels[key as InputKey] : undefined;
  return pair?.[language === 'de' ? 0 : 1] ?? key;
}

const units: Readonly<Record<string, readonly [de: string, en: string]>> = {
  MW: ['MW', 'MW'],
  'EH/s': ['EH/s', 'EH/s'],
  'J/TH': ['J/TH', 'J/TH'],
  kW: ['kW', 'kW'],
  months: ['Monate', 'months'],
  'USD/BTC': ['$ je BTC', '$/BTC'],
  'USD/MWh': ['$/MWh', '$/MWh'],
  'USD/MW': ['$/MW', '$/MW'],
  'USD/MW-month': ['$ je MW und Monat', '$/MW-month'],
  'USD/kW-month': ['$ je kW und Monat', '$/kW-month'],
  'USD/TH': ['$/TH', '$/TH'],
  'USD/GPU': ['$ je GPU', '$/GPU'],
  'USD/GPU-h': ['$ je GPU-Stunde', '$/GPU-hour'],
  'USD/GPU-month': ['$ je GPU und Monat', '$/GPU-month'],
  USD: ['$', '$'],
  BTC: ['BTC', 'BTC'],
  'BTC/block': ['BTC je Block', 'BTC/block'],
  '1': ['', ''],
  '1/yr': ['% im Jahr', '% a year'],
  '1/month': ['% im Monat', '% a month'],
};

/** Ratios that are no shares are shown as they are; every other '1' is a percentage. */
const ratios: readonly string[] = [
  'grossToItRatio',
  'miningPue',
  'aiPue',
  'gpuRefreshPriceFactor',
  'redeployHashrateFactor',
  'redeployEfficiencyFactor',
];

/** Whether an input is shown and entered in percent. */
export function isPercent(key: string, unit: string): boolean {
  return unit === '1/yr' || unit === '1/month' || (unit === '1' && !ratios.includes(key));
}

const perMwText = {
  it: { de: '$/MW kritische IT', en: '$/critical MW' },
  grid: { de: '$/MW Anschluss', en: '$/grid MW' },
} as const;

export function unitText(key: string, unit: string, language: Language): string {
  if (unit === '1') return isPercent(key, unit) ? '%' : '';
  // Per megawatt of what: the basis is part of the unit.
  if (unit === 'USD/MW') return perMwText[key.endsWith('PerMwIt') ? 'it' : 'grid'][language];
  return units[unit]?.[language === 'de' ? 0 : 1] ?? unit;
}

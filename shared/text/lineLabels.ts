import type { Line } from '../engine/strategy/lineSheet.ts';
import type { Language } from '../format/number.ts';

const labels: Readonly<Record<Line, readonly [de: string, en: string]>> = {
  miningRevenueUsd: ['Erlös aus Mining', 'Mining revenue'],
  poolFeeUsd: ['Poolgebühr', 'Pool fee'],
  heatRevenueUsd: ['Wärmeerlös', 'Heat revenue'],
  demandResponseCreditUsd: ['Vergütung für Lastabwurf', 'Demand response credit'],
  miningPowerUsd: ['Strom für Mining', 'Mining power'],
  takeOrPayUsd: ['Take-or-pay', 'Take-or-pay'],
  miningFixedOpexUsd: ['Feste Betriebskosten Mining', 'Mining fixed opex'],
  rentUsd: ['Miete', 'Rent'],
  backstopUsd: ['Garantie Dritter', 'Backstop'],
  defaultRecoveryUsd: ['Rückgewinnung nach Ausfall', 'Recovery after default'],
  tenantCapexCreditUsd: ['Anrechnung des Mieterbaus', 'Tenant capex credit'],
  powerReimbursementUsd: ['Erstattung Strom', 'Power reimbursement'],
  opexReimbursementUsd: ['Erstattung Betriebskosten', 'Opex reimbursement'],
  gpuRevenueUsd: ['Erlös aus GPU-Stunden', 'GPU revenue'],
  slaCreditUsd: ['SLA-Gutschriften', 'SLA credits'],
  platformCostUsd: ['Plattformkosten', 'Platform cost'],
  aiPowerUsd: ['Strom für KI', 'AI power'],
  demandChargeUsd: ['Leistungspreis', 'Demand charge'],
  aiOpexUsd: ['Betriebskosten der Halle', 'Hall opex'],
  gpuOpexUsd: ['Betriebskosten der GPUs', 'GPU opex'],
  propertyTaxInsuranceUsd: ['Grundsteuer und Versicherung', 'Property tax and insurance'],
  hostingFeeUsd: ['Vergütung für Hosting', 'Hosting fee'],
  managementFeeUsd: ['Verwaltungsgebühr', 'Management fee'],
  prepaymentReceivedUsd: ['Vorauszahlung erhalten', 'Prepayment received'],
  prepaymentAppliedUsd: ['Vorauszahlung verrechnet', 'Prepayment applied'],
  asicPurchaseUsd: ['Kauf von ASICs', 'ASIC purchase'],
  reconversionUsd: ['Rückumbau', 'Reconversion'],
  asicMoveUsd: ['Umzug der ASICs', 'ASIC move'],
  buildCapexUsd: ['Bau der Halle', 'Hall capex'],
  tenantCapexContributionUsd: ['Beitrag des Mieters', 'Tenant contribution'],
  gpuCapexUsd: ['Kauf von GPUs', 'GPU capex'],
  asicSaleUsd: ['Verkauf der ASICs', 'ASIC sale'],
  gpuResidualUsd: ['Restwert der GPUs', 'GPU residual'],
  siteSaleUsd: ['Verkauf des Standorts', 'Site sale'],
  shellSaleUsd: ['Verkauf der vermieteten Hülle', 'Shell sale'],
  terminalValueUsd: ['Endwert', 'Terminal value'],
  hashpriceUsdPerPhDay: ['Hashprice', 'Hashprice'],
  powerPriceUsdPerMwh: ['Strompreis', 'Power price'],
  operatingHashrateEhS: ['Hashrate in Betrieb', 'Operating hash rate'],
  btcReceived: ['BTC erhalten', 'BTC received'],
  gridEnergyMwh: ['Energie am Anschluss', 'Grid energy'],
  billedKw: ['Abgerechnete Leistung', 'Billed power'],
  occupancy: ['Vermietungsgrad', 'Occupancy'],
  billedGpuHours: ['Verkaufte GPU-Stunden', 'GPU hours sold'],
};

export function lineLabel(line: Line, language: Language): string {
  return labels[line][language === 'de' ? 0 : 1];
}

const blocks: Readonly<Record<string, readonly [de: string, en: string]>> = {
  mining: ['Mining', 'Mining'],
  miningRest: ['Mining, bleibender Teil', 'Mining, remaining part'],
  redeployed: ['Mining am neuen Ort', 'Mining at the new site'],
  colocation: ['Colocation', 'Colocation'],
  gpuCloud: ['GPU-Cloud', 'GPU cloud'],
  siteSale: ['Verkauf', 'Sale'],
};

/** A block of a plan in words; one without a name of its own by its id. */
export function blockLabel(id: string, language: Language): string {
  return blocks[id]?.[language === 'de' ? 0 : 1] ?? id;
}

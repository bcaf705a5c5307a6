import type { Language } from '../format/number.ts';

type Words = readonly [de: string, en: string];

/** A figure's name by its field. Units and bases stand in columns of their own. */
const labels: Readonly<Record<string, Words>> = {
  ai_annualised_revenue_usd: ['Umsatz KI, aufs Jahr gerechnet', 'AI revenue, annualised'],
  ai_arr_contracted_usd: ['Jährlich wiederkehrender KI-Umsatz, unter Vertrag', 'AI ARR, contracted'],
  ai_arr_operating_usd: ['Jährlich wiederkehrender KI-Umsatz, laufend', 'AI ARR, operating'],
  ai_arr_target_high_usd: ['Ziel jährlich wiederkehrender KI-Umsatz, oben', 'AI ARR target, high'],
  ai_arr_target_low_usd: ['Ziel jährlich wiederkehrender KI-Umsatz, unten', 'AI ARR target, low'],
  ai_arr_target_usd: ['Ziel jährlich wiederkehrender KI-Umsatz', 'AI ARR target'],
  ai_contracted_it_mw: ['KI unter Vertrag', 'AI under contract'],
  ai_gross_mw_canada: ['KI in Kanada', 'AI in Canada'],
  ai_gross_mw_target_end_2026: ['Ziel KI Ende 2026', 'AI target, end of 2026'],
  ai_gross_mw_target_end_2027: ['Ziel KI Ende 2027', 'AI target, end of 2027'],
  ai_it_mw: ['KI', 'AI'],
  ai_it_mw_delivered: ['KI übergeben', 'AI delivered'],
  ai_it_mw_target_end_2026: ['Ziel KI Ende 2026', 'AI target, end of 2026'],
  ai_it_mw_target_end_2027: ['Ziel KI Ende 2027', 'AI target, end of 2027'],
  ai_path_mw: ['KI in Vorbereitung', 'AI in preparation'],
  book_equity_usd: ['Eigenkapital, Buchwert', 'Book equity'],
  btc_holdings_btc: ['Bitcoin-Bestand', 'Bitcoin held'],
  btc_holdings_incl_pledged_btc: ['Bitcoin-Bestand mit verpfändeten', 'Bitcoin held, incl. pledged'],
  capex_cash_usd_ltm: ['Investitionen, zwölf Monate', 'Capex, twelve months'],
  capex_guidance_high_usd: ['Investitionen, Ausblick oben', 'Capex guidance, high'],
  capex_guidance_low_usd: ['Investitionen, Ausblick unten', 'Capex guidance, low'],
  capex_hardware_usd_ltm: ['Investitionen in Hardware, zwölf Monate', 'Hardware capex, twelve months'],
  capex_property_usd_ltm: ['Investitionen in Anlagen, zwölf Monate', 'Property capex, twelve months'],
  capital_commitments_usd: ['Zugesagte Investitionen', 'Capital commitments'],
  cash_incl_restricted_usd: ['Kasse mit gebundener', 'Cash incl. restricted'],
  cash_usd: ['Kasse', 'Cash'],
  contracted_backlog_usd: ['Auftragsbestand', 'Contracted backlog'],
  contracted_mw: ['Vertraglich zugesagt', 'Secured'],
  customer_advances_usd: ['Anzahlungen von Kunden', 'Customer advances'],
  data_centres: ['Rechenzentren', 'Data centres'],
  debt_usd: ['Schulden', 'Debt'],
  employees: ['Beschäftigte', 'Employees'],
  energised_mw: ['Unter Spannung', 'Energised'],
  energy_cost_usd_mwh: ['Energiekosten', 'Energy cost'],
  equipment_facility_limit_usd: ['Rahmen der Gerätefinanzierung', 'Equipment facility limit'],
  equity_value_usd: ['Wert des Eigenkapitals', 'Equity value'],
  expected_annual_noi_usd: ['Erwarteter jährlicher Nettobetriebsertrag', 'Expected annual NOI'],
  finance_lease_usd: ['Finanzierungsleasing', 'Finance leases'],
  fleet_efficiency_j_th: ['Effizienz der Flotte', 'Fleet efficiency'],
  fleet_efficiency_new_miners_j_th: ['Effizienz der neuen Geräte', 'Efficiency of new machines'],
  generation_mw: ['Eigene Erzeugung', 'Own generation'],
  gpu_purchase_usd: ['Kauf von GPUs', 'GPU purchase'],
  gpus_delivered_tenant_owned: ['GPUs der Mieter, geliefert', 'GPUs delivered, tenant-owned'],
  gpus_installed: ['GPUs in Betrieb', 'GPUs installed'],
  gpus_installed_claimed: ['GPUs in Betrieb nach eigener Angabe', 'GPUs installed, as claimed'],
  gpus_installed_or_on_order: ['GPUs in Betrieb oder bestellt', 'GPUs installed or on order'],
  gpus_on_order: ['GPUs bestellt', 'GPUs on order'],
  gpus_ordered: ['GPUs bestellt', 'GPUs ordered'],
  hashrate_eh_s: ['Hashrate', 'Hash rate'],
  hashrate_target_eh_s: ['Ziel Hashrate', 'Hash rate target'],
  latest_quarter_revenue_ai_usd: ['Umsatz KI, letztes Quartal', 'AI revenue, latest quarter'],
  latest_quarter_revenue_mining_usd: ['Umsatz Mining, letztes Quartal', 'Mining revenue, latest quarter'],
  latest_quarter_revenue_total_usd: ['Umsatz, letztes Quartal', 'Revenue, latest quarter'],
  lease_liabilities_usd: ['Leasingverbindlichkeiten', 'Lease liabilities'],
  leases_not_commenced_usd: ['Mietverträge, noch nicht begonnen', 'Leases not commenced'],
  net_income_usd_ltm: ['Nettoergebnis, zwölf Monate', 'Net income, twelve months'],
  net_new_commitments_usd: ['Neue Zusagen, netto', 'Net new commitments'],
  operating_cash_flow_usd_ltm: [
    'Mittelfluss aus dem Betrieb, zwölf Monate',
    'Operating cash flow, twelve months',
  ],
  power_contracted_or_secured_mw: ['Vertraglich zugesagt', 'Secured'],
  power_energised_mw: ['Unter Spannung', 'Energised'],
  power_mining_mw: ['In Betrieb für Mining', 'Operating, mining'],
  power_mw: ['Leistung wie veröffentlicht', 'Power as published'],
  power_operating_mw: ['Unter Spannung', 'Energised'],
  power_operating_target_end_2026_mw: ['Ziel in Betrieb Ende 2026', 'Operating target, end of 2026'],
  power_pipeline_mw: ['Pipeline', 'Pipeline'],
  power_price_usd_mwh: ['Strompreis', 'Power price'],
  power_sold_mw: ['Verkauft', 'Sold'],
  power_target_2030_mw: ['Ziel 2030', '2030 target'],
  power_under_construction_mw: ['Im Bau', 'Under construction'],
  power_under_development_mw: ['In Entwicklung', 'Under development'],
  project_financing_usd: ['Projektfinanzierung', 'Project financing'],
  pue_ai: ['PUE KI', 'PUE, AI'],
  pue_mining: ['PUE Mining', 'PUE, mining'],
  quarter_capex_usd: ['Investitionen, Quartal', 'Capex, quarter'],
  quarter_revenue_ai_usd: ['Umsatz KI, Quartal', 'AI revenue, quarter'],
  quarter_revenue_mining_usd: ['Umsatz Mining, Quartal', 'Mining revenue, quarter'],
  quarter_revenue_total_usd: ['Umsatz, Quartal', 'Revenue, quarter'],
  requested_mw: ['Beantragt', 'Requested'],
  restricted_cash_usd: ['Gebundene Kasse', 'Restricted cash'],
  revenue_ai_usd_fy2024: ['Umsatz KI, Geschäftsjahr 2024', 'AI revenue, fiscal 2024'],
  revenue_ai_usd_ltm: ['Umsatz KI, zwölf Monate', 'AI revenue, twelve months'],
  revenue_guidance_high_usd: ['Umsatz, Ausblick oben', 'Revenue guidance, high'],
  revenue_guidance_low_usd: ['Umsatz, Ausblick unten', 'Revenue guidance, low'],
  revenue_mining_usd_ltm: ['Umsatz Mining, zwölf Monate', 'Mining revenue, twelve months'],
  revenue_total_usd_fy2025: ['Umsatz, Geschäftsjahr 2025', 'Revenue, fiscal 2025'],
  revenue_total_usd_ltm: ['Umsatz, zwölf Monate', 'Revenue, twelve months'],
  revenue_total_usd_projected_fy2025: [
    'Erwarteter Umsatz, Geschäftsjahr 2025',
    'Projected revenue, fiscal 2025',
  ],
  revolver_limit_usd: ['Kreditrahmen', 'Revolver limit'],
  share_price_usd: ['Aktienkurs', 'Share price'],
  shares_basic_weighted: ['Aktien, gewichtet unverwässert', 'Shares, weighted basic'],
  shares_diluted_weighted: ['Aktien, gewichtet verwässert', 'Shares, weighted diluted'],
  shares_outstanding: ['Ausstehende Aktien', 'Shares outstanding'],
};

/** The label of a figure's field; one that a later file brings along reads as the words of its name. */
export function fieldLabel(field: string, language: Language): string {
  const known = labels[field]?.[language === 'de' ? 0 : 1];
  if (known !== undefined) return known;
  const text = field.replaceAll('_', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const dataWords: Readonly<Record<string, Words>> = {
  operating: ['in Betrieb', 'operating'],
  pipeline: ['Pipeline', 'pipeline'],
  under_construction: ['im Bau', 'under construction'],
  mining: ['Mining', 'mining'],
  mixed: ['gemischt', 'mixed'],
  ai: ['KI', 'AI'],
  air: ['Luft', 'air'],
  immersion: ['Immersion', 'immersion'],
  direct_liquid: ['Flüssigkeit direkt', 'direct liquid'],
  'grid MW': ['MW Anschluss', 'grid MW'],
  'critical IT MW': ['MW kritische IT', 'critical IT MW'],
  generation: ['Erzeugung', 'generation'],
  high: ['hoch', 'high'],
  medium: ['mittel', 'medium'],
  low: ['gering', 'low'],
  colocation: ['Colocation', 'colocation'],
  gpu_cloud: ['GPU-Cloud', 'GPU cloud'],
  jv: ['Gemeinschaftsunternehmen', 'joint venture'],
  net: ['netto', 'net'],
  'net of credits': ['nach Gutschriften', 'net of credits'],
  'base value without extensions': ['Grundwert ohne Verlängerungen', 'base value without extensions'],
  'nominal, before tax and debt, each block at its own rate': [
    'nominal, vor Steuern und Schulden, jeder Block zu seinem Zins',
    'nominal, before tax and debt, each block at its own rate',
  ],
  'contracted grid MWh': ['vertragliche Anschluss-MWh', 'contracted grid MWh'],
  'close of the month': ['Schluss des Monats', 'close of the month'],
  'mean of the month': ['Mittel des Monats', 'mean of the month'],
  'block subsidy': ['Blocksubvention', 'block subsidy'],
  gross: ['brutto', 'gross'],
  nameplate: ['Nennleistung', 'nameplate'],
  'mining load': ['Last des Minings', 'mining load'],
  'planned load': ['geplante Last', 'planned load'],
  'developed gross': ['brutto, ausgebaut', 'developed gross'],
  'company average': ['Mittel des Unternehmens', 'company average'],
};

/** A counterparty as published; who reported a name the contract does not give is said in the reader's language. */
export function partyText(name: string, language: Language): string {
  return language === 'de' ? name.replaceAll(/\b(?:according to|as reported by|per)\b/g, 'laut') : name;
}

/** A word of the data (status, use, cooling, service, basis, confidence) in the reader's language. */
export function dataWord(word: string | null, language: Language): string {
  if (word === null) return '';
  return dataWords[word]?.[language === 'de' ? 0 : 1] ?? word;
}

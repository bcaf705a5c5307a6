/** Units by the ending of a column's name, longest first: the names of the tables carry them. */
const endings: readonly (readonly [ending: string, unit: string])[] = [
  ['_usd_per_gpu_hour_median', 'USD/GPU-hour'],
  ['_usd_per_gpu_hour_mean', 'USD/GPU-hour'],
  ['_usd_per_gpu_hour_min', 'USD/GPU-hour'],
  ['_usd_per_gpu_hour_max', 'USD/GPU-hour'],
  ['_usd_per_kw_month', 'USD/kW-month'],
  ['_usd_per_ph_day', 'USD/PH/day'],
  ['_btc_per_ph_day', 'BTC/PH/day'],
  ['_usd_per_mwh', 'USD/MWh'],
  ['_usd_per_btc', 'USD/BTC'],
  ['_usd_per_year', 'USD/yr'],
  ['_btc_per_block', 'BTC/block'],
  ['price_usd_close', 'USD/BTC'],
  ['price_usd_avg', 'USD/BTC'],
  ['btc_price_usd', 'USD/BTC'],
  ['_eh_s_avg', 'EH/s'],
  ['_btc_after', 'BTC/block'],
  ['_price_usd', 'USD/share'],
  ['_per_year', '1/yr'],
  ['_of_revenue', '1'],
  ['_eh_s', 'EH/s'],
  ['fees_btc', 'BTC'],
  ['btc_produced', 'BTC'],
  ['btc_held', 'BTC'],
  ['kw_per_gpu', 'kW/GPU'],
  ['term_years', 'yr'],
  ['_share', '1'],
  ['_usd', 'USD'],
  ['_mw', 'MW'],
  ['latitude', '°'],
  ['longitude', '°'],
  ['difficulty_avg', '1'],
  ['difficulty', '1'],
];

/** The unit of a column; none where it holds a text, a count, or values that name their unit beside them. */
export function unitOfColumn(column: string): string {
  // "_usd_…" begins a name, too: the underscore before the first word is thought away.
  return endings.find(([ending]) => `_${column}`.endsWith(ending))?.[1] ?? '';
}

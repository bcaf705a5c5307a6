/*
 * Where the yardstick's kernel finds its numbers, in bytes. Read by AssemblyScript and by TypeScript alike, hence
 * without a type. Four paths go side by side: a row of a month holds four numbers of 8 bytes.
 */

export const months = 180;
export const sites = 16;
/** Months 0 … 11 build the hall: capital is spent and nothing earned. */
export const buildMonths = 12;
/** Two strategies a site, and two sums over the sites a month. */
export const npvSeries = 2 * sites;
export const allSeries = npvSeries + 2 * months;

const word = 8;
const row = 4 * word;
const monthWords = months * word;
const monthRows = months * row;
const siteWords = sites * word;

/** Parameters: single numbers first, in this order, then by month, then by site. */
export const keysAt = 0;
const scalarsAt = keysAt + 32 * word;
export const choleskyAt = scalarsAt;
export const startAt = choleskyAt + 16 * word;
export const processAt = startAt + 8 * word;
const monthsAt = processAt + 16 * word;
export const lnRewardAt = monthsAt;
export const lnHashpriceReferenceAt = lnRewardAt + monthWords;
export const lnPowerPriceMeanAt = lnHashpriceReferenceAt + monthWords;
export const miningDiscountAt = lnPowerPriceMeanAt + monthWords;
export const rampedDiscountAt = miningDiscountAt + monthWords;
export const rampAt = rampedDiscountAt + monthWords;
export const miningFixedAt = rampAt + monthWords;
export const aiFixedAt = miningFixedAt + monthWords;
const sitesAt = aiFixedAt + monthWords;
export const hashrateAt = sitesAt;
export const miningEnergyAt = hashrateAt + siteWords;
export const miningAdderAt = miningEnergyAt + siteWords;
export const gpuHoursAt = miningAdderAt + siteWords;
export const aiEnergyAt = gpuHoursAt + siteWords;
export const aiAdderAt = aiEnergyAt + siteWords;
export const floorAt = aiAdderAt + siteWords;
export const miningFixedNpvAt = floorAt + siteWords;
export const aiFixedNpvAt = miningFixedNpvAt + siteWords;
export const parameterBytes = aiFixedNpvAt + siteWords;

/** Months whose draws are made together, so that they stay in the processor's nearest memory. */
export const blockMonths = 60;

/** What a worker notes for its four paths: factors of all months, sums over the sites, draws of a block of months. */
export const hashpriceAt = 0;
export const powerPriceAt = hashpriceAt + monthRows;
export const gpuPriceAt = powerPriceAt + monthRows;
/** All series of the four paths in the order of the results: NPVs by mining, by conversion, flows of the months. */
export const npvAt = gpuPriceAt + monthRows;
export const miningSumAt = npvAt + npvSeries * row;
export const aiSumAt = miningSumAt + monthRows;
const blockAt = aiSumAt + monthRows;
/** Per month four factors of four paths: words of 4 bytes, then normal draws of 8 bytes. */
export const wordsAt = blockAt;
export const normalsAt = wordsAt + blockMonths * 64;
/** Notes of the draws that lie in a tail: pairs, values, places, and one place more. */
export const tailsAt = normalsAt + blockMonths * 128;
/** The six numbers that go from month to month, four paths each. */
export const stateAt = tailsAt + blockMonths * (32 + 128 + 64) + 64;
export const scratchBytes = stateAt + 6 * row;

/** Notes while one series is summarised, before the values that are looked through. */
export const sampleAt = 0;
export const longSample = 512;
/** Lists below this length get by with a smaller sample. */
export const longFrom = 50000;
export const shortSample = 192;
export const bins = 512;
/** Below and above the bins there is one more each. */
export const binCounts = bins + 2;
export const countsAt = sampleAt + longSample * word;
const countsBytes = 4 * binCounts * 4;
export const wantedAt = countsAt + countsBytes;
export const ranksAt = wantedAt + 576;
export const rankValuesAt = ranksAt + 12 * 4;
export const rankPlacesAt = rankValuesAt + 12 * word;
export const candidatesAt = rankPlacesAt + 12 * 4;

/** Numbers of a summary: mean, standard deviation, quantiles, mean of the worst. */
export const summaryNumbers = 8;
export const firstQuantile = 2;
export const quantiles = 5;
export const worstMean = 7;

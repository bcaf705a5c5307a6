/*
 * R2.1 The subsidy rule of the protocol (source: Bitcoin Core, consensus parameters of the main chain).
 */

const blocksPerHalving = 210_000;
const firstSubsidySat = 5_000_000_000;

/**
 * R2.1 Halvings up to a height: floor(height/210000).
 * @example halvingsAt(840000) // → 4
 */
export function halvingsAt(height: number): number {
  return Math.floor(height / blocksPerHalving);
}

/**
 * R2.1 Subsidy of the block at a height [sat]: 50e8 >> floor(height/210000), 0 from the 64th halving on.
 * @example subsidySat(840000) // → 312500000
 */
export function subsidySat(height: number): number {
  return subsidyOfEpochSat(halvingsAt(height));
}

function subsidyOfEpochSat(halvings: number): number {
  let subsidy = firstSubsidySat;
  for (let halving = 0; halving < Math.min(halvings, 64); halving += 1) subsidy = Math.floor(subsidy / 2);
  return subsidy;
}

/**
 * R2.1 Coins issued by all blocks up to and including a height [sat].
 * @example cumulativeIssuedSat(1) // → 10000000000
 */
export function cumulativeIssuedSat(height: number): number {
  const halvings = Math.min(halvingsAt(height), 64);
  let issued = 0;
  for (let epoch = 0; epoch < halvings; epoch += 1) issued += blocksPerHalving * subsidyOfEpochSat(epoch);
  return issued + (height - halvings * blocksPerHalving + 1) * subsidyOfEpochSat(halvings);
}

/** R2.1 Height, distance and expected time of a halving. */
export interface NextHalving {
  readonly height: number;
  readonly blocksLeft: number;
  /** Expected instant, seconds since 1970-01-01T00:00:00Z. */
  readonly etaS: number;
}

/**
 * R2.1 Next halving after a block that is already found.
 *   eta = time + (210000·(floor(h/210000)+1) − h)·interval
 * @param height h
 * @param foundAtS instant of block h [s since 1970]
 * @param blockIntervalS [s]
 * @example nextHalving(1049999, 0, 600) // → { height: 1050000, blocksLeft: 1, etaS: 600 }
 */
export function nextHalving(height: number, foundAtS: number, blockIntervalS: number): NextHalving {
  const next = blocksPerHalving * (halvingsAt(height) + 1);
  const blocksLeft = next - height;
  return { height: next, blocksLeft, etaS: foundAtS + blocksLeft * blockIntervalS };
}

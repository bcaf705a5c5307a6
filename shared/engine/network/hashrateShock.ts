import { blocksPerEpoch, targetTimespanS } from '../protocol/retarget.ts';

/** R8.1 One epoch after a loss of hash rate. */
export interface ShockEpoch {
  readonly difficulty: number;
  readonly meanIntervalS: number;
  readonly blocksLeft: number;
  readonly hoursToRetarget: number;
  readonly clamped: boolean;
  readonly factor: number;
  readonly nextDifficulty: number;
}

/** R8.1 Hash rate that leaves the network, and the state in which it does. */
export interface HashrateShock {
  /** Share of the hash rate that leaves, below 1. */
  readonly lossShare: number;
  /** Blocks of the current epoch already found at 600 s. */
  readonly blocksMinedBefore: number;
  /** 2015 in the real protocol (equilibrium 600.298 s), 2016 in the textbook. */
  readonly intervalsMeasured: 2015 | 2016;
  /** D0, at which the whole hash rate finds a block every 600 s. */
  readonly difficulty: number;
  readonly epochs: number;
}

/**
 * R2.4, R8.1 Deterministic mean path of the difficulty after a shock.
 *   interval = 600·(D/D0)/(1−loss); D' = D·clamp(1209600/T, 1/4, 4)
 * The measured time T leaves out the first interval of the epoch in the real protocol.
 * @returns one entry for each epoch, the running one first
 * @example hashrateShockPath({ lossShare: 0.5, blocksMinedBefore: 0, intervalsMeasured: 2016, difficulty: 100,
 *   epochs: 1 })[0].nextDifficulty // → 50
 */
export function hashrateShockPath(shock: HashrateShock): ShockEpoch[] {
  const path: ShockEpoch[] = [];
  let difficulty = shock.difficulty;
  let minedBefore = shock.blocksMinedBefore;
  for (let epoch = 0; epoch < shock.epochs; epoch += 1) {
    const meanIntervalS = (600 * (difficulty / shock.difficulty)) / (1 - shock.lossShare);
    const blocksLeft = blocksPerEpoch - minedBefore;
    const unmeasured = blocksPerEpoch - shock.intervalsMeasured;
    const slowIntervals = minedBefore > 0 ? blocksLeft : blocksLeft - unmeasured;
    const usualIntervals = minedBefore > 0 ? minedBefore - unmeasured : 0;
    const raw = targetTimespanS / (usualIntervals * 600 + slowIntervals * meanIntervalS);
    const factor = Math.min(4, Math.max(0.25, raw));
    const nextDifficulty = difficulty * factor;
    const hoursToRetarget = (blocksLeft * meanIntervalS) / 3600;
    const clamped = factor !== raw;
    path.push({ difficulty, meanIntervalS, blocksLeft, hoursToRetarget, clamped, factor, nextDifficulty });
    difficulty = nextDifficulty;
    minedBefore = 0;
  }
  return path;
}

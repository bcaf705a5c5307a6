import type { ClaimWord } from './claimWord.ts';

/** R4.2, R4.3 … R4.5 The lines of business that a claim names. */
export type ServiceLine = 'hosting' | 'gpuCloud' | 'training' | 'inference' | 'other';

/** A counted contract (R4.26): signed, not restated by another. */
export interface CountedContract {
  readonly service: string;
  readonly itLoadMw: number | null;
}

/** Contracts of one line, with their critical IT MW as far as known. */
export interface LineCount {
  readonly line: ServiceLine;
  readonly contracts: number;
  readonly withMw: number;
  readonly criticalItMw: number;
}

/** C4 Which lines of business the contracts show. */
export interface ServiceClaim {
  readonly word: ClaimWord;
  readonly contracts: number;
  readonly lines: readonly LineCount[];
  /** Lines of the claim that no contract shows; unknown, not absent */
  readonly unknown: readonly ServiceLine[];
}

const lineOfService: Readonly<Record<string, ServiceLine>> = {
  colocation: 'hosting',
  gpu_cloud: 'gpuCloud',
  training: 'training',
  inference: 'inference',
};

/** A GPU cloud trains and infers alike: its contracts do not say which. */
const claimedLines = ['hosting', 'training', 'inference'] as const satisfies readonly ServiceLine[];

const shownLines = ['hosting', 'gpuCloud', 'training', 'inference', 'other'] as const;

/**
 * R5.18c C4: do they train, infer and host for others? Supported where contracts show all three lines, partly where they
 * show at least one, or a GPU cloud, which is one of two; open otherwise. Never contradicted: a contract that is not
 * published is no contract that does not exist.
 */
export function serviceClaim(contracts: readonly CountedContract[]): ServiceClaim {
  const lines = shownLines.flatMap((line) => {
    const ofLine = contracts.filter(({ service }) => (lineOfService[service] ?? 'other') === line);
    const known = ofLine.flatMap(({ itLoadMw }) => itLoadMw ?? []);
    const criticalItMw = known.reduce((sum, mw) => sum + mw, 0);
    return ofLine.length === 0
      ? []
      : [{ line, contracts: ofLine.length, withMw: known.length, criticalItMw }];
  });
  const shows = (line: ServiceLine): boolean => lines.some((one) => one.line === line);
  const unknown = claimedLines.filter((line) => !shows(line));
  const showsAny = unknown.length < claimedLines.length || shows('gpuCloud');
  return {
    word: unknown.length === 0 ? 'supported' : showsAny ? 'partly' : 'open',
    contracts: contracts.length,
    lines,
    unknown,
  };
}

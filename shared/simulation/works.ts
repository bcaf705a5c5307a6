import { mc1Work } from './mc1Work.ts';

/** All that the workers of a simulation pool can do, by name. */
export const works = { mc1: mc1Work };

export type Works = typeof works;
export type WorkName = keyof Works;
export type SetupOf<Name extends WorkName> = Parameters<Works[Name]['bytes']>[0];
export type ResultOf<Name extends WorkName> = ReturnType<Works[Name]['read']>;

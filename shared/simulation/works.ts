/** All that the workers of a simulation pool can do, by name; each is loaded when it is first asked for. */
export const works = {
  mc1: async () => (await import('./mc1Work.ts')).mc1Work,
  plan: async () => (await import('./planWork.ts')).planWork,
};

export type WorkName = keyof typeof works;
type WorkOf<Name extends WorkName> = Awaited<ReturnType<(typeof works)[Name]>>;
export type SetupOf<Name extends WorkName> = Parameters<WorkOf<Name>['read']>[0];
export type ResultOf<Name extends WorkName> = ReturnType<WorkOf<Name>['read']>;

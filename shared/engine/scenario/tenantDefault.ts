import { rentOfPeriod, type LeasePeriod } from '../ai/leaseTerms.ts';
import type { HallMonths } from '../strategy/blockInput.ts';
import type { Lease } from '../strategy/serviceInput.ts';
import { pathAt, stepFactor } from '../time/path.ts';
import type { ShockGround } from './ground.ts';
import type { Shock } from './scenario.ts';
import { startOf } from './shockEffect.ts';

/**
 * R7.3f The part of a site's leased critical IT that a tenant has: of the counted leases whose counterparty's name holds
 * the given one.
 * @returns 0 where there is no such tenant; undefined where the leases of several tenants have no MW to weigh them by
 * @example tenantShare([{ service: 'colocation', counterparty: 'AMD', itLoadMw: 50 }], 'amd') // → 1
 */
export function tenantShare(
  contracts: readonly {
    readonly service: string;
    readonly counterparty: string;
    readonly itLoadMw: number | null;
  }[],
  tenant: string,
): number | undefined {
  const leases = contracts.filter(({ service }) => service === 'colocation');
  const wanted = tenant.trim().toLowerCase();
  const isTheirs = ({ counterparty }: { readonly counterparty: string }): boolean =>
    wanted !== '' && counterparty.toLowerCase().includes(wanted);
  const theirs = leases.filter(isTheirs);
  if (theirs.length === 0) return 0;
  if (theirs.length === leases.length) return 1;
  const mwOf = (list: typeof leases): number | undefined =>
    list.reduce<number | undefined>(
      (sum, { itLoadMw }) => (sum === undefined || itLoadMw === null ? undefined : sum + itLoadMw),
      0,
    );
  const [part, whole] = [mwOf(theirs), mwOf(leases)];
  return part === undefined || whole === undefined || whole <= 0 ? undefined : part / whole;
}

/** R4.15 The market rent of a month; a lease without a renewal knows no other rent than its own. */
function marketRent({ renewals, rentUsdPerKwMonth }: Lease, month: number): number {
  const [first] = renewals;
  return first ? pathAt(first.marketRentUsdPerKwMonth, month) : rentUsdPerKwMonth;
}

interface Emptied {
  readonly share: number;
  readonly fromMonth: number;
  readonly reletMonth: number;
}

function emptiedBy(shock: Shock, { contracts, firstMonth }: ShockGround): Emptied | undefined {
  const share = shock.tenant === null ? 0 : tenantShare(contracts, shock.tenant);
  if (share === undefined || share === 0) return undefined;
  const fromMonth = startOf(shock, firstMonth);
  return { share, fromMonth, reletMonth: fromMonth + (shock.sizes['reletMonths'] ?? 0) };
}

/**
 * R7.3f What the default of named tenants leaves of a lease by month: the part that is let, and the rent over the
 * contractual rent once the part is let anew at the market rent of that month.
 * @param periods of the lease, the base term first
 * @returns undefined where no tenant of the site defaults within the lease
 */
export function tenantDefaultMonths(
  lease: Lease,
  periods: readonly LeasePeriod[],
  ground: ShockGround,
): Pick<HallMonths, 'letShare' | 'rentFactor'> | undefined {
  const [base] = periods;
  const last = periods.at(-1);
  const emptied = ground.shocks
    .filter(({ kind }) => kind === 'tenantDefault')
    .flatMap((shock) => emptiedBy(shock, ground) ?? [])
    .filter(
      ({ reletMonth, fromMonth }) =>
        reletMonth > (base?.startMonth ?? 0) && fromMonth < (last?.endMonth ?? 0),
    );
  if (!base || emptied.length === 0) return undefined;
  const letShare = Array.from({ length: ground.months }, () => 1);
  const rentFactor = Array.from({ length: ground.months }, () => 1);
  for (const { share, fromMonth, reletMonth } of emptied) {
    for (let month = Math.max(0, fromMonth); month < Math.min(reletMonth, ground.months); month += 1)
      letShare[month] = Math.max(0, (letShare[month] ?? 1) - share);
    const anew = marketRent(lease, Math.max(0, reletMonth));
    for (let month = Math.max(0, reletMonth); month < Math.min(base.endMonth, ground.months); month += 1) {
      if (month < base.startMonth) continue;
      const rent = rentOfPeriod(base, month);
      const asNew = anew * stepFactor(lease.escalatorPerYear, month - reletMonth);
      if (rent > 0) rentFactor[month] = (rentFactor[month] ?? 1) + share * (asNew / rent - 1);
    }
  }
  return { letShare, rentFactor };
}

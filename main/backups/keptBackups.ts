/*
 * Which backups stay: the newest ten; of the last 14 days the newest of each; of the last 12 weeks the newest of each;
 * and for 12 weeks whatever was kept before a restore, since nothing else holds it.
 */

export const keptNewest = 10;
export const keptDays = 14;
export const keptWeeks = 12;

const msPerDay = 86_400_000;
const daysPerWeek = 7;
/** 1970-01-01 was a Thursday: weeks are counted from a Monday. */
const firstMonday = 4;

interface Dated {
  /** ISO time in UTC, whose days and weeks are the ones counted. */
  readonly writtenAt: string;
  readonly isBeforeRestore: boolean;
}

function dayOf(time: string): number {
  return Math.floor(Date.parse(time) / msPerDay);
}

function weekOf(time: string): number {
  return Math.floor((dayOf(time) - firstMonday) / daysPerWeek);
}

/** The first of each period that has not ended too long ago. */
function newestOfEach<T extends Dated>(
  newestFirst: readonly T[],
  periodOf: (time: string) => number,
  now: string,
  count: number,
): T[] {
  const seen = new Set<number>();
  return newestFirst.filter(({ writtenAt }) => {
    const period = periodOf(writtenAt);
    if (seen.has(period) || periodOf(now) - period >= count) return false;
    seen.add(period);
    return true;
  });
}

export function keptBackups<T extends Dated>(all: readonly T[], now: string): ReadonlySet<T> {
  const newestFirst = all.toSorted((a, b) => b.writtenAt.localeCompare(a.writtenAt));
  return new Set([
    ...newestFirst.slice(0, keptNewest),
    ...newestOfEach(newestFirst, dayOf, now, keptDays),
    ...newestOfEach(newestFirst, weekOf, now, keptWeeks),
    ...newestFirst.filter(
      ({ writtenAt, isBeforeRestore }) =>
        isBeforeRestore && dayOf(now) - dayOf(writtenAt) < keptWeeks * daysPerWeek,
    ),
  ]);
}

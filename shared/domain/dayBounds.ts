const shape = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * R5.24 The first or last moment of a day on this machine's clock, as ISO time in UTC; undefined where it is no day of
 * the calendar.
 */
export function dayBound(day: string, side: 'start' | 'end'): string | undefined {
  const [, year, month, date] = shape.exec(day) ?? [];
  if (year === undefined) return undefined;
  const time =
    side === 'start'
      ? new Date(Number(year), Number(month) - 1, Number(date))
      : new Date(Number(year), Number(month) - 1, Number(date), 23, 59, 59, 999);
  return time.getMonth() === Number(month) - 1 ? time.toISOString() : undefined;
}

/** Round steps for an axis that shows zero, at most about five of them; both painters use the same. */
export function axisTicks(low: number, high: number): number[] {
  return freeTicks(Math.min(0, low), Math.max(0, high));
}

/** The same for an axis that need not show zero. */
export function freeTicks(bottom: number, top: number): number[] {
  const span = top - bottom;
  if (!(span > 0)) return [0];
  const rough = span / 5;
  let magnitude = 1;
  while (magnitude * 10 <= rough) magnitude *= 10;
  while (magnitude > rough) magnitude /= 10;
  const step =
    [1, 2, 2.5, 5, 10].map((factor) => factor * magnitude).find((candidate) => candidate >= rough) ?? rough;
  const from = Math.floor(bottom / step);
  const to = Math.ceil(top / step);
  return Array.from({ length: to - from + 1 }, (_, index) => (from + index) * step);
}

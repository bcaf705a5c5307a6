/** A function of one number; undefined where it has no value. */
export type PartialFunction = (x: number) => number | undefined;

const mostSteps = 120;

/**
 * R7.1d Root of a continuous function between two points of opposite sign, by false position (Illinois) with halving
 * wherever three steps have not halved the bracket; needs about a tenth of the evaluations of halving alone.
 * @param atLow f(low), not 0
 * @param atHigh f(high), of the other sign
 * @returns undefined where f has no value at a point that is tried
 * @example bracketedRoot((x) => x * x - 4, 0, 8, -4, 60) // → 2
 */
export function bracketedRoot(
  value: PartialFunction,
  low: number,
  high: number,
  atLow: number,
  atHigh: number,
): number | undefined {
  let [a, b, ya, yb] = [low, high, atLow, atHigh];
  // Halved weights may shrink to 0 and lose their sign.
  const lowIsNegative = atLow < 0;
  const least = 1e-14 * Math.max(Math.abs(low), Math.abs(high));
  let width = b - a;
  let last: 'a' | 'b' | undefined;
  for (let step = 1; step <= mostSteps; step += 1) {
    const middle = a + (b - a) / 2;
    if (middle <= a || middle >= b) return middle;
    const isSlow = step % 3 === 0 && b - a > width / 2;
    if (step % 3 === 0) width = b - a;
    const secant = (a * yb - b * ya) / (yb - ya);
    const x = !isSlow && secant > a && secant < b ? secant : middle;
    const y = value(x);
    if (y === undefined) return undefined;
    if (y === 0 || b - a <= least) return x;
    const end = y < 0 === lowIsNegative ? 'a' : 'b';
    if (end === 'a') {
      [a, ya] = [x, y];
      if (last === 'a') yb /= 2;
    } else {
      [b, yb] = [x, y];
      if (last === 'b') ya /= 2;
    }
    last = end;
  }
  return a + (b - a) / 2;
}

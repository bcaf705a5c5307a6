/*
 * All roots of a smooth function on an interval, none missed and none invented.
 *
 * An interval with centre c and radius r is settled by Taylor's theorem with a bound M of |f''| on it:
 *   |f(c)| > r·|f'(c)| + r²·M/2   no root inside
 *   |f'(c)| > r·M                 f is monotone inside, so the signs at its ends tell of one root or none
 * Otherwise it is halved. Where even rounding noise hides the answer (a double root, or two within about
 * 1e-8), the undecided pieces are joined and judged by the signs at the ends and at the stationary point
 * between them.
 */

/** What decides whether an interval holds a root. */
export interface Survey {
  /** f, f' and the bound of the rounding error of f, all at the centre */
  readonly value: number;
  readonly slope: number;
  readonly noise: number;
  /** Bound of |f''| on the whole interval */
  readonly curvatureBound: number;
}

/** A function with what the search needs to know about it. */
export interface Curve {
  /** f(x) */
  readonly value: (x: number) => number;
  /** f'(x) */
  readonly slope: (x: number) => number;
  /** Bound of the rounding error of `value` near x */
  readonly noise: (x: number) => number;
  readonly survey: (low: number, centre: number, high: number) => Survey;
  /** f' as a curve of its own; with it, multiple roots are placed exactly. */
  readonly derivative?: () => Curve;
}

/** A root and the direction in which the function passes through it: 1 upwards, −1 downwards, 0 touching. */
export interface Root {
  readonly x: number;
  readonly direction: -1 | 0 | 1;
}

interface Interval {
  readonly low: number;
  readonly high: number;
}

const mostSteps = 200;

/**
 * Root of a function between two points of opposite sign: Newton's steps, halving wherever one leaves the
 * bracket.
 * @param evaluate f and, where known, f'; without a slope the bracket is halved
 */
export function rootBetween(
  low: number,
  high: number,
  value: (x: number) => number,
  slope?: (x: number) => number,
): number {
  const lowIsNegative = value(low) < 0;
  let [a, b] = [low, high];
  let x = a + (b - a) / 2;
  for (let step = 0; step < mostSteps; step += 1) {
    const y = value(x);
    if (y === 0) return x;
    if (y < 0 === lowIsNegative) a = x;
    else b = x;
    const middle = a + (b - a) / 2;
    if (middle <= a || middle >= b) return middle;
    const newton = slope ? x - y / slope(x) : NaN;
    const next = newton > a && newton < b ? newton : middle;
    if (Math.abs(next - x) <= 1e-16 * Math.abs(x)) return next;
    x = next;
  }
  return x;
}

function directionOf(curve: Curve, x: number): -1 | 1 {
  return curve.slope(x) < 0 ? -1 : 1;
}

function rootsOfMonotone(curve: Curve, { low, high }: Interval): Root[] {
  const [atLow, atHigh] = [curve.value(low), curve.value(high)];
  if (atLow === 0) return [{ x: low, direction: directionOf(curve, low) }];
  if (atHigh === 0 || atLow < 0 === atHigh < 0) return [];
  return [{ x: rootBetween(low, high, curve.value, curve.slope), direction: atLow < 0 ? 1 : -1 }];
}

const highestMultiplicity = 12;

/**
 * A point of a piece at which a curve and as many of its derivatives as possible vanish within rounding. A root of
 * multiplicity m is only known to about the m-th root of the rounding error from the curve itself, but exactly from
 * its derivative m − 1, which passes through it plainly.
 * @param curve that derivative of f is tried, and every second one above it: those that pass where f passes
 */
function multipleRoot(curve: Curve, { low, high }: Interval): number | undefined {
  const vanishing: Curve[] = [];
  let [found, derivative]: [number | undefined, Curve | undefined] = [undefined, curve];
  for (let order = 0; derivative && order < highestMultiplicity; order += 1) {
    const { value, slope } = derivative;
    if (order > 0 && order % 2 === 0 && value(low) < 0 !== value(high) < 0) {
      const x = rootBetween(low, high, value, slope);
      if (vanishing.every((lower) => Math.abs(lower.value(x)) <= lower.noise(x))) found = x;
    }
    vanishing.push(derivative);
    derivative = derivative.derivative?.();
  }
  return found;
}

function turningPoint(curve: Curve, piece: Interval): number {
  const slope = curve.derivative?.();
  return (slope && multipleRoot(slope, piece)) ?? rootBetween(piece.low, piece.high, curve.slope);
}

/** Judges a piece in which rounding hides the roots. */
function rootsOfCluster(curve: Curve, { low, high }: Interval): Root[] {
  const [atLow, atHigh] = [curve.value(low), curve.value(high)];
  if (atLow < 0 !== atHigh < 0) {
    const x = multipleRoot(curve, { low, high }) ?? rootBetween(low, high, curve.value, curve.slope);
    return [{ x, direction: atLow < 0 ? 1 : -1 }];
  }
  const turns = curve.slope(low) < 0 !== curve.slope(high) < 0;
  const x = turns ? turningPoint(curve, { low, high }) : low + (high - low) / 2;
  const atTurn = curve.value(x);
  if (Math.abs(atTurn) <= curve.noise(x)) return [{ x, direction: 0 }];
  if (atTurn < 0 === atLow < 0) return [];
  return [
    { x: rootBetween(low, x, curve.value), direction: atLow < 0 ? 1 : -1 },
    { x: rootBetween(x, high, curve.value), direction: atLow < 0 ? -1 : 1 },
  ];
}

/**
 * All roots of a curve in low ≤ x < high, ascending.
 * @param curve smooth on the interval, not zero throughout
 * @throws RangeError where the curve is not finite, because no interval could ever be settled
 */
export function rootsWithin(curve: Curve, low: number, high: number): Root[] {
  const roots: Root[] = [];
  const open: Interval[] = [{ low, high }];
  let cluster: Interval | undefined;
  const closeCluster = (): void => {
    if (cluster) roots.push(...rootsOfCluster(curve, cluster));
    cluster = undefined;
  };
  for (let piece = open.pop(); piece; piece = open.pop()) {
    const centre = piece.low + (piece.high - piece.low) / 2;
    const radius = (piece.high - piece.low) / 2;
    const survey = curve.survey(piece.low, centre, piece.high);
    const { value, noise, curvatureBound: bound } = survey;
    const slope = Math.abs(survey.slope);
    if (!Number.isFinite(bound + noise + slope)) throw new RangeError('roots.notFinite');
    if (Math.abs(value) - noise > radius * slope + (radius * radius * bound) / 2) {
      closeCluster();
    } else if (slope > radius * bound * (1 + 1e-9)) {
      closeCluster();
      roots.push(...rootsOfMonotone(curve, piece));
    } else if (radius * radius * bound < noise || centre <= piece.low || centre >= piece.high) {
      cluster = { low: cluster?.low ?? piece.low, high: piece.high };
    } else {
      open.push({ low: centre, high: piece.high }, { low: piece.low, high: centre });
    }
  }
  closeCluster();
  return roots;
}

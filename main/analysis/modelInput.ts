import { inspect, isRecord, type Findings, type Shape } from '../../shared/engine/strategy/shape.ts';

/** Why a model function gives no value. */
export type ModelErrorCode =
  | 'model.unknownFunction'
  | 'model.missingInput'
  | 'model.invalidInput'
  | 'model.notAnObject'
  | 'model.notComputable';

/** Which inputs an error concerns, and which outputs have left the range of numbers. */
export interface ErrorPlaces {
  readonly missing?: readonly string[];
  readonly notFinite?: readonly string[];
}

/** An error that a caller can act on: its code and the paths concerned. */
export class ModelError extends Error {
  readonly code: ModelErrorCode;
  readonly places: ErrorPlaces;

  constructor(code: ModelErrorCode, places: ErrorPlaces = {}) {
    const paths = [...(places.missing ?? []), ...(places.notFinite ?? [])];
    super(paths.length > 0 ? `${code}: ${paths.join(', ')}` : code);
    this.name = 'ModelError';
    this.code = code;
    this.places = places;
  }
}

/** An input that is there but cannot be computed with. */
export function invalidInput(...paths: readonly string[]): ModelError {
  return new ModelError('model.invalidInput', { missing: paths });
}

/**
 * Checks an input against its description and hands it on as its type. Keys that the description does not
 * name are tolerated.
 * @throws ModelError with the paths that are missing or impossible, or where the input is no object
 */
export function checkedInput<T>(shape: Shape, input: unknown): T {
  if (!isRecord(input)) throw new ModelError('model.notAnObject');
  const findings: Findings = { missing: [], invalid: [] };
  inspect(shape, input, '', findings);
  if (findings.missing.length > 0) throw new ModelError('model.missingInput', { missing: findings.missing });
  if (findings.invalid.length > 0) throw invalidInput(...findings.invalid);
  return input as T;
}

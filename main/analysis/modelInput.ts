import { inspect, type Findings, type Shape } from '../../shared/engine/strategy/shape.ts';

/** Why a model function gives no value. */
export type ModelErrorCode =
  | 'model.unknownFunction'
  | 'model.missingInput'
  | 'model.invalidInput'
  | 'model.notComputable';

/** An error that a caller can act on: its code and the paths of the inputs concerned. */
export class ModelError extends Error {
  readonly code: ModelErrorCode;
  readonly missing: readonly string[];

  constructor(code: ModelErrorCode, missing: readonly string[] = []) {
    super(missing.length > 0 ? `${code}: ${missing.join(', ')}` : code);
    this.name = 'ModelError';
    this.code = code;
    this.missing = missing;
  }
}

/**
 * Checks an input against its description and hands it on as its type. Keys that the description does not
 * name are tolerated.
 * @throws ModelError with the paths that are missing or impossible
 */
export function checkedInput<T>(shape: Shape, input: unknown): T {
  const findings: Findings = { missing: [], invalid: [] };
  inspect(shape, input, '', findings);
  if (findings.missing.length > 0) throw new ModelError('model.missingInput', findings.missing);
  if (findings.invalid.length > 0) throw new ModelError('model.invalidInput', findings.invalid);
  return input as T;
}

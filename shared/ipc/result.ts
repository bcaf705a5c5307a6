import type { ErrorCode } from './errorCodes.ts';

/** What every call answers: a value, or an error as data (only a message survives Electron's invoke). */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: CallError };

export interface CallError {
  readonly code: ErrorCode;
  /** Values for the placeholders of the sentence that belongs to the code. */
  readonly values?: Readonly<Record<string, string>>;
}

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

export function fail(code: ErrorCode, values?: Readonly<Record<string, string>>): Result<never> {
  return { ok: false, error: values === undefined ? { code } : { code, values } };
}

/** Thrown inside main where a plain sentence with a code is meant for the user. */
export class UserFacingError extends Error {
  readonly code: ErrorCode;
  readonly values: Readonly<Record<string, string>>;
  constructor(code: ErrorCode, values: Readonly<Record<string, string>> = {}) {
    super(code);
    this.code = code;
    this.values = values;
  }
}

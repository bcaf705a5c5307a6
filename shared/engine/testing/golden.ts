import { readFileSync } from 'node:fs';
import type { SiteCaseInput } from '../strategy/siteCaseInput.ts';

/*
 * Access to the golden values, which come from an implementation that shares no code with the engine.
 */

const folder = new URL('../golden/', import.meta.url);

export interface GoldenCase {
  readonly input: SiteCaseInput;
  readonly output: GoldenOutput;
}

export interface GoldenOutput {
  readonly months: string[];
  readonly hours: number[];
  readonly blocks: GoldenBlock[];
  readonly site: Record<string, unknown>;
}

export interface GoldenBlock {
  readonly id: string;
  readonly computable: boolean;
  readonly warnings?: string[];
  readonly missing?: string[];
  readonly metrics?: Record<string, unknown>;
  readonly atValuation?: Record<string, number>;
  readonly monthly?: Record<string, number[]>;
}

export function readGolden<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as T;
}

/** |a − b| ≤ 1e-9 of the larger figure: stricter than the golden rules, which allow more where figures cancel. */
export function agrees(actual: number, expected: number): boolean {
  return Math.abs(actual - expected) <= 1e-9 * Math.max(Math.abs(actual), Math.abs(expected));
}

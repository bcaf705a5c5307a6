import type { WritableDb } from '../access.ts';
import * as initial from './0010-initial.ts';

export interface Migration {
  readonly version: number;
  readonly file: string;
  up(db: WritableDb): void;
}

export const migrations: readonly Migration[] = [{ ...initial, file: '0010-initial' }];

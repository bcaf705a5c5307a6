import type { WritableDb } from '../access.ts';
import * as initial from './0010-initial.ts';
import * as backcast from './0020-backcast.ts';
import * as briefingHash from './0030-briefingHash.ts';
import * as ownPlans from './0040-ownPlans.ts';
import * as health from './0050-health.ts';
import * as difficultyChoice from './0060-difficultyChoice.ts';
import * as announcedYields from './0065-announcedYields.ts';
import * as attachments from './0070-attachments.ts';
import * as fleets from './0071-fleets.ts';
import * as scenario from './0080-scenario.ts';
import * as monteCarlo from './0090-monteCarlo.ts';
import * as changeEvents from './0100-changeEvents.ts';

export interface Migration {
  readonly version: number;
  readonly file: string;
  up(db: WritableDb): void;
}

export const migrations: readonly Migration[] = [
  { ...initial, file: '0010-initial' },
  { ...backcast, file: '0020-backcast' },
  { ...briefingHash, file: '0030-briefingHash' },
  { ...ownPlans, file: '0040-ownPlans' },
  { ...health, file: '0050-health' },
  { ...difficultyChoice, file: '0060-difficultyChoice' },
  { ...announcedYields, file: '0065-announcedYields' },
  { ...attachments, file: '0070-attachments' },
  { ...fleets, file: '0071-fleets' },
  { ...scenario, file: '0080-scenario' },
  { ...monteCarlo, file: '0090-monteCarlo' },
  { ...changeEvents, file: '0100-changeEvents' },
];

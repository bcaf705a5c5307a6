import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

const Place = z.object({
  x: z.number().optional(),
  y: z.number().optional(),
  width: z.number().min(1024),
  height: z.number().min(700),
});
export interface WindowPlace {
  readonly x?: number;
  readonly y?: number;
  readonly width: number;
  readonly height: number;
}

const firstPlace: WindowPlace = { width: 1440, height: 900 };

/** Where the window stood; the first place where nothing usable is stored. */
export function readWindowPlace(file: string): WindowPlace {
  try {
    const { x, y, width, height } = Place.parse(JSON.parse(readFileSync(file, 'utf8')));
    return x === undefined || y === undefined ? { width, height } : { x, y, width, height };
  } catch {
    return firstPlace;
  }
}

export function storeWindowPlace(file: string, place: WindowPlace): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(place));
  renameSync(`${file}.new`, file);
}

import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

const Place = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(1024),
  height: z.number().int().min(700),
});
export interface WindowPlace {
  readonly x?: number;
  readonly y?: number;
  readonly width: number;
  readonly height: number;
}
type Rectangle = Readonly<Record<'x' | 'y' | 'width' | 'height', number>>;

const firstPlace: WindowPlace = { width: 1440, height: 900 };

/** Whether the middle of the title bar can be reached; a screen may be gone since. */
export function isOnScreen(place: Rectangle, screens: readonly Rectangle[]): boolean {
  const x = place.x + place.width / 2;
  return screens.some(
    (screen) =>
      x >= screen.x &&
      x < screen.x + screen.width &&
      place.y >= screen.y &&
      place.y < screen.y + screen.height,
  );
}

/** Where the window stood; the first place where nothing usable is stored. */
export function readWindowPlace(file: string, isReachable: (place: Rectangle) => boolean): WindowPlace {
  try {
    const place = Place.parse(JSON.parse(readFileSync(file, 'utf8')));
    return isReachable(place) ? place : { width: place.width, height: place.height };
  } catch {
    return firstPlace;
  }
}

export function storeWindowPlace(file: string, place: WindowPlace): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(place));
  renameSync(`${file}.new`, file);
}

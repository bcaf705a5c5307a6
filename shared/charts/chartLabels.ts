/** Where names at the ends of lines stand: a line's height apart, in the order of their lines, between top and bottom. */
export function endLabelPlaces(
  ends: readonly { readonly name: string; readonly y: number }[],
  { step, top, bottom }: { readonly step: number; readonly top: number; readonly bottom: number },
): ReadonlyMap<string, number> {
  const sorted = ends.toSorted((a, b) => a.y - b.y);
  const places: number[] = [];
  for (const { y } of sorted) places.push(Math.max(y, (places.at(-1) ?? top - step) + step));
  // What was pushed below the drawing goes up again, as far as there is room.
  let limit = bottom;
  for (let place = places.length - 1; place >= 0; place -= 1) {
    places[place] = Math.min(places[place] ?? limit, limit);
    limit = (places[place] ?? limit) - step;
  }
  return new Map(sorted.map(({ name }, place) => [name, places[place] ?? top]));
}

/**
 * The longest form of a note such as "April 2028 (modelled)" that fits: whole, without what stands in brackets, or the
 * year alone; empty where not even that fits.
 */
export function fittingNote(note: string, room: number, widthOf: (text: string) => number): string {
  const forms = [note, note.replace(/\s*\([^)]*\)$/, ''), /\d{4}/.exec(note)?.[0] ?? ''];
  return forms.find((form) => widthOf(form) <= room) ?? '';
}

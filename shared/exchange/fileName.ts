const longest = 100;

/** A file name that every system takes: letters and digits of any language, joined by hyphens. */
export function fileNameOf(parts: readonly string[], ending: string): string {
  const stem = parts
    .join('-')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, longest)
    .replaceAll(/^-+|-+$/g, '');
  return `${stem === '' ? 'umbau' : stem}.${ending}`;
}

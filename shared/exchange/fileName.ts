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

/** A file's own name without what would lead into a folder or what a system refuses; its ending stays. */
export function safeFileName(name: string): string {
  const plain = name.replaceAll(/[/\\:*?"<>|\p{Cc}\p{Cf}]/gu, '_').replace(/[. ]+$/, '');
  const cut = plain.length <= 2 * longest ? plain : plain.slice(0, longest) + plain.slice(-longest);
  return /^[.\s_]*$/.test(cut) ? 'umbau.bin' : cut;
}

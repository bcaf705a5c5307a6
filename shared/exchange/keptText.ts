/**
 * What a spreadsheet keeps of a text when a file is saved again: line breaks of one kind, and no control characters.
 * Two texts that agree in this are the same to whoever compares a file with what was exported.
 */
export function keptText(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '');
}

/** What a spreadsheet keeps of a number: 15 digits. */
export function keptNumber(value: number): number {
  return Number(value.toPrecision(15));
}

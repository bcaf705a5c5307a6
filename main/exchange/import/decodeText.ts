import { UserFacingError } from '../../../shared/ipc/result.ts';
import type { Encoding } from '../../../shared/exchange/import/rawTable.ts';

export interface DecodedText {
  readonly text: string;
  readonly encoding: Encoding;
  readonly hadMark: boolean;
}

const labels: Readonly<Record<Encoding, string>> = {
  'UTF-8': 'utf-8',
  'UTF-16 LE': 'utf-16le',
  'UTF-16 BE': 'utf-16be',
  'Windows-1252': 'windows-1252',
};

function begins(bytes: Uint8Array, ...mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

/** UTF-16 without a mark: in a table of western text every second byte is zero. */
function zeroSide(bytes: Uint8Array): 'UTF-16 LE' | 'UTF-16 BE' | undefined {
  const looked = Math.min(bytes.length - (bytes.length % 2), 4096);
  const zeros = [0, 0];
  for (let index = 0; index < looked; index += 1)
    if (bytes[index] === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const enough = looked * 0.3;
  if (odd > enough && even === 0) return 'UTF-16 LE';
  return even > enough && odd === 0 ? 'UTF-16 BE' : undefined;
}

function decodedAs(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(labels[encoding], { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Text that can be a table; a picture, a program or an archive has control characters. */
export function checkText(text: string): string {
  if (/[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/.test(text)) throw new UserFacingError('import.binary');
  if (text.trim() === '') throw new UserFacingError('import.empty');
  return text;
}

/**
 * Bytes of a text file as text. The mark decides where there is one; otherwise UTF-8 where every byte fits it, since
 * hardly any Windows-1252 text with an umlaut does.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes.length === 0) throw new UserFacingError('import.empty');
  const marked: Encoding | undefined = begins(bytes, 0xef, 0xbb, 0xbf)
    ? 'UTF-8'
    : begins(bytes, 0xff, 0xfe)
      ? 'UTF-16 LE'
      : begins(bytes, 0xfe, 0xff)
        ? 'UTF-16 BE'
        : undefined;
  const candidates: readonly Encoding[] = marked
    ? [marked]
    : ([zeroSide(bytes), 'UTF-8', 'Windows-1252'] as const).filter((name) => name !== undefined);
  for (const encoding of candidates) {
    const text = decodedAs(bytes, encoding);
    if (text === undefined) continue;
    return { text: checkText(text), encoding, hadMark: marked !== undefined };
  }
  throw new UserFacingError('import.binary');
}

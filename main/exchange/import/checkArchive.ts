import { inflateRawSync } from 'node:zlib';
import { UserFacingError } from '../../../shared/ipc/result.ts';

/** Unpacked size over packed size; what spreadsheets write stays well below. */
const mostTimes = 100;
const mostEntries = 10_000;
const mostUnpackedBytes = 1024 ** 3;

interface Entry {
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly at: number;
}

const unreadable = (): UserFacingError => new UserFacingError('import.unreadableWorkbook');
const bomb = (): UserFacingError => new UserFacingError('import.bomb', { most: String(mostTimes) });

/** The archive's list of contents, which stands at its end. */
function entriesOf(bytes: Buffer): Entry[] {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > bytes.length) throw unreadable();
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  if (count > mostEntries) throw bomb();
  const entries: Entry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) throw unreadable();
    entries.push({
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    });
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/** Whether an entry is no larger than it says: a list of contents can lie. */
function keepsWord(bytes: Buffer, { at, method, packed, unpacked }: Entry): void {
  if (method === 0) return;
  if (method !== 8 || at + 30 > bytes.length) throw unreadable();
  const from = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  try {
    inflateRawSync(bytes.subarray(from, from + packed), { maxOutputLength: Math.max(unpacked, 1) });
  } catch (error) {
    const isLarger = error instanceof RangeError;
    throw isLarger ? bomb() : unreadable();
  }
}

/** Refuses an archive that would unpack to far more than it is, before anything of it is kept. */
export function checkArchive(archive: Uint8Array): void {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  const entries = entriesOf(bytes);
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  if (unpacked > bytes.length * mostTimes || unpacked > mostUnpackedBytes) throw bomb();
  for (const entry of entries) keepsWord(bytes, entry);
}

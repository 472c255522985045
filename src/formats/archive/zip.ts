/**
 * The directory of a zip archive (PKWARE's APPNOTE.TXT 4.3), read from its end; entries are inflated one at a time. Refused: encryption,
 * zip64 (more than 4 GiB), parts on several disks, methods other than stored and deflate.
 */

import { FormatError } from '../format';
import { MAX_ARCHIVE_ENTRIES, MEBIBYTE } from '../limits';
import { crc32 } from './crc32';
import { type Budget, damaged, inflateRaw, take } from './inflate';

export interface ZipEntry {
  /** Path inside the archive. */
  name: string;
  method: number;
  crc: number;
  compressed: number;
  /** As the directory says; trusted only to refuse. */
  size: number;
  /** Where its local header is. */
  offset: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const STORED = 0;
const DEFLATE = 8;

/** The files in the archive, in the directory's order, without folders and what macOS and editors leave behind. */
export function zipEntries(bytes: Uint8Array, name: string, budget: Budget): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === -1) throw damaged(name, 'the directory at its end is missing');
  const count = view.getUint16(end + 10, true);
  if (count > MAX_ARCHIVE_ENTRIES) {
    throw new FormatError(
      `${name} holds ${count} files and at most ${MAX_ARCHIVE_ENTRIES} are looked at; pack the graph alone`,
    );
  }
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== CENTRAL)
      throw damaged(name, `entry ${i + 1} of its directory is broken`);
    const nameLength = view.getUint16(at + 28, true);
    const entry: ZipEntry = {
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      compressed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    };
    if (view.getUint16(at + 8, true) & 1)
      throw new FormatError(`${name}: ${entry.name} is encrypted; pack it without a password`);
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (isContent(entry.name)) entries.push(entry);
  }
  const size = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (size > budget.most) {
    throw new FormatError(
      `${name} says that it inflates to ${Math.ceil(size / MEBIBYTE)} MiB and at most ${budget.most / MEBIBYTE} MiB are unpacked`,
    );
  }
  return entries;
}

/** The content of one entry, checked against its size and checksum. */
export function zipContent(bytes: Uint8Array, entry: ZipEntry, name: string, budget: Budget): Uint8Array {
  const where = `${name}: ${entry.name}`;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== LOCAL)
    throw damaged(where, 'its header is broken');
  const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  const packed = bytes.subarray(start, start + entry.compressed);
  if (packed.length < entry.compressed) throw damaged(where, 'it ends too early');
  if (entry.method !== STORED && entry.method !== DEFLATE) {
    throw new FormatError(
      `${where} is packed by method ${entry.method}, and deflate is the one that is read; pack it again as an ordinary zip`,
    );
  }
  let content: Uint8Array;
  if (entry.method === STORED) {
    take(packed.length, where, budget);
    // A copy, so that the arrays inside start where their types want them to.
    content = packed.slice();
  } else content = inflateRaw(packed, where, budget);
  if (content.length !== entry.size || crc32(content) !== entry.crc)
    throw damaged(where, 'its checksum does not match');
  return content;
}

/** The end record, which a comment of up to 65,535 bytes may follow; −1 if there is none. */
function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0 && at >= view.byteLength - 22 - 0xffff; at--) {
    if (view.getUint32(at, true) === END && at + 22 + view.getUint16(at + 20, true) === view.byteLength) return at;
  }
  return -1;
}

function isContent(path: string): boolean {
  const file = path.slice(path.lastIndexOf('/') + 1);
  return file !== '' && !file.startsWith('.') && !path.startsWith('__MACOSX/');
}

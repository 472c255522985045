import { type FlateError, FlateErrorCode, Gunzip, Inflate } from 'fflate';
import { FormatError } from '../format';
import { MAX_INFLATED_BYTES, MEBIBYTE } from '../limits';
import { crc32 } from './crc32';

/** How much one load may inflate to, shared by everything that it unpacks, and how much of it is left. */
export interface Budget {
  most: number;
  left: number;
}

export function newBudget(most = MAX_INFLATED_BYTES): Budget {
  return { most, left: most };
}

/** Deflate can grow a thousandfold, so this much input is at most 16 MiB at a time. */
const CHUNK = 16 * 1024;

/** Inflates a raw deflate stream. */
export function inflateRaw(bytes: Uint8Array, name: string, budget: Budget): Uint8Array {
  return collect(new Inflate(), bytes, name, budget);
}

/** Inflates a gzip file, of several members too; the checksum is compared where there is one member. */
export function gunzip(bytes: Uint8Array, name: string, budget: Budget): Uint8Array {
  if (bytes.length < 18) throw damaged(name, 'it ends too early');
  const stream = new Gunzip();
  let members = 1;
  stream.onmember = () => members++;
  const inflated = collect(stream, bytes, name, budget);
  const trailer = new DataView(bytes.buffer, bytes.byteOffset + bytes.length - 8, 8);
  if (members === 1 && trailer.getUint32(0, true) !== crc32(inflated))
    throw damaged(name, 'its checksum does not match');
  return inflated;
}

function collect(stream: Inflate | Gunzip, bytes: Uint8Array, name: string, budget: Budget): Uint8Array {
  const parts: Uint8Array[] = [];
  let length = 0;
  stream.ondata = (part) => {
    take(part.length, name, budget);
    parts.push(part);
    length += part.length;
  };
  try {
    for (let at = 0; at < bytes.length; at += CHUNK) {
      stream.push(bytes.subarray(at, at + CHUNK), at + CHUNK >= bytes.length);
    }
  } catch (error) {
    if (isFlateError(error)) throw damaged(name, error.message);
    throw error;
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Counts bytes against the budget; throws once it is spent. */
export function take(bytes: number, name: string, budget: Budget): void {
  budget.left -= bytes;
  if (budget.left >= 0) return;
  throw new FormatError(
    `${name} inflates to more than ${budget.most / MEBIBYTE} MiB, which is the most that is unpacked; load a smaller graph`,
  );
}

export function damaged(name: string, reason: string): FormatError {
  return new FormatError(
    `${name} cannot be unpacked (${reason}); it is damaged or cut short, so fetch or pack it again`,
  );
}

function isFlateError(error: unknown): error is FlateError {
  return error instanceof Error && 'code' in error && Object.values(FlateErrorCode).includes(error.code as never);
}

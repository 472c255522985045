/**
 * How each kind of content is recognised from its first bytes. Nothing here parses, so that the page can tell what a file is
 * before it has loaded the code that reads it.
 */
import { readProlog } from './xml/prolog';

/** Enough to get past a licence text in a comment. */
const BEGINNING = 64 * 1024;

export function startsWith(bytes: Uint8Array, ...prefix: number[]): boolean {
  return prefix.every((byte, i) => bytes[i] === byte);
}

export function isGzip(bytes: Uint8Array): boolean {
  return startsWith(bytes, 0x1f, 0x8b);
}

/** A zip archive, npz included; also an empty one, which starts with its end record. */
export function isZip(bytes: Uint8Array): boolean {
  return startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0x50, 0x4b, 0x05, 0x06);
}

/** Local name of the root element in lower case, or null where this is not XML. */
export function xmlRoot(bytes: Uint8Array): string | null {
  return readProlog(beginning(bytes)).root?.toLowerCase() ?? null;
}

export function looksLikeJson(bytes: Uint8Array): boolean {
  return /^\s*[{[]/.test(beginning(bytes, 1024));
}

/** Text: no control characters but tabs and line ends. Whether it is UTF-8 throughout shows when it is decoded. */
export function looksLikeText(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, BEGINNING);
  return head.length > 0 && head.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d);
}

/** The first characters, leniently decoded. */
export function beginning(bytes: Uint8Array, length = BEGINNING): string {
  return new TextDecoder('utf-8').decode(bytes.subarray(0, length));
}

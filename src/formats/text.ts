import { FormatError } from './format';

/** UTF-8 bytes as text, without the byte order mark; anything else is refused rather than shown as garbage. */
export function decodeText(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const lenient = new TextDecoder('utf-8').decode(bytes);
    const { line, column } = positionOf(lenient, lenient.indexOf('\ufffd'));
    throw new FormatError(`${name} line ${line}, column ${column}: this is not UTF-8 text; save the file as UTF-8`);
  }
}

/** Line and column of a character, both counted from 1. */
export function positionOf(text: string, offset: number): { line: number; column: number } {
  let line = 1;
  let start = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) {
    line++;
    start = at + 1;
  }
  return { line, column: offset - start + 1 };
}

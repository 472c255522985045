import { crc32 } from '../../formats/archive/crc32';

/** Signature and header of every PNG: what is added comes after them. */
const HEAD = 8 + 25;

/** The picture with texts in it, by keyword, as PNG's own iTXt chunks have them (UTF-8, not compressed). */
export async function withText(png: Blob, texts: Record<string, string>): Promise<Blob> {
  const chunks = Object.entries(texts).map(([keyword, text]) => textChunk(keyword, text));
  return new Blob([png.slice(0, HEAD), ...chunks, png.slice(HEAD)], { type: 'image/png' });
}

function textChunk(keyword: string, text: string): Uint8Array<ArrayBuffer> {
  // After the keyword: no compression, its method, no language, no translated keyword.
  const data = new TextEncoder().encode(`iTXt${keyword}\0\0\0\0\0${text}`);
  const chunk = new Uint8Array(data.length + 8);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, data.length - 4);
  chunk.set(data, 4);
  view.setUint32(4 + data.length, crc32(data));
  return chunk;
}

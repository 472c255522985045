import type { ColumnToWrite, TableToWrite } from './table-to-write';

/** NumPy's .npy, version 1 (numpy/lib/format.py), little-endian, row-major: what `numpy.load` reads. */

/** (rows, columns) float32. @param data row-major */
export function writeNpyMatrix({ rows, columns, data }: { rows: number; columns: number; data: Float32Array }): Blob {
  return new Blob([header("'<f4'", `(${rows}, ${columns})`), data.slice()], { type: TYPE });
}

/** A structured array: each column a field by its name, texts of fixed width, NaN where there is no number. */
export function writeNpyTable({ rows, columns }: TableToWrite): Blob {
  const fields = columns.map((column) => ({ column, ...sizeOf(column, rows) }));
  const bytes = fields.reduce((sum, { size }) => sum + size, 0);
  const body = new Uint8Array(rows * bytes);
  const view = new DataView(body.buffer);
  for (let row = 0; row < rows; row++) {
    let at = row * bytes;
    for (const { column, size } of fields) {
      writeCell(view, at, column, row);
      at += size;
    }
  }
  const types = fields.map(({ column: { name }, type }) => `('${name.replace(/['\\]/g, '\\$&')}', '${type}')`);
  return new Blob([header(`[${types.join(', ')}]`, `(${rows},)`), body], { type: TYPE });
}

const TYPE = 'application/octet-stream';

/** Bytes of a cell, and NumPy's name of its type. */
function sizeOf(column: ColumnToWrite, rows: number): { size: number; type: string } {
  if (column.type !== 'text') return { size: Number(column.type[1]), type: `<${column.type}` };
  let longest = 1;
  for (let row = 0; row < rows; row++) longest = Math.max(longest, [...(column.at(row) ?? '')].length);
  return { size: 4 * longest, type: `<U${longest}` };
}

function writeCell(view: DataView, at: number, column: ColumnToWrite, row: number): void {
  switch (column.type) {
    case 'f4':
      view.setFloat32(at, column.at(row) ?? Number.NaN, true);
      break;
    case 'f8':
      view.setFloat64(at, column.at(row) ?? Number.NaN, true);
      break;
    case 'i4':
      view.setInt32(at, column.at(row) ?? 0, true);
      break;
    case 'text':
      [...(column.at(row) ?? '')].forEach((character, i) => {
        view.setUint32(at + 4 * i, character.codePointAt(0) ?? 0, true);
      });
  }
}

function header(type: string, shape: string): Uint8Array<ArrayBuffer> {
  const text = `{'descr': ${type}, 'fortran_order': False, 'shape': ${shape}, }`;
  const size = Math.ceil((10 + text.length + 1) / 64) * 64;
  if (size - 10 > 0xffff) throw new Error('too many columns for a .npy file of version 1');
  const bytes = new Uint8Array(size).fill(0x20);
  bytes.set([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0]);
  new DataView(bytes.buffer).setUint16(8, size - 10, true);
  bytes.set(new TextEncoder().encode(text), 10);
  bytes[size - 1] = 0x0a;
  return bytes;
}

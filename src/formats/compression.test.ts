import fc from 'fast-check';
import { gzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { newBudget } from './archive/inflate';
import { unpack } from './compression';
import { fixture, textFile } from './fixtures/read-fixture';
import { FormatError } from './format';
import { MAX_FILE_BYTES, MEBIBYTE } from './limits';

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const csv = new TextEncoder().encode('a,b\nb,c\n');
const one = (name: string, bytes: Uint8Array) => unpack([{ name, bytes }]);

describe('unpacking', () => {
  it('leaves plain files and npz archives as they are', () => {
    const files = [textFile('a.csv', 'a,b'), fixture('good/csr.npz')];
    expect(unpack(files)).toEqual(files);
  });

  it('opens gzip, of several members too', () => {
    const [file] = one('edges.csv.gz', gzipSync(csv));
    expect([file?.name, text(file?.bytes ?? csv)]).toEqual(['edges.csv', 'a,b\nb,c\n']);
    const twice = new Uint8Array([...gzipSync(csv), ...gzipSync(csv)]);
    expect(text(one('x', twice)[0]?.bytes ?? csv)).toBe('a,b\nb,c\na,b\nb,c\n');
  });

  it('opens zip, stored or deflated, and leaves out what macOS adds', () => {
    const files = {
      'deep/er/edges.csv': csv,
      '__MACOSX/deep/._edges.csv': csv,
      'deep/.DS_Store': csv,
      'deep/nodes.csv.gz': gzipSync(csv),
    };
    for (const level of [0, 6] as const) {
      const unpacked = one('a.zip', zipSync(files, { level }));
      expect(unpacked.map((file) => [file.name, text(file.bytes)])).toEqual([
        ['edges.csv', 'a,b\nb,c\n'],
        ['nodes.csv', 'a,b\nb,c\n'],
      ]);
    }
  });

  it('gives back what was packed, for any content', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5000 }), (bytes) => {
        fc.pre(bytes[0] !== 0x1f && bytes[0] !== 0x50);
        expect(one('a.gz', gzipSync(bytes))[0]?.bytes).toEqual(bytes);
        expect(one('a.zip', zipSync({ a: bytes }))[0]?.bytes).toEqual(bytes);
      }),
    );
  });

  const noise = Uint8Array.from({ length: 200 }, (_, i) => (i * i * 31 + 7 * i) & 0xff);
  it.each([
    ['gzip', gzipSync(csv), csv],
    ['gzip of noise', gzipSync(noise), noise],
    ['zip', zipSync({ 'a.csv': csv }), csv],
    ['stored zip', zipSync({ b: noise }, { level: 0 }), noise],
  ])('notices wherever a %s is cut or changed', (_, packed, content) => {
    for (let length = 4; length < packed.length; length++) {
      expect(() => one('a', packed.slice(0, length))).toThrow(FormatError);
    }
    const wrong: number[] = [];
    for (let at = 4; at < packed.length; at++) {
      const changed = packed.map((byte, i) => (i === at ? byte ^ (1 << (at % 8)) : byte));
      try {
        // Names, dates and flags may come out different; the content may not.
        if (text(one('a', changed)[0]?.bytes ?? changed) !== text(content)) wrong.push(at);
      } catch (error) {
        if (!(error instanceof FormatError)) throw error;
      }
    }
    expect(wrong).toEqual([]);
  });

  it.each([
    ['empty', zipSync({}), /a\.zip is an empty archive/],
    ['of many', zipSync({ a: csv, b: csv, c: csv }), /a\.zip holds 3 files \(a, b, c\); pack one graph/],
    ['nested too deep', gzipSync(gzipSync(gzipSync(gzipSync(csv)))), /nested more than 3 deep/],
    [
      'with a broken directory',
      zipSync({ a: csv }).map((byte, i, all) => (i === all.length - 6 ? 0xff : byte)),
      /it is damaged or cut short/,
    ],
  ])('refuses an archive that is %s', (_, bytes, message) => {
    expect(() => one('a.zip', bytes)).toThrow(message);
  });

  it('stops inflating at the cap, whatever the header says', () => {
    const small = () => newBudget(MEBIBYTE);
    const zeros = new Uint8Array(3 * MEBIBYTE);
    expect(() => unpack([{ name: 'a.gz', bytes: gzipSync(zeros) }], small())).toThrow(
      /a\.gz inflates to more than 1 MiB/,
    );
    const zip = zipSync({ a: zeros });
    expect(() => unpack([{ name: 'a.zip', bytes: zip }], small())).toThrow(/a\.zip says that it inflates to 3 MiB/);
    const lying = zip.slice();
    const view = new DataView(lying.buffer);
    view.setUint32(view.getUint32(lying.length - 6, true) + 24, 10, true);
    expect(() => unpack([{ name: 'a.zip', bytes: lying }], small())).toThrow(/a\.zip: a inflates to more than 1 MiB/);
  });

  it('counts what nested archives inflate to together', () => {
    const gz = gzipSync(new Uint8Array(0.6 * MEBIBYTE));
    const both = [{ name: 'a.zip', bytes: zipSync({ 'a.gz': gz, 'b.gz': gz }) }];
    expect(() => unpack(both, newBudget(MEBIBYTE))).toThrow(/b\.gz inflates to more than 1 MiB/);
    expect(unpack(both, newBudget(2 * MEBIBYTE))).toHaveLength(2);
  });

  it('refuses a file over the limit before anything else', () => {
    expect(() => one('big.csv', new Uint8Array(MAX_FILE_BYTES + 1))).toThrow(
      /big\.csv is 64\.0 MiB; files up to 64 MiB are read/,
    );
  });
});

import { describe, expect, it } from 'vitest';
import { nodeComplaint, staleness } from './prepare.mjs';

describe('nodeComplaint', () => {
  it.each(['20.19.0', '20.20.2', '22.0.0', '100.1.0'])('accepts Node %s', (version) => {
    expect(nodeComplaint(version)).toBeNull();
  });

  it.each(['20.18.3', '18.20.0', '9.99.9'])('names Node %s and what is needed', (version) => {
    expect(nodeComplaint(version)).toMatch(new RegExp(`20\\.19 or newer.*${version.replaceAll('.', '\\.')}`));
  });
});

describe('staleness', () => {
  const a = { version: '1.0.0', integrity: 'sha512-a' };
  const b = { version: '2.0.0', integrity: 'sha512-b' };

  it('is null when the installed packages are the locked ones', () => {
    expect(staleness({ '': { version: '0.1.0' }, a, b }, { a, b })).toBeNull();
  });

  it('lets packages for other platforms be missing', () => {
    expect(staleness({ a, b: { ...b, optional: true } }, { a })).toBeNull();
  });

  it('names what is missing, of another version, another file, or too many', () => {
    expect(staleness({ a, b }, { a })).toBe('b is missing');
    expect(staleness({ a }, { a: { ...a, version: '1.0.1' } })).toBe('a is 1.0.1, locked at 1.0.0');
    expect(staleness({ a }, { a: { ...a, integrity: 'sha512-x' } })).toBe('a is not the file that is locked');
    expect(staleness({ a }, { a, b })).toBe('b is not locked');
  });
});

import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { compile } from './assemblyscript.mjs';

/** Paths of sources written to a folder of their own. */
function written(sources: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'assemblyscript-'));
  for (const [name, text] of Object.entries(sources)) writeFileSync(join(folder, name), text);
  return folder;
}

it('compiles a source and what it imports to a module on imported memory', async () => {
  const folder = written({
    'a.as': "export { twice } from './b';",
    'b.as': 'export function twice(at: usize): void { v128.store(at, f32x4.mul(v128.load(at), f32x4.splat(2))); }',
  });
  const { code, sources } = await compile(join(folder, 'a.as'));
  expect(sources).toEqual([join(folder, 'a.as'), join(folder, 'b.as')]);
  const memory = new WebAssembly.Memory({ initial: 1 });
  const { instance } = await WebAssembly.instantiate(new Uint8Array(code), { env: { memory } });
  const numbers = new Float32Array(memory.buffer, 0, 4);
  numbers.set([1, 2, 3, 4]);
  (instance.exports.twice as (at: number) => void)(0);
  expect([...numbers]).toEqual([2, 4, 6, 8]);
});

it('says what does not compile, and where', async () => {
  const folder = written({ 'a.as': 'export function a(): i32 { return nothing; }' });
  await expect(compile(join(folder, 'a.as'))).rejects.toThrow(/a\.as does not compile:.*nothing/s);
});

it('refuses constant data, which would land in memory that others use', async () => {
  const folder = written({ 'a.as': 'export function a(x: f32): f32 { return Mathf.log(x); }' });
  await expect(compile(join(folder, 'a.as'))).rejects.toThrow('holds constant data');
});

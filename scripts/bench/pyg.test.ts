import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findPyG, openPyG } from './pyg.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hopscope-pyg-'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

/** A program that stands in for Python. */
function program(text: string): string {
  const path = join(folder, 'python');
  writeFileSync(path, `#!${process.execPath}\n${text}`);
  chmodSync(path, 0o755);
  return path;
}

describe('looking for PyG', () => {
  it('asks the Python that HOPSCOPE_PYTHON names', async () => {
    const python = program("console.log('PyTorch Geometric 9')");
    vi.stubEnv('HOPSCOPE_PYTHON', python);
    expect(await findPyG()).toEqual({ python, versions: 'PyTorch Geometric 9, 2 threads' });
  });

  it('says why there is none: no such program, or one that cannot import it', async () => {
    expect(await findPyG(join(folder, 'nothing'))).toEqual({
      missing: expect.stringMatching(/^PyG not found: .*ENOENT/),
    });
    const without = program("console.error('Traceback\\nModuleNotFoundError: No module named torch'); process.exit(1)");
    expect(await findPyG(without)).toEqual({
      missing: `PyG not found: ${without}: ModuleNotFoundError: No module named torch`,
    });
  });
});

describe('asking it', () => {
  it('gets an answer for each request, in order', async () => {
    const echo = `
      const lines = require('node:readline').createInterface({ input: process.stdin });
      lines.on('line', (line) => console.log(JSON.stringify({ milliseconds: [JSON.parse(line).times], results: [line] })));`;
    const pyg = await openPyG(program(echo), folder);
    expect(await pyg.time('csr', 'train', 3)).toEqual({
      milliseconds: [3],
      results: ['{"side":"csr","task":"train","times":3}'],
    });
    expect(await pyg.time('cached', 'forward', 4)).toMatchObject({ milliseconds: [4] });
    pyg.close();
  });

  it('fails where it ends without one, or never began', async () => {
    const silent = await openPyG(program('process.stdin.destroy()'), folder);
    await expect(silent.time('cached', 'forward', 1)).rejects.toThrow('ended before it answered');
    await expect(openPyG(join(folder, 'nothing'), folder)).rejects.toThrow('ENOENT');
  });
});

import { readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { main } from 'assemblyscript/asc';

/**
 * Compiles `*.as`, AssemblyScript, to a WebAssembly module with SIMD that imports its memory. The importing module gets the
 * bytes, `import { code } from './x.as'`: there is no further file to fetch, so neither a sub-path nor a policy is in the way.
 * @returns {import('vite').Plugin}
 */
export function assemblyScript() {
  return {
    name: 'assemblyscript',
    async load(id) {
      if (!id.endsWith('.as')) return null;
      const { code, sources } = await compile(id);
      for (const source of sources) this.addWatchFile(source);
      const base64 = Buffer.from(code).toString('base64');
      return `export const code = Uint8Array.from(atob('${base64}'), (byte) => byte.charCodeAt(0));`;
    },
  };
}

/**
 * @param {string} entry path of the source
 * @returns {Promise<{ code: Uint8Array, sources: string[] }>} the module and every file it was made from.
 */
export async function compile(entry) {
  const folder = dirname(entry);
  /** @type {string[]} */
  const sources = [];
  /** @type {Uint8Array | undefined} */
  let code;
  const { error, stderr } = await main(
    [relative(folder, entry).replace(/\.as$/, '.ts'), '--outFile', 'code.wasm', ...OPTIONS],
    {
      // The compiler knows only .ts. Ours end in .as, because to the type checker of everything else `v128` is no type.
      readFile(name) {
        const path = resolve(folder, name.replace(/\.ts$/, '.as'));
        try {
          const text = readFileSync(path, 'utf8');
          sources.push(path);
          return text;
        } catch (problem) {
          if (/** @type {NodeJS.ErrnoException} */ (problem).code === 'ENOENT') return null;
          throw problem;
        }
      },
      writeFile(_name, contents) {
        if (typeof contents !== 'string') code = contents;
      },
      listFiles: () => [],
    },
  );
  if (error || !code) throw new Error(`${entry} does not compile: ${stderr.toString() || error?.message}`);
  return { code, sources };
}

const OPTIONS = ['-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd', '--importMemory', '--noExportMemory'];

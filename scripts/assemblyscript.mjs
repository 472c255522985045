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
  /** @type {Set<string>} */
  const sources = new Set();
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
          sources.add(path);
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
  refuseData(entry, code);
  return { code, sources: [...sources] };
}

/**
 * Strings, tables and static arrays would be written over whatever the memory's owner keeps at that place.
 * @param {string} entry
 * @param {Uint8Array} code
 */
function refuseData(entry, code) {
  const DATA = 11;
  // After the header of eight bytes each section is its kind, its length in base 128 and its content.
  for (let at = 8; at < code.length; ) {
    const kind = code[at++];
    let length = 0;
    for (let shift = 0, byte = 0x80; byte >= 0x80; shift += 7) {
      byte = code[at++] ?? 0;
      length |= (byte & 0x7f) << shift;
    }
    if (kind === DATA)
      throw new Error(`${entry} holds constant data, and its memory is not its own: compute it instead.`);
    at += length;
  }
}

const OPTIONS = ['-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd', '--importMemory', '--noExportMemory'];

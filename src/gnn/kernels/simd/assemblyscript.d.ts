/** What the build makes of an AssemblyScript source: a WebAssembly module that imports `env.memory`. */
declare module '*.as' {
  export const code: Uint8Array<ArrayBuffer>;
}

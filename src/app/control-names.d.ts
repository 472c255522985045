/** Made from the source by `scripts/control-names.mjs`. */
declare module 'virtual:control-names' {
  /** Names of all controls; `*` stands for what is put in as the page runs. */
  export const CONTROL_NAMES: readonly string[];
}

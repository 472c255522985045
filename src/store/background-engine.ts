import { createEngine, type Engine } from '../engine/client';

/**
 * A second engine, for what is computed beside what is on screen: on WebAssembly whatever the page computes on, so that the two do
 * not wait for one graphics device. Where there is no WebAssembly there is plain JavaScript; each trace says what it was made on.
 */
export async function startInBackground(created: Engine = createEngine()): Promise<Engine> {
  try {
    await created.start('wasm');
  } catch {
    await created.start('cpu');
  }
  return created;
}

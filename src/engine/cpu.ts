import '@tensorflow/tfjs-backend-cpu';
import { memory, setBackend } from '@tensorflow/tfjs-core';
import type { OpenBackend } from './open-backend';

/** Plain JavaScript: there wherever the page is. */
export async function openCpu(): Promise<OpenBackend> {
  await setBackend('cpu');
  return {
    name: 'cpu',
    adapter: 'plain JavaScript on one thread',
    software: false,
    lost: new Promise(() => {}),
    check() {},
    trim() {},
    bytes: () => memory().numBytes,
    close() {},
  };
}

import { getBackend } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { openFastest, openNamed } from './backend-choice';
import type { BackendName } from './protocol';

describe('choice of a backend', () => {
  it('falls back where a faster one is not to be had, and says why', async () => {
    const { report } = await openFastest(['webgpu', 'cpu']);
    expect(report.name).toBe('cpu');
    expect(report.reason).toBe('WebGPU is not to be had: this browser has no WebGPU.');
  });

  it('names what made it choose again', async () => {
    const { report } = await openFastest(['cpu'], 'the graphics device was lost (a test)');
    expect(report.reason).toBe('The graphics device was lost (a test).');
  });

  it('rejects when none opens, with every reason', async () => {
    await expect(openFastest(['webgpu'])).rejects.toThrow(
      'No backend could be opened. WebGPU is not to be had: this browser has no WebGPU.',
    );
  });

  it('leaves the backend as it was when the one named does not open', async () => {
    await openNamed('cpu');
    await expect(openNamed('webgpu')).rejects.toThrow('WebGPU is not to be had: this browser has no WebGPU.');
    await expect(openNamed('quantum' as BackendName)).rejects.toThrow('it can be webgpu, wasm or cpu');
    expect(getBackend()).toBe('cpu');
  });
});

import { useWebGPU } from '../testing/webgpu';
import { describeInfluence } from './influence.suite';

const read = async (name: string) => {
  const answer = await fetch(new URL(`../../../scripts/pyg/fixtures/${name}.safetensors`, import.meta.url));
  return new Uint8Array(await answer.arrayBuffer());
};

describeInfluence('webgpu', useWebGPU, read, false);

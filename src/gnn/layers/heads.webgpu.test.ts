import { useWebGPU } from '../testing/webgpu';
import { describeHeads } from './heads.suite';

describeHeads('webgpu', useWebGPU);

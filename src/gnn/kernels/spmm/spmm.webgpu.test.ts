import { useWebGPU } from '../../testing/webgpu';
import { describeSpmm } from './spmm.suite';

describeSpmm('webgpu', useWebGPU);

import { useWebGPU } from '../../testing/webgpu';
import { describeSddmm } from './sddmm.suite';

describeSddmm('webgpu', useWebGPU);

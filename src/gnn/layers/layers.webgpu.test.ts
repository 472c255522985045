import { useWebGPU } from '../testing/webgpu';
import { describeLayers } from './layers.suite';

describeLayers('webgpu', useWebGPU);

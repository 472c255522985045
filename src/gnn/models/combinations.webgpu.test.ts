import { useWebGPU } from '../testing/webgpu';
import { describeCombinations } from './combinations.suite';

describeCombinations('webgpu', useWebGPU, 'in turn');

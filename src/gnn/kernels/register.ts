import type { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { WebGPUBackend, WebGPUProgram } from '@tensorflow/tfjs-backend-webgpu';
import { getKernel, type KernelBackend, registerKernel, type TensorInfo, util } from '@tensorflow/tfjs-core';
import { type Simd, simdOf } from './simd/simd';

/** Tensors of a kernel by name; the optional ones may be missing. */
export type KernelInputs<Name extends string> = Partial<Record<Name, TensorInfo>>;
/** The same on the host: int32 tensors are `Int32Array`, float32 ones `Float32Array`. */
export type HostInputs<Name extends string> = Partial<Record<Name, Int32Array | Float32Array>>;

export type InputShapes<Name extends string> = Partial<Record<Name, number[]>>;
/** Where each input begins in the memory of WASM, in bytes; 0 for one that is missing. */
export type InputAddresses<Name extends string> = Record<Name, number>;

/**
 * One message-passing primitive: a WGSL program for WebGPU, SIMD code for WASM, and a plain loop for the CPU, which is the
 * oracle of both and runs on WASM too where there is no SIMD code.
 */
export interface GraphKernel<Name extends string> {
  name: string;
  /** Order in which the program binds them. */
  inputs: readonly Name[];
  outputShape(inputs: KernelInputs<Name>): number[];
  /** Writes every element of `output`. */
  plain(inputs: HostInputs<Name>, output: Float32Array, shape: number[], shapes: InputShapes<Name>): void;
  simd?(simd: Simd, at: InputAddresses<Name>, output: number, shape: number[], shapes: InputShapes<Name>): void;
  program(inputs: KernelInputs<Name>, shape: number[]): { program: WebGPUProgram; uniforms: number[] };
}

type KernelCall<Name extends string> = { inputs: KernelInputs<Name>; backend: KernelBackend };

/** Makes a kernel known to TensorFlow.js on its three backends. Needs none of them loaded. */
export function registerGraphKernel<Name extends string>(kernel: GraphKernel<Name>): void {
  const kernels = { webgpu: onWebGPU, wasm: onWasm, cpu: onCpu };
  for (const [backendName, run] of Object.entries(kernels)) {
    // A module evaluated a second time (hot replacement) finds its kernel already there.
    if (getKernel(kernel.name, backendName)) continue;
    registerKernel({
      kernelName: kernel.name,
      backendName,
      kernelFunc: ({ inputs, backend }) =>
        run(kernel, { inputs: inputs as KernelInputs<Name>, backend: backend as KernelBackend }),
    });
  }
}

function onCpu<Name extends string>(kernel: GraphKernel<Name>, { inputs, backend }: KernelCall<Name>): TensorInfo {
  const cpu = backend as MathBackendCPU;
  const shape = kernel.outputShape(inputs);
  const output = new Float32Array(util.sizeFromShape(shape));
  kernel.plain(
    hostInputs(kernel, inputs, (info) => cpu.data.get(info.dataId).values as Int32Array | Float32Array),
    output,
    shape,
    shapesOf(inputs),
  );
  return cpu.makeTensorInfo(shape, 'float32', output);
}

function onWasm<Name extends string>(kernel: GraphKernel<Name>, { inputs, backend }: KernelCall<Name>): TensorInfo {
  const wasm = backend as BackendWasm;
  const shape = kernel.outputShape(inputs);
  // First the output: allocating it may grow the memory, which detaches every view taken before.
  const output = wasm.makeOutput(shape, 'float32');
  const simd = simdOf(wasm);
  if (simd && kernel.simd) {
    const address = (info?: TensorInfo) => (info ? wasm.getMemoryOffset(info.dataId) : 0);
    const at = Object.fromEntries(kernel.inputs.map((name) => [name, address(inputs[name])])) as InputAddresses<Name>;
    kernel.simd(simd, at, address(output), shape, shapesOf(inputs));
    return output;
  }
  const view = (info: TensorInfo) => wasm.typedArrayFromHeap(info) as Int32Array | Float32Array;
  kernel.plain(hostInputs(kernel, inputs, view), view(output) as Float32Array, shape, shapesOf(inputs));
  return output;
}

function onWebGPU<Name extends string>(kernel: GraphKernel<Name>, { inputs, backend }: KernelCall<Name>): TensorInfo {
  const webgpu = backend as WebGPUBackend;
  const shape = kernel.outputShape(inputs);
  const bound = kernel.inputs.flatMap((name) => inputs[name] ?? []);
  const limit = webgpu.device.limits.maxStorageBufferBindingSize;
  for (const size of [shape, ...bound.map((info) => info.shape)].map(util.sizeFromShape)) {
    if (size * 4 > limit) throw new Error(tooLarge(kernel.name, size * 4, limit));
  }
  const { program, uniforms } = kernel.program(inputs, shape);
  return webgpu.runWebGPUProgram(
    program,
    bound,
    'float32',
    uniforms.map((value) => ({ type: 'int32', data: [value] })),
  );
}

function hostInputs<Name extends string>(
  kernel: GraphKernel<Name>,
  inputs: KernelInputs<Name>,
  read: (info: TensorInfo) => Int32Array | Float32Array,
): HostInputs<Name> {
  const host: HostInputs<Name> = {};
  for (const name of kernel.inputs) {
    const info = inputs[name];
    if (info) host[name] = read(info);
  }
  return host;
}

function shapesOf<Name extends string>(inputs: KernelInputs<Name>): InputShapes<Name> {
  const shapes: InputShapes<Name> = {};
  for (const name of Object.keys(inputs) as Name[]) shapes[name] = inputs[name]?.shape;
  return shapes;
}

function tooLarge(name: string, bytes: number, limit: number): string {
  const mebibytes = (value: number) => Math.ceil(value / 2 ** 20);
  return (
    `${name} needs a buffer of ${mebibytes(bytes)} MiB and this adapter binds at most ${mebibytes(limit)} MiB. ` +
    'Take a smaller width, or the WASM backend.'
  );
}

import type { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import {
  type DataType,
  engine,
  getKernel,
  type KernelBackend,
  type NamedTensorMap,
  registerKernel,
  type Tensor,
  type TensorInfo,
  util,
} from '@tensorflow/tfjs-core';
import { largestTensor } from './largest-tensor';
import { type Simd, simdOf } from './simd/simd';
import type { Program } from './wgsl';

/** Inputs of a kernel by name; the optional ones may be missing. */
export type ByName<Name extends string, T> = Partial<Record<Name, T>>;
/** Inputs on the host: int32 tensors are `Int32Array`, float32 ones `Float32Array`. */
export type HostInputs<Name extends string> = ByName<Name, Int32Array | Float32Array>;

/** What a kernel knows of a call before it reads a number. */
export interface Call<Name extends string> {
  /** Shape of each input that is there. */
  shapes: ByName<Name, number[]>;
  /** Numbers that are no tensors, such as how many heads there are. */
  attributes: Record<string, number>;
  /** Shape of the output. */
  output: number[];
}

/**
 * One message-passing primitive: a WGSL program for WebGPU, SIMD code for WASM, and a plain loop for the CPU, which is the
 * oracle of both and runs on WASM too as long as the SIMD module was not opened. The output is float32.
 */
export interface GraphKernel<Name extends string> {
  name: string;
  /** Order in which the program binds them, and in which SIMD code takes their addresses. */
  inputs: readonly Name[];
  outputShape(shapes: ByName<Name, number[]>, attributes: Record<string, number>): number[];
  /** Writes every element of `output`: zeros where an input has no elements. */
  plain(inputs: HostInputs<Name>, output: Float32Array, call: Call<Name>): void;
  /** Which function of the SIMD module, and what it takes after the addresses of inputs and output. */
  simd: { run: keyof Simd; sizes(call: Call<Name>): number[] };
  program(call: Call<Name>): Program;
}

/**
 * Makes a kernel known to TensorFlow.js on its three backends, needing none of them loaded.
 * @returns a function that runs it on the current one, without a gradient; missing and null inputs are the same.
 */
export function registerGraphKernel<Name extends string>(kernel: GraphKernel<Name>) {
  const backends = { webgpu: onWebGPU, wasm: onWasm, cpu: onCpu };
  for (const [backendName, run] of Object.entries(backends)) {
    // A module evaluated a second time (hot replacement) finds its kernel already there.
    if (getKernel(kernel.name, backendName)) continue;
    registerKernel({
      kernelName: kernel.name,
      backendName,
      kernelFunc: ({ inputs, backend, attrs }) => {
        const given = inputs as ByName<Name, TensorInfo>;
        const attributes = (attrs ?? {}) as Record<string, number>;
        const shapes = mapInputs(kernel, given, (info) => info.shape);
        const call = { shapes, attributes, output: kernel.outputShape(shapes, attributes) };
        return run(kernel, given, backend as KernelBackend, call);
      },
    });
  }
  return <Output extends Tensor>(
    inputs: ByName<Name, Tensor | null>,
    attributes: Record<string, number> = {},
  ): Output => {
    const there = Object.fromEntries(Object.entries(inputs).filter(([, input]) => input)) as NamedTensorMap;
    return engine().runKernel(kernel.name, there, attributes) as Output;
  };
}

function onCpu<Name extends string>(
  kernel: GraphKernel<Name>,
  inputs: ByName<Name, TensorInfo>,
  backend: KernelBackend,
  call: Call<Name>,
): TensorInfo {
  const cpu = backend as MathBackendCPU;
  const output = new Float32Array(util.sizeFromShape(call.output));
  const read = (info: TensorInfo) => cpu.data.get(info.dataId).values as Int32Array | Float32Array;
  kernel.plain(mapInputs(kernel, inputs, read), output, call);
  return cpu.makeTensorInfo(call.output, 'float32', output);
}

function onWasm<Name extends string>(
  kernel: GraphKernel<Name>,
  inputs: ByName<Name, TensorInfo>,
  backend: KernelBackend,
  call: Call<Name>,
): TensorInfo {
  const wasm = backend as BackendWasm;
  // First the output: allocating it may grow the memory, which detaches every view taken before.
  const output = outputOn(wasm, kernel.name, call.output);
  const simd = simdOf(wasm);
  if (simd) {
    const address = (info?: TensorInfo) => (info ? wasm.getMemoryOffset(info.dataId) : 0);
    const inputAddresses = kernel.inputs.map((name) => address(inputs[name]));
    simd[kernel.simd.run](...inputAddresses, address(output), ...kernel.simd.sizes(call));
  } else {
    const view = (info: TensorInfo) => wasm.typedArrayFromHeap(info) as Int32Array | Float32Array;
    kernel.plain(mapInputs(kernel, inputs, view), view(output) as Float32Array, call);
  }
  return output;
}

/** A float32 output in the memory of the WASM backend; throws when there is none left. */
export function outputOn(wasm: BackendWasm, kernel: string, shape: number[]): TensorInfo {
  const output = wasm.makeOutput(shape, 'float32');
  // An allocation that failed lies at 0, where the backend keeps other things.
  if (wasm.getMemoryOffset(output.dataId) !== 0) return output;
  wasm.disposeData(output.dataId);
  throw new Error(`${kernel} has no memory left for ${shape.join(' × ')} numbers. ${SMALLER}.`);
}

function onWebGPU<Name extends string>(
  kernel: GraphKernel<Name>,
  inputs: ByName<Name, TensorInfo>,
  backend: KernelBackend,
  call: Call<Name>,
): TensorInfo {
  const webgpu = backend as WebGPUBackend;
  const bound = kernel.inputs.flatMap((name) => inputs[name] ?? []);
  const limit = largestTensor();
  const sizes = [call.output, ...bound.map((info) => info.shape)].map(util.sizeFromShape);
  for (const size of sizes) if (size * 4 > limit) throw new Error(tooLarge(kernel.name, size * 4, limit));
  // A buffer of no bytes cannot be bound; where there is nothing to read, there is nothing to reduce.
  if (sizes.includes(0)) {
    return webgpu.makeTensorInfo(call.output, 'float32', new Float32Array(util.sizeFromShape(call.output)));
  }
  const { program, uniforms } = kernel.program(call);
  return webgpu.runWebGPUProgram(program, bound, 'float32' satisfies DataType, uniforms);
}

function mapInputs<Name extends string, T>(
  kernel: GraphKernel<Name>,
  inputs: ByName<Name, TensorInfo>,
  read: (info: TensorInfo) => T,
): ByName<Name, T> {
  const mapped: ByName<Name, T> = {};
  for (const name of kernel.inputs) {
    const info = inputs[name];
    if (info) mapped[name] = read(info);
  }
  return mapped;
}

const SMALLER = 'Take a smaller width or fewer heads';

function tooLarge(name: string, bytes: number, limit: number): string {
  const mebibytes = (value: number) => Math.ceil(value / 2 ** 20);
  return (
    `${name} needs a buffer of ${mebibytes(bytes)} MiB and this adapter binds at most ${mebibytes(limit)} MiB. ` +
    `${SMALLER}, or the WASM backend.`
  );
}
